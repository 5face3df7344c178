"""A page can be read before its scripts run: components as plain HTML."""

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard.serving.prerender import key_of, prerender


def test_words_and_attributes_stay() -> None:
    """Elements keep their class, language, role and words; words are escaped."""
    tree = html.P(["a < b", html.Strong("c")], className="lead", lang="en", role="status")
    assert prerender(tree, {}) == (
        '<p class="lead" lang="en" role="status">a &lt; b<strong>c</strong></p>'
    )


def test_links_work_and_controls_wait() -> None:
    """A link leads somewhere at once; a control is disabled until somebody listens."""
    assert (
        prerender(dcc.Link("Map", href="/map?a=1&b=2"), {}) == '<a href="/map?a=1&amp;b=2">Map</a>'
    )
    assert "disabled" in prerender(html.Button("Play"), {})
    assert "disabled" in prerender(dbc.Input(type="range", min=2000, max=2024, value=2010), {})


def test_select_shows_its_choice() -> None:
    """A select shows the option that is chosen, and no other."""
    options = [{"value": "a", "label": "First"}, {"value": "b", "label": "Second"}]
    html_text = prerender(dbc.Select(options=options, value="b"), {})
    assert "<option>Second</option>" in html_text
    assert "First" not in html_text


def test_empty_components_are_filled() -> None:
    """What is empty in the layout, and comes from a face later, can be filled in by its id, which it keeps."""
    pattern = {"part": "title", "caption": "map"}
    tree = html.Div([html.H2(id=pattern), dcc.Graph(id="graph"), dcc.Store(id="store", data=[1])])
    filled = {key_of({"caption": "map", "part": "title"}): "Title", "graph": "<img src='/a.svg'>"}
    name = "{&quot;caption&quot;:&quot;map&quot;,&quot;part&quot;:&quot;title&quot;}"
    drawn = f"<div><h2 id=\"{name}\">Title</h2><img src='/a.svg'></div>"
    assert prerender(tree, filled) == drawn


def test_elements_without_content_are_not_closed() -> None:
    """Void elements are written as HTML wants them."""
    assert prerender([html.Br(), html.Img(title="x")], {}) == '<br><img title="x">'


def test_pictures_and_bars_are_there_before_scripts() -> None:
    """A picture keeps its address and its text, a bar its length."""
    tree = html.Div([html.Img(src="data:x", alt="up"), html.Span(style={"inlineSize": "40%"})])
    written = prerender(tree, {})
    assert '<img loading="lazy" src="data:x" alt="up">' in written
    assert 'style="inline-size:40%"' in written
