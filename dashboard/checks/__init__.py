"""What is wrong with catalogue, words, tables and shapes, as sentences; imports those alone.

`python -m dashboard check` prints them and ends with 1 when there is a fault. What is merely to be
built yet is no fault.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.catalogue import Catalogue, CatalogueError, load_catalogue
from dashboard.catalogue.check import Vocabulary, unread_sources, validate
from dashboard.catalogue.downloads import data_set
from dashboard.checks.asked import misfilled, unasked
from dashboard.checks.needed import needed_words, optional_words
from dashboard.checks.worded import lacking_words, read_words, text_faults, word_faults
from dashboard.figures import places
from dashboard.i18n import FALLBACK
from dashboard.settings import CATALOGUE, I18N
from dashboard.tables import Tables, TablesError, tables


@dataclass(frozen=True, slots=True)
class Findings:
    """Sentences: what is wrong, and what is yet to be done."""

    faults: list[str]
    pending: list[str]


def findings(
    vocabulary: Vocabulary | None, folder: Path = CATALOGUE, words: Path = I18N
) -> Findings:
    """Everything that is wrong with the files of the catalogue, the words, the tables and the shapes.

    `vocabulary` is what the pipeline knows and says; None where it is not installed.
    """
    languages, faults = read_words(words)
    try:
        known = load_catalogue(folder)
        needed = needed_words(known, folder, vocabulary)
    except CatalogueError as error:
        return Findings([str(error), *faults, *text_faults(languages)], [])
    optional = optional_words(known) | (set() if vocabulary else set(_of_pipeline(languages)))
    faults = [
        *validate(known),
        *_unread(known, vocabulary),
        *faults,
        *word_faults(languages, needed, optional),
        *misfilled(known, languages),
        *_lacking_shapes([code for code, group in known.groups.items() if group.frame]),
    ]
    try:
        damaged, pending = _tables(tables(), known, asked=not faults)
    except TablesError as error:
        damaged, pending = [str(error)], []
    if vocabulary is None:
        pending.append(
            "The readers were not compared: make build installs what the pipeline needs."
        )
    return Findings([*faults, *damaged], pending)


def before_build(vocabulary: Vocabulary, folder: Path = CATALOGUE, words: Path = I18N) -> list[str]:
    """The faults that a build would pass on to the pages: entries, readers, words without English.

    Translations may wait.
    """
    languages, faults = read_words(words)
    known = load_catalogue(folder)
    needed = needed_words(known, folder, vocabulary)
    english = {FALLBACK: languages.get(FALLBACK, {})}
    return [*validate(known), *_unread(known, vocabulary), *faults, *lacking_words(english, needed)]


def _unread(known: Catalogue, vocabulary: Vocabulary | None) -> list[str]:
    if vocabulary is None:
        return []
    return unread_sources(known, vocabulary.readers, vocabulary.printed_readers)


def _of_pipeline(languages: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """The words that the pipeline may need, which cannot be told without it."""
    for key in languages.get(FALLBACK, {}):
        if key.startswith(("note_codes.", "marks.")):
            yield key


def _tables(opened: Tables, known: Catalogue, *, asked: bool) -> tuple[list[str], list[str]]:
    """Faults of the tables, and the indicators that wait for their first build.

    Questions are answered in words: they are `asked` when entries and words are good.
    """
    built = set(opened.manifest.get("indicators", ()))
    pending = [
        f"{indicator} is not built yet: make build SOURCES=dir makes its table."
        for indicator in known.indicators
        if indicator not in built
    ]
    faults: list[str] = []
    here = [indicator for indicator in known.indicators if indicator in built]
    try:
        opened.open_all(here)
        faults += unasked(known, opened, here) if asked else ()
    except TablesError as error:
        faults.append(str(error))
    return [*faults, *_undescribed(opened.files)], pending


def _undescribed(files: Iterable[dict[str, object]]) -> list[str]:
    """What the description of the whole tables lacks."""
    try:
        described = data_set().tables
    except CatalogueError as error:
        return [str(error)]
    return [
        f"The table {file['table']} is not described in data/catalogue/tables.toml."
        for file in files
        if file["table"] not in described
    ]


def _lacking_shapes(regions: list[str]) -> list[str]:
    try:
        places.open_all(regions)
    except places.PlacesError as error:
        return [str(error)]
    return []
