"""The regional commission that an economy is looked at with first; imports the models only."""

from dashboard.catalogue.models import Catalogue


def own_commissions(iso3: str, catalogue: Catalogue) -> list[str]:
    """The commissions that an economy belongs to."""
    groups = catalogue.groups.items()
    return [code for code, g in groups if g.kind == "commission" and iso3 in g.members]


def home_commission(iso3: str, catalogue: Catalogue) -> str:
    """The UN regional commission that an economy is compared within, "" where none is its own.

    Its commission; where it belongs to several, the one whose list of sub-regions has it; where it
    belongs to none, or that does not decide, the first one that it belongs to of those that the
    catalogue gives its M49 region (the smallest, where one lies in another).
    """
    own = own_commissions(iso3, catalogue)
    if len(own) == 1:
        return own[0]
    holding = [group for group in catalogue.groups.values() if iso3 in group.members]
    listed = {group.parent for group in holding if group.kind == "commission-subregion"}
    if len(listed) == 1:
        return listed.pop()
    regions = [group for group in holding if group.homes]
    if regions:
        offered = min(regions, key=lambda group: len(group.members)).homes
        return next((code for code in offered if code in own), offered[0])
    return own[0] if own else ""
