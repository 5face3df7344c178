"""The page that a browser gets first: its language, its styles and scripts, and a picture of itself.

Imports settings and the addresses of static files; the application says what is on a page (`Opening`). Everything
that the page will ask for is named in its head, so that nothing waits for a script to ask.
"""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from dash import Dash

from dashboard.serving.components import as_json
from dashboard.serving.headers import CALLBACKS, LAYOUT
from dashboard.static import PLAIN_SCRIPTS, Static

TEMPLATE, FIRST = (
    files(__package__).joinpath(name).read_text(encoding="utf-8")
    for name in ("index.html", "first.js")
)
# No browser runs a script of this type: ours runs it when its time has come.
LATER = ' type="text/later"'

SAME = (
    "_generate_scripts_html",
    "_generate_css_dist_html",
    "_generate_config_html",
    "_generate_renderer",
)
PRIVATE = {"end_id", "python_version", "dash_version", "dash_version_url", "plotly_version"}


@dataclass(frozen=True, slots=True)
class Opening:
    """What a page shows before its scripts run, and what it will then fetch.

    `body` is HTML; `data` are the addresses that the page's scripts will ask for first; `plots` says
    that they will draw with plotly.js, `shapes` that it will ask for the shapes of a map as well;
    `preview` are the tags by which other programs show a link to the page; `early` is what the scripts
    of a page need that goes without Dash until it comes, as JSON; `theme` is "light" or "dark" where the
    address asks for it; `layout` is what Dash will ask for.
    """

    lang: str
    direction: str
    title: str
    body: str
    data: tuple[str, ...] = ()
    plots: bool = False
    shapes: bool = False
    preview: str = ""
    early: str = ""
    theme: str = ""
    layout: str = ""


class IndexedDash(Dash):
    """Dash with an index page of our own."""

    opening: Callable[[], Opening]
    static: Static

    def write_once(self) -> None:
        """From now on these parts are the same for every page; to be called before the first request."""
        for name in SAME:
            setattr(self, name, partial(str, getattr(self, name)()))

    def dependencies(self) -> Any:
        """The list of callbacks, which are all there from the start."""
        return self.backend.make_response(self._listed, content_type="application/json")

    @cached_property
    def _listed(self) -> bytes:
        return as_json(self._callback_list)

    def serve_layout(self) -> Any:
        """The layout for those who have it not from the page."""
        told = as_json(self.get_layout())
        return self.backend.make_response(told, mimetype="application/json")

    def _config(self) -> dict[str, Any]:
        """What the page tells Dash's scripts: the same for everybody, so that caches may keep pages.

        Dash would add an id of each page load, which callbacks in the background need and we have
        none, and what runs on the server, which is nobody's business.
        """
        told: dict[str, Any] = super()._config()  # type: ignore[no-untyped-call]
        return {name: value for name, value in told.items() if name not in PRIVATE}

    def csp_hashes(self, hash_algorithm: str = "sha256") -> list[str]:
        """The sources of a content policy that allow the scripts inside a page: Dash's and the first."""
        own = b64encode(sha256(FIRST.encode()).digest()).decode()
        return [f"'sha256-{own}'", *super().csp_hashes(hash_algorithm)]

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]  # all by name
        """The HTML of the page that the request at hand asks for."""
        opening = self.opening()
        return self._filled(
            opening,
            parts["css"],
            hints=_hints(self.static, opening),
            config=parts["config"],
            scripts=_scripts(self.static, parts["scripts"], plots=opening.plots),
            renderer=_renderer(self.static, parts["renderer"]),
        )

    def alone(self, opening: Opening, name: str) -> str:
        """The HTML of a page that is whole without Dash, with one script of ours."""
        module = f'<script type="module" src="{self.static.root}{PLAIN_SCRIPTS}{name}"></script>'
        script = _script(self.static.url(name), [module])
        return self._filled(
            opening,
            self._generate_css_dist_html(),  # type: ignore[no-untyped-call]
            hints=[],
            config="",
            scripts=script,
            renderer="",
        )

    def _filled(self, opening: Opening, stock: str, hints: list[str], **scripts: str) -> str:
        return Template(TEMPLATE).substitute(
            lang=opening.lang,
            dir=opening.direction,
            theme=dressed(opening.theme),
            first=FIRST,
            title=escape(opening.title),
            topology=self.static.topology_url,
            plotly=self.static.url("plotly.js") or "",
            root=self.static.root,
            room=self.static.url("committee.js")
            or f"{self.static.root}{PLAIN_SCRIPTS}committee.js",
            styles=_styles(self.static, opening.direction, stock),
            hints="\n".join([opening.preview, *hints]),
            body=opening.body + _held("contents", opening.early),
            layout=_held("layout", opening.layout) if _begins(self.static) else "",
            **scripts,
        )


def dressed(theme: str) -> str:
    """The attribute of a page that has a theme from the start."""
    return f' data-bs-theme="{theme}"' if theme else ""


def _held(name: str, text: str) -> str:
    """JSON that scripts read out of the page; "<" would end the element that holds it."""
    held = text.replace("<", "\\u003c")
    return f'<script type="application/json" class="{name}">{held}</script>' if text else ""


def _styles(static: Static, direction: str, stock: str) -> str:
    """Bootstrap and our styles as one file; else Bootstrap if published, and our styles as is."""
    if address := static.url(f"{direction}.css"):
        return _stylesheet(address)
    bootstrap = static.url(f"bootstrap.{direction}.css")
    return (_stylesheet(bootstrap) if bootstrap else "") + stock


def _stylesheet(address: str) -> str:
    return f'<link rel="stylesheet" href="{address}">'


def _scripts(static: Static, stock: str, *, plots: bool) -> str:
    """Our bundles in place of Dash's script tags, as far as they are published and up to date.

    Ours comes first, so that a map can be used while Dash is on its way, and begins the others
    (`frontend/src/early.js`). Without ours, the browser runs the modules that it is made of. Dash's own tags end with the
    inline scripts of callbacks, which stay as they are.
    """
    tags, first_inline, inline = stock.partition("<script>")
    modules = f'<script type="module" src="{static.root}{PLAIN_SCRIPTS}app.js"></script>'
    ours, later = static.url("app.js"), LATER if _begins(static) else ""
    bundles = [
        _script(ours, [modules]),
        _script(static.url("plotly.js") if plots else None, [], later),
        _script(static.url("dash.js"), tags.splitlines(), later),
    ]
    return "\n".join(bundles) + first_inline + inline


def _begins(static: Static) -> bool:
    """Whether our script begins Dash's: both are published."""
    return bool(static.url("app.js") and static.url("dash.js"))


def _script(address: str | None, stock: list[str], kind: str = "") -> str:
    return f'<script{kind} src="{address}"></script>' if address else "\n".join(stock)


def _renderer(static: Static, stock: str) -> str:
    """Dash's script that begins: after our modules, which run when the page has been read."""
    if _begins(static):
        return stock.replace(' type="application/javascript"', LATER)
    return stock if static.url("app.js") else stock.replace("application/javascript", "module")


def _hints(static: Static, opening: Opening) -> list[str]:
    names = ("plotly.js", "dash.js") if opening.plots else ("dash.js",)
    scripts = [address for name in names if (address := static.url(name))]
    topology = [f"{static.topology_url}world_110m.json"] if opening.shapes else []
    # Dash asks for these as soon as it runs; the layout is on the page where our scripts begin Dash.
    asked = [CALLBACKS] if _begins(static) else [LAYOUT, CALLBACKS]
    own = [f"{static.root}{path}" for path in asked]
    return [
        *(f'<link rel="preload" as="script" href="{address}">' for address in scripts),
        *(
            f'<link rel="preload" as="fetch" crossorigin href="{escape(address)}">'
            for address in (*own, *opening.data, *topology)
        ),
    ]
