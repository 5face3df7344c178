"""What the service is, for assistants that are asked about its numbers: a short text (llmstxt.org).

Made from the catalogue and the list of the faces. In English, as all that programs read.
"""

from collections.abc import Sequence

from dashboard.catalogue import Indicator, catalogue
from dashboard.charts.registry import EXHIBITS
from dashboard.exports.package import DESCRIPTOR, WHOLE
from dashboard.i18n import Words, words
from dashboard.settings import settings
from dashboard.tables import tables

RULES = (
    "Quote no number without its year, its unit and its source; `metadata.json` has a citation.",
    "Quote an address with `v=`: it never shows other numbers. Without, it leads to the newest.",
    (
        "`status` says how a value came about: `observed`; `estimated` by its publisher; `not-given` "
        "where its publisher does not say; `interpolated` or `carried`, filled here; `computed` here, or `published`, for a group."
    ),
    "Values of groups can rest on modelled members: `low` and `high` are an 80 % interval.",
    "A value of an earlier year is not this year's: the map and the ranking say each value's year.",
    "A subscription is not a person: values per 100 people can exceed 100.",
    "Series have breaks: `note` says where, and nothing is to be concluded across one.",
    "Where there is no value, there is none: do not estimate one.",
)


def llms() -> str:
    """The text."""
    chosen, here = words("en"), settings().address
    parts = [
        f"# {chosen('shell.product')}",
        (
            f"> {chosen('pages.overview.lead')} Data version {tables().version}, built "
            f"{tables().manifest['built']}, licence of the whole {WHOLE}."
        ),
        _listed("Rules", RULES),
        _listed("Addresses", _addresses(here)),
        _listed("Charts and tables", [f"`{name}`: {_parameters(name)}" for name in EXHIBITS]),
        _listed("Indicators", [_told(chosen, one) for one in catalogue().indicators.values()]),
    ]
    return "\n\n".join(parts) + "\n"


def _listed(title: str, lines: Sequence[str]) -> str:
    return "\n".join([f"## {title}", "", *(f"- {line}" for line in lines)])


def _addresses(here: str) -> list[str]:
    return [
        f"[OpenAPI 3.1]({here}/openapi.json): every address, its parameters and what they may be",
        (
            f"`{here}/view/NAME.csv?PARAMETERS`: the rows of a chart or table; also `json`, `xlsx`, "
            "`parquet`, `metadata.json`, and of charts `png` and `svg`"
        ),
        (
            f"`{here}/view/claim.json?indicator=&year=&economies=&number=`: a number as somebody wrote "
            "it beside the tables, with a verdict"
        ),
        (
            f"[Data Package]({here}/data/{DESCRIPTOR}): all tables, their columns, and the lists of "
            "economies and groups"
        ),
        f"[Changes]({here}/changes.json): what the last builds changed",
        f"[Methods and sources]({here}/about?lang=en)",
    ]


def _parameters(name: str) -> str:
    return ", ".join(EXHIBITS[name].parameters) or "no parameters"


def _told(chosen: Words, one: Indicator) -> str:
    name, unit = chosen(f"indicators.{one.id}.name"), chosen(f"units.{one.unit}.label")
    return f"`{one.id}`: {name} ({unit}). {chosen(f'indicators.{one.id}.definition')}"
