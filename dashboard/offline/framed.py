"""The page of an embed: one figure for a frame on another site, which fits any height.

It runs without Dash, by the scripts of files that need no server, so it needs nothing that a frame
which is sandboxed could refuse. Before its scripts run, and without any, it shows the picture.
"""

from html import escape

from dash.development.base_component import Component

from dashboard.charts.captions import caption
from dashboard.charts.registry import CHARTS, EXHIBITS
from dashboard.components.previews import EMBED, preview_tags
from dashboard.offline import bundle
from dashboard.offline.bundle import BundleError
from dashboard.offline.markup import figure, template
from dashboard.offline.single import held, written
from dashboard.serving.index import dressed
from dashboard.serving.prerender import prerender
from dashboard.settings import rooted
from dashboard.static import FRONTEND, static
from dashboard.text.passport import brief_source
from dashboard.versions import edition_of, tables_of
from dashboard.view import View

# The sizes of the picture, for wide and for narrow frames.
WIDE, NARROW = (720, 400), (360, 260)
NARROW_MEDIA = "(max-width: 30rem)"


def path_of(chart: str) -> str:
    """The path of the embed of a chart."""
    return f"{EMBED}{chart}"


def embed_page(
    name: str, view: View, notices: list[Component], *, years: bool, theme: str = ""
) -> str:
    """The HTML; `notices` stand above the figure, `years` says whether a year bar does.

    It is light, or as `theme` has it: a frame is part of another page, which the reader's system may
    not change.
    """
    chart = CHARTS[name]
    subject = chart.subject(view, tables_of(view))
    words, said = subject.words, caption(name, subject)
    query = view.to_query()
    return template("embed").substitute(
        lang=words.lang,
        dir=words.direction,
        theme=dressed(theme),
        topology=static().topology_url,
        title=escape(said.title),
        preview=f"{preview_tags(path_of(name), view)}{_early(chart.shapes is not None and not chart.is_map)}",
        styles=_styles(),
        notices=prerender(notices, {}),
        figure=figure(name, words, said, subject, _picture(name, view)),
        years=" framed-years" if years else "",
        source=escape(brief_source(subject, EXHIBITS[name].sources(subject))),
        link=escape(rooted(f"{chart.page}?{query}" if query else chart.page)),
        whole=escape(words("pages.embed.whole")),
        contents=written(held(name, subject)),
        scripts=_scripts(plots=not chart.is_map),
    )


def _picture(name: str, view: View) -> str:
    """The picture that stands in for the plot, whose addresses are for good."""
    query = CHARTS[name].fitting(view).to_query(v=edition_of(view))
    wide, narrow = (
        escape(rooted(f"/view/{name}.preview?{query}&width={width}&height={height}"))
        for width, height in (WIDE, NARROW)
    )
    return (
        f'<picture class="framed-picture"><source media="{NARROW_MEDIA}" srcset="{narrow}">'
        f'<img src="{wide}" alt="" fetchpriority="high"></picture>'
    )


def _early(shapes: bool) -> str:
    """What the scripts will ask for, so that it comes along with them."""
    if not shapes:
        return ""
    address = f"{static().topology_url}world_110m.json"
    return f'\n<link rel="preload" as="fetch" crossorigin href="{address}">'


def _styles() -> str:
    """The styles; without a build those of the frame alone, which hold the picture and its words."""
    try:
        return bundle.styles("embed")
    except BundleError:
        return (FRONTEND / "src" / "offline" / "embed.css").read_text(encoding="utf-8")


def _scripts(*, plots: bool) -> str:
    """What draws the figure, when the page has been read; nothing without a build."""
    addresses = [static().url(name) for name in [*(["plotly.js"] if plots else []), "embed.js"]]
    if None in addresses:
        return ""
    return "\n".join(f'<script src="{address}" defer></script>' for address in addresses)
