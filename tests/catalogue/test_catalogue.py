"""The catalogue of this project: sound, and true to the lists that it names."""

from dataclasses import fields

from dashboard.catalogue import Indicator, Series, catalogue
from dashboard.catalogue.check import validate
from dashboard.i18n import words
from dashboard.settings import CATALOGUE, ROOT
from dashboard.view import View


def test_nothing_is_wrong() -> None:
    """Every entry is valid, finds what it refers to and is used."""
    assert validate(catalogue()) == []


def test_defaults_exist() -> None:
    """The view of an empty link can be drawn."""
    default = View()
    assert default.indicator in catalogue().indicators
    assert catalogue().groups[default.region].frame
    assert default.scheme in catalogue().schemes


def test_numbers_of_members_are_the_official_ones() -> None:
    """The lists have as many members as the organizations say, where the whole list counts."""
    expected = {
        "world": 250,
        "eca": 54,
        "ece": 56,
        "escap": 58,  # 53 members and 9 associates without the 4 from outside the region
        "eclac": 47,  # 33 members in the region and 14 associates
        "escwa": 21,
        "ldc": 44,
        "lldc": 32,
        "sids-unsd": 53,
        "sids-ohrlls": 57,
        "m49-developed": 65,  # 66 with Sark, which has no code
        "m49-developing": 182,
        "transition": 17,
        "wb-2005-h": 63,
    }
    groups = catalogue().groups
    assert {code: len(groups[code].members) for code in expected} == expected
    assert sum(economy.un_member for economy in catalogue().economies.values()) == 193


def test_subregions_make_up_their_commissions() -> None:
    """Every member that ECA and ESCAP count is in exactly one of their sub-regions."""
    groups = catalogue().groups
    for commission in ("eca", "escap"):
        parts = [g.members for g in groups.values() if g.parent == commission]
        assert sorted(sum(parts, ())) == sorted(groups[commission].members)


def test_m49_regions_do_not_overlap() -> None:
    """An area belongs to at most one region of M49, of ITU and of the SDG database."""
    for kind in ("m49", "itu", "sdg", "income", "development"):
        members = [e for g in catalogue().groups.values() if g.kind == kind for e in g.members]
        assert len(members) == len(set(members)), kind


def test_a_comparison_leaves_nobody_in_both_groups() -> None:
    """Where a list is compared with everybody else, nobody stands on both sides."""
    groups, schemes = catalogue().groups, catalogue().schemes
    for key in (
        "development",
        "unctad",
        "income",
        "income-2005",
        "transition",
        "ldc",
        "lldc",
        "sids",
    ):
        reference = set(groups[schemes[key].reference].members)
        for other in schemes[key].groups:
            assert not reference & set(groups[other].members), (key, other)


def test_names_follow_united_nations_usage() -> None:
    """Names that are often written otherwise are those of United Nations documents."""
    names = {iso3: words("en").economy(iso3) for iso3 in catalogue().economies}
    assert names["PSE"] == "State of Palestine"
    assert names["FLK"] == "Falkland Islands (Malvinas)"
    assert names["TWN"] == "China, Taiwan Province of"
    assert names["XKX"] == "Kosovo (under Security Council resolution 1244 (1999))"
    assert names["TUR"] == "Türkiye"


def test_footnotes_of_territories() -> None:
    """The seventeen Non-Self-Governing Territories carry their footnote, and Kosovo its own."""
    economies = catalogue().economies.values()
    assert sum("nsgt" in economy.footnote.split(";") for economy in economies) == 17
    assert catalogue().economies["XKX"].footnote == "kosovo"
    assert catalogue().economies["FLK"].footnote == "nsgt;flk"


def test_implausible_values_stay_out() -> None:
    """The values that the sources are known to have wrong are listed as left out."""
    marks = {
        (m.indicator, m.economy, year)
        for m in catalogue().marks
        if m.kind == "excluded"
        for year in range(m.span[0], m.span[1] + 1)
    }
    assert {("mobile-cellular", "FJI", year) for year in (2023, 2024)} <= marks
    assert {("mobile-broadband", "VUT", year) for year in range(2019, 2025)} <= marks
    assert sum(key[0] == "mobile-broadband" and key[2] == 2023 for key in marks) == 43


def test_price_baskets_are_never_spliced() -> None:
    """Each definition of a price basket is an indicator of its own with a single series."""
    prices = [i for i in catalogue().indicators.values() if i.unit == "percent-gni"]
    assert len(prices) >= 5
    assert all(len(i.series) == 1 and i.series[0].years for i in prices)


def test_licences_are_stated() -> None:
    """Each source stands in DATA_LICENSES.md with its publisher, edition, licence and indicators."""
    entries = catalogue()
    rows = (ROOT / "DATA_LICENSES.md").read_text(encoding="utf-8").splitlines()
    for key, source in entries.sources.items():
        row = f"| {source.title} | {source.publisher} | {source.vintage} | {source.licence} |"
        found = [line for line in rows if line.startswith(row)]
        assert len(found) == 1, f"{key}: {row}"
        for indicator in entries.indicators.values():
            if any(series.source == key for series in (*indicator.series, *indicator.published)):
                assert f"`{indicator.id}`" in found[0], key


def test_every_field_is_explained() -> None:
    """How to add an indicator explains each field that an entry may have."""
    text = (ROOT / "docs" / "how-to-add.md").read_text(encoding="utf-8")
    for kind in (Indicator, Series):
        for field in fields(kind):
            assert field.name == "id" or f"`{field.name}`" in text, field.name


def test_every_catalogue_file_is_explained() -> None:
    """Whoever opens the folder finds each file explained in the documentation."""
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))
    for path in CATALOGUE.iterdir():
        assert path.name in text, path.name
