"""The words that the entries of the catalogue need, each with who needs it; no language is read."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.catalogue import Catalogue
from dashboard.catalogue.check import Vocabulary
from dashboard.catalogue.claims import load_claims
from dashboard.catalogue.programmes import load_register

# The tables of words that hold nothing but what an entry needs.
OWNED = frozenset(
    {
        *("indicators", "units", "themes", "groups", "schemes", "marks", "derived", "note_codes"),
        *("register", "sets", "targets", "measures", "panels", "core", "core_themes", "questions"),
        *("economies", "map_notes", "publishers"),
    }
)
PARTS = {
    "indicators": ("name", "title", "definition", "clause"),
    "units": ("label", "value", "points"),
    "groups": ("name", "short"),
    "schemes": ("name", "note"),
    "sets": ("name", "note"),
    "measures": ("name", "numerator", "denominator"),
    "figures": ("programme", "measure", "value"),
    "claims": ("name", "value"),
    "questions": ("ask", "answer"),
}
# What the words of an entry are filled in with, whatever the language; the others hold no braces.
FILLED = {("indicators", "clause"), ("units", "value"), ("units", "points")}


def needed_words(
    catalogue: Catalogue, folder: Path, vocabulary: Vocabulary | None
) -> dict[str, str]:
    """The keys that entries need, and for each the entry, in words."""
    found = dict(_of_catalogue(catalogue))
    found.update(_of_register(folder))
    if vocabulary:
        found.update({f"note_codes.{code}": "a remark of the build" for code in vocabulary.notes})
        found.update({f"marks.{reason}": who for reason, who in vocabulary.reasons.items()})
    return found


def optional_words(catalogue: Catalogue) -> set[str]:
    """The keys that entries may have."""
    return {f"panels.{panel}.note" for panel in catalogue.panels}


def filled_in(key: str) -> set[str] | None:
    """The names in braces that the words of an entry must have; None for other words."""
    table, _, rest = key.partition(".")
    if table not in OWNED or table in {"sets", "register", "questions"}:
        return None
    return {"value"} if (table, rest.rpartition(".")[2]) in FILLED else set()


def _parts(table: str, entry: str, prefix: str = "") -> Iterator[str]:
    for part in PARTS[table]:
        yield f"{prefix}{table}.{entry}.{part}"


def _of_catalogue(entries: Catalogue) -> Iterator[tuple[str, str]]:
    for indicator in entries.indicators.values():
        who = f"indicators.toml, {indicator.id}"
        for key in (*_parts("units", indicator.unit), *_parts("indicators", indicator.id)):
            yield key, who
    tables = {"groups": entries.groups, "schemes": entries.schemes, "questions": entries.questions}
    for table, ids in tables.items():
        for one in ids:
            yield from ((key, f"{table}.toml, {one}") for key in _parts(table, one))
    for mark in entries.marks:
        yield f"marks.{mark.reason}", f"marks.csv, {mark.indicator}, {mark.economy}"
    for source in entries.sources.values():
        for name in source.publisher.split("; "):
            yield f"publishers.{name.replace(' ', '-')}", f"sources.toml, {source.id}"
        if source.derived:
            yield f"derived.{source.derived}", f"sources.toml, {source.id}"
    yield from _of_lists(entries)
    yield from _of_targets(entries)


def _of_lists(entries: Catalogue) -> Iterator[tuple[str, str]]:
    for iso3 in entries.economies:
        yield f"economies.{iso3}", "economies.csv"
    for note in entries.map_notes:
        yield f"map_notes.{note}", "map_rules.toml"
    for panel in entries.panels.values():
        if panel.indicators:  # the others have the name of the chart that they hold
            yield f"panels.{panel.id}.name", f"panels.toml, {panel.id}"
    for theme in entries.themes:
        yield f"themes.{theme}.name", "themes.toml"
    for code, core in entries.core.items():
        yield f"core.{code}", "core.csv"
        yield f"core_themes.{core.theme}", "core.csv"


def _of_targets(entries: Catalogue) -> Iterator[tuple[str, str]]:
    for target in entries.targets.values():
        who = f"targets.toml, {target.id}"
        yield f"targets.{target.id}.name", who
        yield from ((key, who) for key in _parts("sets", target.set))
        for measure in target.measures:
            yield from ((key, who) for key in _parts("measures", measure.id))
            if measure.proxy:
                yield f"measures.{measure.id}.proxy", who


def _of_register(folder: Path) -> Iterator[tuple[str, str]]:
    known = load_register(folder)
    yield "publishers.United-Nations", "documents.csv"
    for event in known.events:
        who = f"events.csv, {event.id}"
        yield f"register.events.{event.id}", who
        if event.city:
            yield f"register.cities.{event.city}", who
        yield f"programmes.names.{event.programme}", who
        yield f"programmes.types.{event.type}", who
        yield f"programmes.statuses.{event.status}", who
        yield from ((f"programmes.remarks.{remark}", who) for remark in event.remarks)
    for figure in known.figures:
        who = f"programme_figures.csv, {figure.id}"
        yield from ((key, who) for key in _parts("figures", figure.id, "register."))
        yield from ((f"programmes.caveats.{caveat}", who) for caveat in figure.caveats)
    for claim in load_claims(folder):
        who = f"claims.csv, {claim.id}"
        yield from ((key, who) for key in _parts("claims", claim.id, "register."))
