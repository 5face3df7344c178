"""The terms of `data/i18n/glossary.csv`: one for a concept in each language, and none of the others.

Words of the register are what reports say, and names of economies are the standard's: neither is held
to it.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.catalogue.languages import LANGUAGES
from dashboard.settings import I18N

GLOSSARY = I18N / "glossary.csv"
FREE = ("register.", "economies.")


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept, its term by language, where terms come from, and words that are not used for it.

    `standing` says whether the terms were found in a published text or judged.
    """

    name: str
    terms: Mapping[str, str]
    source: str
    standing: str
    avoided: Mapping[str, tuple[str, ...]]


@cache
def glossary() -> tuple[Concept, ...]:
    """Every concept, in the order of the file; a language that the file has not yet has no term."""
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        return tuple(
            Concept(
                name=row["concept"],
                terms={lang: row[lang] for lang in LANGUAGES if lang in row},
                source=row["source"],
                standing=row["standing"],
                avoided={
                    lang: tuple(filter(None, row.get(f"not_{lang}", "").split("|")))
                    for lang in LANGUAGES
                },
            )
            for row in csv.DictReader(file)
        )


def term_faults(languages: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """A sentence for each term that a language never uses, and for each text with another word."""
    for lang, texts in languages.items():
        held = {key: _plain(text) for key, text in texts.items() if not key.startswith(FREE)}
        for concept in glossary():
            term = concept.terms.get(lang, "")
            if term and not any(_plain(term) in text for text in held.values()):
                yield f"data/i18n/{lang} never says {term!r}, its term for {concept.name}."
            for word in concept.avoided[lang]:
                for key, text in held.items():
                    if _plain(word) in text:
                        yield f"data/i18n/{lang}, {key}: {word!r} is not the term for {concept.name}: {term!r} is."


def _plain(text: str) -> str:
    """A text as it is compared: every space is one, capitals do not count."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").casefold()
