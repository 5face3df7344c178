"""The markup of a figure without a server: the same parts, classes and ids as on a page; never imports dash."""

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from dashboard.exports.captions import Caption
from dashboard.i18n import Words
from dashboard.ids import Ids, PatternId, caption, dom_id, plain

PARTS = ("title", "subtitle", "sentence", "source", "notes")
# Charts with a script of their own, because years pass in them.
STAGED = {"map": Ids.MAP, "scatter": Ids.SCATTER}


@cache
def template(name: str) -> Template:
    """A template of this package by its name."""
    return Template((Path(__file__).parent / f"{name}.html").read_text(encoding="utf-8"))


def figure(
    chart: str, words: Words, said: Caption | None = None, height: str = "", key: str = ""
) -> str:
    """A figure with its caption, empty or as `said`; staged charts have a year bar.

    `height` is that of the plot in CSS, for charts whose height depends on what they show; `key`
    is the markup of a key above the plot.
    """
    texts = _texts(said) if said else dict.fromkeys(PARTS, "")
    ids = {f"{part}_id": escape(dom_id(found)) for part, found in _ids(chart).items()}
    legend = f'<div id="{Ids.MAP_LEGEND}" class="legend"></div>' if chart == "map" else ""
    above = (year_bar(words) if chart in STAGED else "") + key
    style = f' style="block-size: {height}"' if height else ""
    return template("figure").substitute(
        texts, **ids, chart=chart, above=above, below=legend, style=style
    )


def _ids(chart: str) -> Mapping[str, str | PatternId]:
    if chart in STAGED:
        return {"figure": STAGED[chart], **{part: caption(chart, part) for part in PARTS}}
    return {part: plain(chart, "", part) for part in ("figure", *PARTS)}


def _texts(said: Caption) -> dict[str, str]:
    plain_texts = {part: escape(getattr(said, part)) for part in PARTS[:-1]}
    notes = "".join(f"<li>{escape(note)}</li>" for note in said.notes)
    return {**plain_texts, "notes": notes}


def year_bar(words: Words) -> str:
    """Play button, slider and typed year; the scripts set the years."""
    return template("years").substitute(
        play_id=Ids.PLAY,
        first_id=Ids.YEAR_FIRST,
        last_id=Ids.YEAR_LAST,
        year_id=Ids.YEAR,
        typed_id=Ids.YEAR_TYPED,
        play=escape(words("controls.browser.play")),
        slider=escape(words("controls.year.slider")),
        label=escape(words("controls.year.label")),
    )
