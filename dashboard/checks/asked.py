"""What is wrong with the questions of indicators: braces that no fact fills, and tables that answer too few."""

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter

from dashboard.catalogue import Catalogue
from dashboard.catalogue.questions import FILLED, LEAST
from dashboard.i18n import FALLBACK
from dashboard.tables import Tables
from dashboard.text.questions import questions
from dashboard.text.subject import subject_of
from dashboard.view import View


def misfilled(known: Catalogue, languages: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Words of questions with names in braces that their fact does not fill in, or with none of them."""
    for question in known.questions.values():
        fills = FILLED.get(question.fact, frozenset())
        for lang, texts in languages.items():
            both = [texts.get(f"questions.{question.id}.{part}", "") for part in ("ask", "answer")]
            names = {name for text in both for _, name, _, _ in Formatter().parse(text) if name}
            where = f"data/i18n/{lang}, questions.{question.id}"
            if names - fills:
                yield f"{where}: {', '.join(sorted(names - fills))} is not filled in."
            if fills and all(both) and not names:
                yield f"{where}: the fact {question.fact!r} is not told."


def unasked(known: Catalogue, tables: Tables, indicators: Iterable[str]) -> Iterator[str]:
    """Indicators of which fewer questions hold, by their tables, than each must answer."""
    for indicator in indicators:
        if indicator in known.indicators:
            held = questions(subject_of(View(indicator=indicator, lang=FALLBACK), tables))
            if len(held) < LEAST:
                yield f"{indicator}: of its questions {len(held)} hold by its table, and {LEAST} must."
