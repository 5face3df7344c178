"""What is wrong with the words: missing, left over, unread, or with the wrong names in braces.

English is the measure of what there is, the catalogue and the code of what there must be.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter

from dashboard.catalogue.languages import LANGUAGES
from dashboard.checks.glossary import term_faults
from dashboard.checks.needed import OWNED, filled_in
from dashboard.checks.used import Use, uses
from dashboard.i18n import FALLBACK, WordError, plural_forms, read_texts, stem

Texts = Mapping[str, str]
# Counted texts whose forms are those of ordinals, which the browser chooses.
ORDINALS = {"controls.browser.rank"}


def read_words(folder: Path) -> tuple[dict[str, Texts], list[str]]:
    """The texts of each language that can be read, and a sentence for each that cannot."""
    found: dict[str, Texts] = {}
    faults = []
    for lang in LANGUAGES:
        try:
            found[lang] = read_texts(folder / lang)
        except WordError as error:
            faults.append(str(error))
        else:
            if not found[lang]:
                faults.append(f"There are no words in data/i18n/{lang}.")
    return found, faults


def word_faults(
    languages: Mapping[str, Texts], needed: dict[str, str], optional: Collection[str]
) -> list[str]:
    """One sentence for everything that is wrong with the words of the languages."""
    english = languages.get(FALLBACK, {})
    return [
        *lacking_words(languages, dict.fromkeys(map(stem, english), "English has them") | needed),
        *_unasked(english, needed, optional),
        *_unknown(english),
        *text_faults(languages),
        *term_faults(languages),
    ]


def text_faults(languages: Mapping[str, Texts]) -> list[str]:
    """What is wrong with single texts, each beside the English one and what the code fills in."""
    english = languages.get(FALLBACK, {})
    return [
        fault
        for lang, texts in languages.items()
        for fault in (*_text(lang, texts, english), *_lacking_forms(lang, texts))
    ]


def lacking_words(languages: Mapping[str, Texts], needed: Mapping[str, str]) -> Iterator[str]:
    """The words of these keys that languages lack, with who needs them."""
    have = {lang: {*map(stem, texts), *texts} for lang, texts in languages.items()}
    for key, who in needed.items():
        if without := [lang for lang in have if key not in have[lang]]:
            yield f"There are no words {key} in {', '.join(without)} ({who})."


def _unasked(english: Texts, needed: Mapping[str, str], optional: Collection[str]) -> Iterator[str]:
    """Words that nothing shows."""
    owned = {*needed, *optional}
    for key in english:
        table = key.partition(".")[0]
        if table in OWNED:
            if key not in owned and stem(key) not in owned:
                yield f"The words {key} belong to no entry of the catalogue."
        elif not any(use.shows(key) for use in uses().get(table, ())):
            yield f"The words {key} are shown nowhere."


def _unknown(english: Texts) -> Iterator[str]:
    """Keys in the code that name no words."""
    for table in {key.partition(".")[0]: None for key in english}:
        keys = [key for key in english if key.startswith(f"{table}.")]
        for use in uses().get(table, ()):
            if not any(map(use.shows, keys)):
                key = use.key.replace("{}", "...")
                yield f"{use.file} asks for the words {key}, and there are none."


def _text(lang: str, texts: Texts, english: Texts) -> Iterator[str]:
    """Texts that are empty, that English lacks, or with other names in braces than must be."""
    wanted: dict[str, set[str]] = {}
    for key, text in english.items():
        wanted.setdefault(stem(key), set()).update(_names(text) or ())
    for key, text in texts.items():
        where = f"data/i18n/{lang}, {key}"
        found = _names(text)
        if not text.strip():
            yield f"{where}: the text is empty."
        if stem(key) not in wanted:
            yield f"{where}: English has no such words."
        elif found is None:
            yield f"{where}: a brace stands alone."
        else:
            names = wanted[stem(key)]
            # A plural form may leave a name out ("one day" for "{n} days"), a plain text may not.
            if found - names or (stem(key) == key and found != names):
                yield f"{where} has {_listed(found)} where English has {_listed(names)}."
            yield from _misfilled(where, key, found)


def _misfilled(where: str, key: str, found: set[str]) -> Iterator[str]:
    """Names in braces that an entry or the code does not fill in."""
    must = filled_in(stem(key))
    if must is not None:
        if found != must:
            yield f"{where} has {_listed(found)} and must have {_listed(must)}."
        return
    asking = _asking(stem(key))
    for use in asking:
        unfilled = found - use.names if use.is_exact and use.names is not None else set()
        if unfilled:
            yield f"{where} has {_listed(unfilled)}, which {use.file} does not fill in."
    given = [use.names for use in asking if use.names is not None]
    # Code that names words of a kind may mean others than these: one place that fits is enough.
    if given and len(given) == len(asking) and not any(found <= names for names in given):
        yield f"{where} has {_listed(found)}; the code fills in {_listed(set().union(*given))}."


def _lacking_forms(lang: str, texts: Texts) -> Iterator[str]:
    """Plural forms that a counted text lacks; one with "other" alone is worded for every number."""
    for counted in sorted({stem(key) for key in texts} - {*texts, *ORDINALS}):
        have = {form for form in plural_forms(lang) if f"{counted}.{form}" in texts}
        if "other" in have and len(have) > 1:
            for form in sorted(plural_forms(lang) - have):
                yield f"data/i18n/{lang}, {counted}: there is no form {form}."


@cache
def _asking(key: str) -> list[Use]:
    return [use for use in uses().get(key.partition(".")[0], ()) if use.asks(key)]


def _names(text: str) -> set[str] | None:
    """The names in braces of a text, None if they cannot be read."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _listed(names: Collection[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "nothing in braces"
