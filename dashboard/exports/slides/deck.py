"""The slide of a view, and the deck of a collection of views; never imports dash.

A slide holds what every picture holds, as text that can be edited, with the passport of its numbers
in the speaker's notes.
"""

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from dashboard import theme
from dashboard.catalogue import Source
from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.captions import Caption, caption, quoted
from dashboard.charts.registry import CHARTS
from dashboard.drawing.letters import Type, broken, shortened, wrapped
from dashboard.exports.brevity import ended_earlier
from dashboard.exports.pictures import logo_png, plot_png
from dashboard.exports.slides.axes import LETTERS
from dashboard.exports.slides.charts import draw_charts, has_chart
from dashboard.exports.slides.keys import draw_keys, split
from dashboard.exports.slides.page import (
    BETWEEN,
    HEIGHT,
    WIDTH,
    Box,
    describe,
    empty_deck,
    new_slide,
    number_slide,
    show_logo,
    write,
    write_title,
)
from dashboard.exports.slides.panels import draw_panels
from dashboard.exports.slides.sections import divide
from dashboard.exports.slides.shapes import draw_shapes
from dashboard.exports.slides.signs import break_name, native_keys, panel_keys
from dashboard.exports.slides.steady import steady
from dashboard.exports.slides.tongue import speak
from dashboard.formats.media import PPTX
from dashboard.settings import settings
from dashboard.tables import Tables
from dashboard.text.passport import brief_source
from dashboard.text.subject import Subject
from dashboard.view import View

MARGIN, GAP = 36.0, 8.0
ROOM = WIDTH - 2 * MARGIN
FIRST = Type(38, theme.INK, bold=True)
TITLE, SENTENCE = Type(26, theme.INK, bold=True), Type(16, theme.INK)
SOURCE, LINK = LETTERS, replace(LETTERS, colour=theme.ACCENT)
NUMBER = Box(0, HEIGHT - 16 - LETTERS.leading, 300, LETTERS.leading)
LOGO = Box(0, 18, 110, TITLE.leading)
MOST_VIEWS = 30
MOST_LINES = 2
SAFE = 0.97  # of a line: other fonts are wider
LONGEST_NAME = 80
Chosen = tuple[str, View]


class DeckError(ValueError):
    """A collection of views that is no deck; the message is a sentence."""


def slide_face(chart: str, subject: Subject) -> tuple[bytes, str]:
    """A deck of the one slide of a view."""
    return _made(lambda deck: _add(deck, chart, subject), subject), PPTX


def deck_face(
    chosen: Sequence[Chosen], tables_of: Callable[[View], Tables], name: str = ""
) -> tuple[bytes, str]:
    """A deck with a title slide, a slide a view and a slide of sources; in the first one's language.

    `tables_of` gives the tables that a view is frozen at, else the newest; `name` is its title.
    DeckError for no view, for more than `MOST_VIEWS` and for a name that is no line; ViewError for a
    view that does not fit.
    """
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise DeckError(f"The name of a deck is a line of at most {LONGEST_NAME} letters.")
    if not 1 <= len(chosen) <= MOST_VIEWS:
        raise DeckError(f"A deck takes 1 to {MOST_VIEWS} views.")
    subjects = [(chart, CHARTS[chart].subject(view, tables_of(view))) for chart, view in chosen]

    def draw(deck: Deck) -> None:
        _opening(deck, subjects, name)
        for chart, subject in subjects:
            _add(deck, chart, subject)
        _closing(deck, subjects)
        words = subjects[0][1].words
        regions = [subject.group_label(subject.view.region) for _, subject in subjects]
        divide(deck, [words("shell.product"), *regions, words("slides.sources")])

    return _made(draw, subjects[0][1]), PPTX


def _made(draw: Callable[[Deck], None], first: Subject) -> bytes:
    """The file of a deck, made on the day of its first view's data; nothing of it stays in memory.

    Its parts point at each other, and hold far more than Python counts: left to the collector's own
    time, sixty slides take a worker 27 MiB.
    """
    deck = empty_deck()
    draw(deck)
    body = _saved(deck, first.tables.manifest["built"])
    del deck
    gc.collect()
    return body


def _add(deck: Deck, chart: str, subject: Subject) -> None:
    """The slide of a view: words on top and at the foot, the figure in between."""
    said, lang, slide = caption(chart, subject), subject.words.lang, new_slide(deck)
    _head(slide, said.title, lang)
    top = 18 + TITLE.leading + 4
    sentence = _brief(_of_what(said))
    write(slide, Box(MARGIN, top, ROOM, MOST_LINES * SENTENCE.leading), [sentence], SENTENCE, lang)
    top += MOST_LINES * SENTENCE.leading + GAP
    source = brief_source(subject, CHARTS[chart].sources(subject))
    bottom = _foot(slide, [(source, SOURCE), (said.link, LINK)], lang)
    _figure(slide, chart, subject, Box(MARGIN, top, ROOM, bottom - GAP - top))
    _number(deck, slide, subject)
    slide.notes_slide.notes_text_frame.text = speaker_notes(said, chart, subject)
    _mark(slide, lang)
    speak(slide, lang)


def _number(deck: Deck, slide: Slide, subject: Subject) -> None:
    """The day of the data and the number of the slide, where its last line ends."""
    aside = MARGIN if _is_from_right(subject.words.lang) else WIDTH - MARGIN - NUMBER.width
    box = replace(NUMBER, left=aside)
    number_slide(slide, _day(subject), len(deck.slides), box, subject.words.lang)


def _day(subject: Subject) -> str:
    day = subject.words.day(subject.tables.manifest["built"])
    return subject.words("slides.day", day=day)


def _head(slide: Slide, title: str, lang: str) -> None:
    """The title on its line, before the place of the logo if there is one."""
    taken = LOGO.width + GAP if settings().logo else 0.0
    box = Box(MARGIN + taken * _is_from_right(lang), 18, ROOM - taken, TITLE.leading)
    write_title(slide, box, title, _fitting(title, box.width), lang)


def _mark(slide: Slide, lang: str) -> None:
    """The logo of the installation in the corner where titles end."""
    if logo := settings().logo:
        rtl = _is_from_right(lang)
        left = MARGIN if rtl else WIDTH - MARGIN - LOGO.width
        png = logo_png(logo, LOGO.width, LOGO.height, from_right=rtl)
        show_logo(slide, replace(LOGO, left=left), png)


def _fitting(title: str, room: float, usual: Type = TITLE) -> Type:
    """The title in letters that keep it on its one line, as far as they can be read."""
    share = min(1.0, room / usual.width(title))
    return replace(usual, size=max(usual.size * share, LETTERS.size))


def _of_what(said: Caption) -> str:
    """The sentence, after what it is about where it does not say so: a region, a choice of economies."""
    if said.subtitle.casefold() in said.sentence.casefold():
        return said.sentence
    return f"{said.subtitle}{BETWEEN}{said.sentence}"


def _brief(sentence: str) -> str:
    """As much as two lines hold; the speaker's notes have all of it."""
    tried = (sentence, *ended_earlier(sentence))
    whole = (text for text in tried if len(wrapped(text, SAFE * ROOM, SENTENCE)) <= MOST_LINES)
    return next(whole, "") or shortened(sentence, SAFE * ROOM, SENTENCE, MOST_LINES)


def _foot(slide: Slide, said: Sequence[tuple[str, Type]], lang: str) -> float:
    """Sources in brief and the link, beside the slide's number; returns where they begin."""
    rooms = [ROOM] * (len(said) - 1) + [ROOM - NUMBER.width]
    sides = [MARGIN] * (len(said) - 1) + [MARGIN + NUMBER.width * _is_from_right(lang)]
    heights = [
        type_.leading * len((broken if type_ == LINK else wrapped)(text, room, type_)) + 2
        for (text, type_), room in zip(said, rooms, strict=True)
    ]
    top = start = HEIGHT - 14 - sum(heights)
    for (text, type_), left, room, height in zip(said, sides, rooms, heights, strict=True):
        write(slide, Box(left, top, room, height), [text], type_, lang)
        top += height
    return start


def _is_from_right(lang: str) -> bool:
    return LANGUAGES[lang].direction == "rtl"


def _figure(slide: Slide, chart: str, subject: Subject, box: Box) -> None:
    """A map as shapes, a chart as a chart, a matrix as a picture; with keys where none are native."""
    own, lang = CHARTS[chart], subject.words.lang
    figure = own.drawn(subject)
    keys = own.keys(subject, figure)
    if figure and "grid" in figure["layout"]:
        keys = panel_keys(figure, keys)
    elif figure and has_chart(figure):
        keys = native_keys(figure, keys)
    above, below = split(box, keys)
    draw_keys(slide, keys, below, lang)
    if figure and "grid" in figure["layout"]:
        draw_panels(slide, figure, above, lang, break_name(keys))
        return
    if figure and has_chart(figure):
        draw_charts(slide, figure, above, break_name(keys), lang)
    elif own.shapes:
        draw_shapes(slide, subject, above, own.shapes(subject), own.title(subject))
    else:
        picture = BytesIO(plot_png(figure, above.width, above.height))
        slide.shapes.add_picture(picture, *above.emu())
    describe(slide, caption(chart, subject).sentence)


def speaker_notes(said: Caption, chart: str, subject: Subject) -> str:
    """What the speaker reads: the sentence, how to quote the numbers, the notes, the link."""
    return "\n\n".join(
        [
            said.title,
            said.sentence,
            said.source,
            quoted(chart, subject),
            " ".join(said.notes),
            said.link,
        ]
    )


def _opening(deck: Deck, subjects: Sequence[tuple[str, Subject]], name: str) -> None:
    words = subjects[0][1].words
    slide = new_slide(deck)
    product = words("shell.product")
    title = _fitting(name or product, ROOM, FIRST)
    write_title(slide, Box(MARGIN, 190, ROOM, 60), name or product, title, words.lang)
    titles = [caption(chart, subject).title for chart, subject in subjects]
    version = words("shell.version", version=subjects[0][1].tables.version)
    write(
        slide,
        Box(MARGIN, 270, ROOM, 230),
        [*([product] if name else []), *titles[:12], version, _day(subjects[0][1])],
        SENTENCE,
        words.lang,
    )
    _mark(slide, words.lang)
    speak(slide, words.lang)


def _closing(deck: Deck, subjects: Sequence[tuple[str, Subject]]) -> None:
    """Every source of the deck once, with its licence."""
    words = subjects[0][1].words
    slide = new_slide(deck)
    _head(slide, words("slides.sources"), words.lang)
    listed: dict[str, Source] = {
        source.citation: source
        for chart, subject in subjects
        for source in CHARTS[chart].sources(subject)
    }
    lines = [f"{cited} ({source.licence})" for cited, source in listed.items()]
    write(slide, Box(MARGIN, 70, ROOM, HEIGHT - 90), lines, SOURCE, words.lang)
    _number(deck, slide, subjects[0][1])
    _mark(slide, words.lang)
    speak(slide, words.lang)


def _saved(deck: Deck, day: str) -> bytes:
    properties = deck.core_properties
    properties.author = properties.last_modified_by = ""
    properties.title = deck.slides[0].shapes.title.text_frame.text
    file = BytesIO()
    deck.save(file)
    return steady(file.getvalue(), day)
