"""Put the application together: pages, callbacks, routes, static files and headers.

`create_server()` is what gunicorn runs. Nothing imports this module but the command line, the
server and the tests.
"""

import sys
from functools import cache
from hashlib import sha256
from importlib import import_module
from types import ModuleType
from wsgiref.headers import Headers

import dash
import dash_bootstrap_components  # noqa: F401  # its components must be known before the first page
from dash import State
from flask import Flask, Response, request
from plotly.io.json import config as json_of_layouts
from whitenoise import WhiteNoise

import dashboard.callbacks  # noqa: F401  # importing registers them
from dashboard.called.addresses import called
from dashboard.called.mcp import mcp
from dashboard.catalogue import catalogue
from dashboard.catalogue.load import CatalogueError
from dashboard.charts.registry import CHARTS
from dashboard.downloads import downloads
from dashboard.edition import edition
from dashboard.embeds import embeds
from dashboard.feeds import feeds
from dashboard.figures import places
from dashboard.i18n import words
from dashboard.ids import Ids
from dashboard.offline.framed import path_of
from dashboard.opening import arrival, opening, printed
from dashboard.operating import operating
from dashboard.packs import pack_routes
from dashboard.routes import FACE_CACHE, routes
from dashboard.serving.asked import refuse_nonsense
from dashboard.serving.faces import FaceCache
from dashboard.serving.headers import ANY_ORIGIN, COMMON, page_headers
from dashboard.serving.index import IndexedDash
from dashboard.serving.known import KnownPages
from dashboard.serving.language import request_language
from dashboard.serving.limits import DEAR, Dear, limit_requests
from dashboard.serving.proxy import Proxied
from dashboard.serving.responses import Finish
from dashboard.serving.shelf import SHELF, Shelf
from dashboard.serving.trackers import without_trackers
from dashboard.settings import STATIC, SettingError, rooted, settings
from dashboard.static import ASSETS, PREFIX, static
from dashboard.tables import TablesError, refused, tables, take

# The pages that the header links to, in its order; Dash knows the last one by its name.
LINKED = (
    "overview",
    "map",
    "trends",
    "gap",
    "ranking",
    "region",
    "economy",
    "theme",
    "targets",
    "availability",
    "programmes",
    "then_and_now",
    "data",
    "changes",
    "about",
)
NOT_FOUND = "not_found_404"
# The script of pages to be printed.
BRIEF = "brief.js"
# Who may frame an embed.
ANYBODY = "*"
YEAR_SECONDS = 365 * 24 * 60 * 60
UNNAMED = (
    "SITE is not set, and others reach this server: links, previews and copies name the address of "
    "whatever request they are made for. Set SITE to the public address."
)
# What an operator can mend; all say in a sentence what is wrong and where.
STOPS = (CatalogueError, SettingError, TablesError, places.PlacesError)

# For layouts, plotly's other engine loads numpy: 13 MiB in every worker, and it is slower.
json_of_layouts.default_engine = "json"


def create_app() -> IndexedDash:
    """The application; one a process, because Dash gives module-level callbacks to the first.

    Raises TablesError if no version of the tables is whole, PlacesError if shapes are, CatalogueError
    if a catalogue file is.
    """
    take(list(catalogue().indicators))
    places.open_all(code for code, group in catalogue().groups.items() if group.frame)
    app = IndexedDash(
        "dashboard",
        use_pages=True,
        pages_folder="",
        include_pages_meta=False,
        routing_callback_inputs={"facts": State(Ids.FACTS, "data")},
        assets_folder=str(ASSETS),
        # The folder of the public address is taken off before Flask sees a path.
        requests_pathname_prefix=rooted("/"),
        routes_pathname_prefix="/",
        serve_locally=True,
        compress=False,
        use_async=False,
        update_title="",
        # Tests hold callbacks to the ids that exist. Dash would make every page at the start to look
        # for them, and have each browser do it again.
        suppress_callback_exceptions=True,
    )
    app.static = static()
    app.opening = opening
    linked = [_register(name) for name in LINKED]
    _register(NOT_FOUND)
    app.layout = arrival
    app.server.register_blueprint(routes)
    app.server.register_blueprint(downloads)
    app.server.register_blueprint(feeds)
    app.server.register_blueprint(embeds)
    app.server.register_blueprint(operating)
    app.server.register_blueprint(pack_routes)
    app.server.register_blueprint(called)
    app.server.register_blueprint(mcp)
    limit_requests(app.server, settings().max_body)
    refuse_nonsense(app)
    paths = {*(page.PATH for page in linked), *map(path_of, CHARTS)}
    _finish_answers(app, paths)
    _serve_files(app.server)
    known = KnownPages(app.server.wsgi_app, paths.__contains__, _made_of)
    app.server.wsgi_app = Proxied(known, settings())
    return app


def create_server() -> Flask:
    """The WSGI application; a sentence and exit status 1 where something must be mended first."""
    try:
        server: Flask = create_app().server
    except STOPS as error:
        sys.exit(str(error))
    _warm(server)
    if settings().is_unnamed:
        sys.stderr.write(f"{UNNAMED}\n")
    return server


def renew(server: Flask) -> None:
    """Serve the tables that lie in their place by now; to be called before workers are forked."""
    take(list(catalogue().indicators))
    _warm(server)


def _warm(server: Flask) -> None:
    """Have what the first page needs (formats, words, shapes) there before workers are forked."""
    if refused():
        sys.stderr.write(f"{refused()}\n")
    server.test_client().get("/")


def _register(name: str) -> ModuleType:
    """A page module says its PATH, the word of its NAME, and its `layout`."""
    page = import_module(f"dashboard.pages.{name}")
    dash.register_page(  # type: ignore[no-untyped-call]
        page.__name__,
        path=page.PATH,
        name=page.NAME,
        title=lambda **_: words(request_language())(page.NAME),
        layout=page.layout,
    )
    return page


def _finish_answers(app: IndexedDash, paths: set[str]) -> None:
    """Headers and compression; Dash adds its last inline script before the first request only."""
    with app.server.test_request_context("/"):
        app.server.preprocess_request()
    app.write_once()
    hashes = app.csp_hashes()
    finish = Finish(
        page_headers(hashes, settings().frame_ancestors),
        page_headers(hashes, ANYBODY),
        paths.__contains__,
    )

    def finish_answer(response: Response) -> Response:
        return finish(request, response)

    app.server.after_request(finish_answer)
    app.server.before_request(lambda: without_trackers(request))
    app.server.before_request(lambda: app.alone(page, BRIEF) if (page := printed()) else None)


def _serve_files(server: Flask) -> None:
    """Published files from WhiteNoise, and faces asked for before, ahead of Flask."""
    files = WhiteNoise(
        server.wsgi_app,
        root=STATIC if STATIC.is_dir() else None,
        prefix=PREFIX,
        max_age=YEAR_SECONDS,
        immutable_file_test=lambda _path, _url: True,
        add_headers_function=_common_headers,
    )
    cache = FaceCache(files)
    server.extensions[FACE_CACHE] = cache
    server.extensions[DEAR] = Dear(settings().dear_at_once)
    server.extensions[SHELF] = Shelf(settings().cache, settings().cache_mib * 1024 * 1024)
    server.wsgi_app = cache  # type: ignore[method-assign]


def _made_of() -> str:
    """What every page is made of, beside its address: code and words, tables, settings, the build."""
    return f"{_unchanging()} {edition()} {tables().fingerprint}"


@cache
def _unchanging() -> str:
    return sha256(repr((settings(), static())).encode()).hexdigest()


def _common_headers(headers: Headers, _path: str, _url: str) -> None:
    for name, value in (COMMON | ANY_ORIGIN).items():
        headers[name] = value
