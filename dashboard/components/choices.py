"""What the pickers offer, as one small file a language: the browser asks for it when first needed.

Served at `/choices.json?lang=..&v=..` and kept by the browser for ever. An item is [value, text,
further names and search terms, a line each]; everything is found by its name in any of the six languages. Imports
catalogue and words, never dash.
"""

from functools import cache
from typing import Any

from dashboard.catalogue import Group, catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.catalogue.models import GROUP_KINDS
from dashboard.collation import collated
from dashboard.components.navigation import PAGES
from dashboard.i18n import Words, words

Section = dict[str, Any]
Choices = dict[str, list[Section]]

# Kinds whose groups stand in an order of their own, such as from high to low income.
RANKED_KINDS = {"special", "income", "income-then", "development", "unctad", "transition"}


@cache
def choices(lang: str) -> Choices:
    """The groups of items of each picker: indicator, region, economies."""
    chosen = words(lang)
    return {
        "indicator": _indicators(chosen),
        "region": _regions(chosen),
        "economies": [{"label": "", "items": _economies(chosen)}],
        "page": [{"label": "", "items": _pages(chosen)}],
    }


def _pages(chosen: Words) -> list[list[str]]:
    tasks = catalogue().page_words
    return [
        [path, chosen(key), "\n".join((_elsewhere(chosen, key), *tasks.get(path, ())))]
        for path, key in PAGES
    ]


def _elsewhere(chosen: Words, key: str) -> str:
    """What a key says in the other languages, for searching."""
    others = (words(lang)(key) for lang in LANGUAGES if lang != chosen.lang)
    return "\n".join(dict.fromkeys(others))


def _indicators(chosen: Words) -> list[Section]:
    entries = catalogue().indicators.values()
    return [
        {
            "label": chosen(f"themes.{theme}.name"),
            "items": [
                [
                    entry.id,
                    chosen(f"indicators.{entry.id}.name"),
                    "\n".join(
                        (
                            chosen(f"indicators.{entry.id}.title"),
                            _elsewhere(chosen, f"indicators.{entry.id}.name"),
                            entry.core_code,
                            entry.sdg_code,
                            *catalogue().search_words.get(entry.id, ()),
                        )
                    ),
                ]
                for entry in entries
                if entry.theme == theme
            ],
        }
        for theme in catalogue().themes
        if any(entry.theme == theme for entry in entries)
    ]


def _regions(chosen: Words) -> list[Section]:
    # Who is on none of some lists is a side of a comparison, and nobody's region.
    offered = [
        group
        for group in catalogue().groups.values()
        if not (group.complement_of and group.kind == "special")
    ]
    listed = []
    for kind in GROUP_KINDS:
        groups = [group for group in offered if group.kind == kind]
        for parent in dict.fromkeys(group.parent for group in groups):
            items = [_region(chosen, group) for group in groups if group.parent == parent]
            if kind not in RANKED_KINDS:
                items = collated(chosen.lang, items, lambda item: item[1])
            listed.append({"label": _heading(chosen, kind, parent), "items": items})
    return listed


def _region(chosen: Words, group: Group) -> list[str]:
    key = f"groups.{group.code}.name"
    return [group.code, chosen(key), f"{group.code}\n{_elsewhere(chosen, key)}"]


def _heading(chosen: Words, kind: str, parent: str) -> str:
    if parent:
        return chosen("controls.region.parts", name=chosen(f"groups.{parent}.name"))
    return chosen(f"controls.region.kinds.{kind}")


def _economies(chosen: Words) -> list[list[str]]:
    rows = [
        [iso3, chosen.economy(iso3), _others(iso3, chosen.lang)] for iso3 in catalogue().economies
    ]
    return collated(chosen.lang, rows, lambda row: row[1])


def _others(iso3: str, lang: str) -> str:
    others = (words(other).economy(iso3) for other in LANGUAGES if other != lang)
    common = catalogue().common_names.get(iso3, ())
    return "\n".join((iso3, *dict.fromkeys((*others, *common))))
