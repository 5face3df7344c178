"""Who measures what, as two fields of colour: indicators by years, and economies by core indicators.

Pure functions from a subject to a plotly figure as a plain dict; never imports dash.
"""

from collections.abc import Sequence
from typing import Any

from dashboard import theme
from dashboard.collation import collated
from dashboard.figures import axes, labels
from dashboard.series import Availability
from dashboard.text.availability import (
    AGES,
    age_class,
    core_indicators,
    measured,
    newest,
)
from dashboard.text.hover import STATUS
from dashboard.text.subject import Subject, inhabited

# From no value over old ones to recent ones.
STEPS = 2 + len(AGES)
NAME_LENGTH = 44


def availability_figure(subject: Subject) -> dict[str, Any]:
    """The share of a region's members with a value of their own, an indicator a row."""
    found = subject.tables.availability(subject.view.region)
    known, years = subject.tables.available
    rows = [i for i in core_indicators() if i.id in known]
    if found is None or not found.members or not rows:
        return {"data": [], "layout": theme.layout()}
    places = [known.index(indicator.id) for indicator in rows]
    trace = {
        "type": "heatmap",
        "x": years,
        "y": list(range(len(rows))),
        "z": [_shares(found, place) for place in places],
        "text": [_said(subject, found, place, years) for place in places],
        "hovertemplate": "%{text}<extra></extra>",
        "zmin": 0,
        "zmax": 100,
        "colorscale": _ramp(),
        "xgap": 1,
        "ygap": 1,
        "hoverongaps": False,
        "colorbar": _bar(title=subject.words("figures.availability.share"), ticksuffix="%"),
    }
    names = [subject.words(f"indicators.{indicator.id}.name") for indicator in rows]
    layout = _layout(subject, [_folded(name) for name in names])
    layout["xaxis"] = axes.time_axis(years[0], years[-1], showgrid=False, dtick=5)
    layout["xaxis"]["range"] = [years[0] - 0.5, years[-1] + 0.5]
    return {"data": [trace], "layout": layout}


def ages_figure(subject: Subject) -> dict[str, Any]:
    """How old the newest value of each economy is, a core indicator a column."""
    tables, region = subject.tables, subject.view.region
    found, codes = newest(tables, region), list(measured())
    words = subject.words
    members = collated(words.lang, inhabited(region), words.economy)
    if not members or not any(found.values()):
        return {"data": [], "layout": theme.layout()}
    own = [[found[code].get(economy) for code in codes] for economy in members]
    trace = {
        "type": "heatmap",
        "x": list(range(len(codes))),
        "y": list(range(len(members))),
        "z": [[age_class(tables, one) for one in row] for row in own],
        "text": [
            [_cell(subject, economy, code, one) for code, one in zip(codes, row, strict=True)]
            for economy, row in zip(members, own, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
        "zmin": -0.5,
        "zmax": STEPS - 0.5,
        "colorscale": _stepped(),
        "xgap": 1,
        "ygap": 1,
        "showscale": False,
    }
    chosen = subject.view.economies
    names = [_marked(words.economy(e), bold=e in chosen) for e in members]
    layout = _layout(subject, names, top=50)
    layout["xaxis"] = {
        "range": [-0.5, len(codes) - 0.5],
        "side": "top",
        "tickvals": list(range(len(codes))),
        "ticktext": codes,
        "tickfont": axes.TICK_FONT,
        "tickangle": -90,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }
    return {"data": [trace, _dots(_estimated(own))], "layout": layout}


def _shares(found: Availability, place: int) -> list[float | None]:
    """The share of members with a value in each year, in per cent; none where nobody has one."""
    years = zip(*(part[place] for part in found.parts().values()), strict=True)
    return [round(100 * sum(year) / found.members, 1) if any(year) else None for year in years]


def _said(subject: Subject, found: Availability, place: int, years: Sequence[int]) -> list[str]:
    words = subject.words
    name = words(f"indicators.{subject.tables.available[0][place]}.name")
    return [
        words(
            "figures.availability.cell",
            name=name,
            year=year,
            total=words.number(found.members),
            **{name: words.number(part[place][at]) for name, part in found.parts().items()},
        )
        for at, year in enumerate(years)
    ]


def _cell(subject: Subject, economy: str, code: str, own: Any) -> str:
    words = subject.words
    facts = {"economy": words.economy(economy), "code": code}
    if own is None:
        return words("figures.availability.none", name=words(f"core.{code}"), **facts)
    name = words(f"indicators.{own.indicator}.name")
    status = words(f"figures.status.{STATUS[own.letter]}")
    return words("figures.availability.own", name=name, year=own.year, status=status, **facts)


def estimated(subject: Subject) -> bool:
    """Whether any newest value of the region is an estimate."""
    found = newest(subject.tables, subject.view.region)
    return any(one.letter == "e" for row in found.values() for one in row.values())


def _estimated(cells: Sequence[Sequence[Any]]) -> list[tuple[int, int]]:
    """The cells whose value is an estimate, column first."""
    return [
        (column, line)
        for line, row in enumerate(cells)
        for column, one in enumerate(row)
        if one and one.letter == "e"
    ]


def _dots(cells: Sequence[tuple[int, int]]) -> dict[str, Any]:
    """A dot in each cell whose value is estimated."""
    return {
        "type": "scatter",
        "mode": "markers",
        "meta": "estimated",
        "x": [column for column, _ in cells],
        "y": [row for _, row in cells],
        "marker": {"size": 4, "color": "#ffffff", "line": {"width": 0.5, "color": theme.INK}},
        "hoverinfo": "skip",
    }


def _layout(subject: Subject, names: Sequence[str], top: int = 64) -> dict[str, Any]:
    return theme.layout(
        separators=axes.separators(subject.words.lang),
        margin={"l": 8, "r": 8, "t": top, "b": 30},
        hovermode="closest",
        dragmode=False,
        yaxis={
            "range": [len(names) - 0.5, -0.5],
            "tickvals": list(range(len(names))),
            "ticktext": list(names),
            "tickfont": axes.TICK_FONT,
            "automargin": True,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
    )


def _folded(name: str) -> str:
    return "<br>".join(labels.folded(name, NAME_LENGTH))


def _marked(name: str, bold: bool) -> str:
    return f"<b>{name}</b>" if bold else name


def _ramp() -> list[list[float | str]]:
    colours = theme.class_colours(7)
    return [[place / (len(colours) - 1), colour] for place, colour in enumerate(colours)]


def _stepped() -> list[list[float | str]]:
    return theme.colour_scale(STEPS - 1)


def age_colours() -> tuple[str, ...]:
    """The colour of each class of age, from no value to the most recent."""
    return (theme.NO_DATA, *theme.class_colours(STEPS - 1))


def _bar(**more: Any) -> dict[str, Any]:
    """The key of the colours, above the field and as tall in a field of any height."""
    title = more.pop("title", "")
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "ypad": 26,
        "len": 1,
        "thickness": 10,
        "outlinewidth": 0,
        "tickfont": axes.TICK_FONT,
        "title": {"text": title, "side": "top", "font": axes.TICK_FONT},
        **more,
    }
