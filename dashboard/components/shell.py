"""The shell around every page: name, links that keep the view, languages, data version, licences.

Imports words and the facts for the browser.
"""

from dash import dcc, html, page_container
from dash.development.base_component import Component

from dashboard.catalogue.languages import LANGUAGES
from dashboard.components.facts import facts_store
from dashboard.components.guide import help_button, help_dialog, help_link
from dashboard.components.navigation import FIRST_IN_MENU, PAGES
from dashboard.components.pickers import search_box
from dashboard.i18n import Words, words
from dashboard.ids import Ids, language, nav
from dashboard.tables import tables
from dashboard.theme import THEMES


def shell(lang: str, container: Component | str = page_container) -> Component:
    """The whole document in a language; `container` is what Dash puts pages into."""
    chosen = words(lang)
    return html.Div(
        [
            facts_store(lang),
            html.A(chosen("shell.skip"), href=f"#{Ids.MAIN}", className="skip-link"),
            _header(chosen),
            html.Main([container, _keys(chosen)], id=Ids.MAIN, tabIndex="-1"),
            _footer(chosen),
            help_dialog(chosen),
        ],
        className="shell",
    )


def _header(chosen: Words) -> Component:
    links = [
        html.Li(dcc.Link(chosen(key), href=path, id=nav(path), className="nav-link"))
        for path, key in PAGES
    ]
    first = next(k for k, (path, _) in enumerate(PAGES) if path == FIRST_IN_MENU)
    menu = html.Details(
        [html.Summary(chosen("shell.more"), className="nav-link"), html.Ul(links[first:])],
        className="menu",
    )
    return html.Header(
        [
            html.Div(
                [
                    dcc.Link(chosen("shell.product"), href="/", className="shell-name"),
                    search_box(chosen),
                    _languages(chosen),
                    _themes(chosen),
                    help_button(chosen),
                ],
                className="shell-top",
            ),
            html.Nav(
                html.Ul([*links[:first], html.Li(menu)]),
                className="shell-nav",
                **{"aria-label": chosen("shell.nav")},
            ),
        ],
        className="shell-header",
    )


def _keys(chosen: Words) -> Component:
    """What the keys do in a plot: seen while one has the focus, and the description of every one."""
    return html.P(chosen("access.keys"), id=Ids.KEYS, className="figure-keys")


def _languages(chosen: Words) -> Component:
    """Plain links: another language is another page, with its own direction and fonts."""
    links = [
        html.Li(
            html.A(
                LANGUAGES[lang].name,
                href=f"?lang={lang}",
                id=language(lang),
                className="language" + (" active" if lang == chosen.lang else ""),
                lang=lang,
                **{"aria-current": "true" if lang == chosen.lang else "false"},
            )
        )
        for lang in LANGUAGES
    ]
    # On a narrow screen the list is behind the name of the language that is on.
    own = html.Summary(LANGUAGES[chosen.lang].name, className="language")
    menu = html.Details([own, html.Ul(links)], className="menu")
    return html.Nav(menu, className="shell-languages", **{"aria-label": chosen("shell.languages")})


def _themes(chosen: Words) -> Component:
    """Light, dark, or as the system has it; `frontend/src/theme.js` marks the one that is on."""
    names = {name: chosen(f"shell.themes.{name}") for name in ("auto", *THEMES)}
    buttons = [
        html.Li(html.Button(text, type="button", **{"data-theme": name}))
        for name, text in names.items()
    ]
    label = {"aria-label": chosen("shell.themes.label"), "title": chosen("shell.themes.label")}
    menu = html.Details([html.Summary(**label), html.Ul(buttons)], className="menu")
    return html.Div(menu, className="shell-themes")


def _footer(chosen: Words) -> Component:
    version = tables().version
    content = html.Div(
        [
            html.P(chosen("shell.disclaimer")),
            html.P(
                [
                    html.Span(chosen("shell.version", version=version)),
                    " ",
                    dcc.Link(chosen("shell.licences"), href="/about"),
                ]
            ),
            html.P(help_link(chosen)),
        ],
        className="shell-foot",
    )
    return html.Footer(content, className="shell-footer")
