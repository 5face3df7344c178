"""The build: publishers' files in, tables out; imports the whole pipeline, and nothing else does.

Every fault is a sentence (BuildError), and nothing is replaced unless all went well.
"""

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Never

from tqdm import tqdm

from dashboard.catalogue import Catalogue, catalogue
from dashboard.catalogue.check import unread_sources
from dashboard.pipeline import changes, checks, counts, population, publish
from dashboard.pipeline.aggregate import aggregate
from dashboard.pipeline.built import BuiltTables
from dashboard.pipeline.coverage import coverage
from dashboard.pipeline.derived import derive
from dashboard.pipeline.editions import chosen
from dashboard.pipeline.entities import Names
from dashboard.pipeline.fill import fill
from dashboard.pipeline.gaps import gaps
from dashboard.pipeline.grids import Grids
from dashboard.pipeline.harmonise import Harmonised, combine, harmonise
from dashboard.pipeline.profiles import ranks
from dashboard.pipeline.published import READERS as PRINTED_READERS
from dashboard.pipeline.published import published
from dashboard.pipeline.rawtables import RawTable, read_source
from dashboard.pipeline.readers import READERS, SourceError
from dashboard.pipeline.records import Records
from dashboard.pipeline.replay import replay
from dashboard.pipeline.revisions import FACTS, Facts, last_version, surprises
from dashboard.pipeline.silent import model_errors, modelled, silences
from dashboard.pipeline.spread import spread
from dashboard.pipeline.switch import manifest_of, replaced
from dashboard.pipeline.told import told
from dashboard.settings import CATALOGUE

STEPS = (
    8  # after the indicators: fill, silent members, groups, gaps, spread, published, check, write
)
KEPT = "The tables were not replaced."
HOW = "If all of this is meant, build with --accept."


class BuildError(RuntimeError):
    """The tables were not replaced; the message says in sentences what is wrong and where."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: the data version, how much, how long it took (s) and its memory (MiB).

    `kept` names the sources whose files were not there, so that their kept records were taken; `accepted`
    says what was surprising beside the last version.
    """

    version: str
    indicators: int
    economies: int
    observations: int
    excluded: int
    kept: tuple[str, ...]
    accepted: tuple[str, ...]
    seconds: float
    peak_mib: float

    def __str__(self) -> str:
        """What was accepted, and one sentence for the operator."""
        accepted = "".join(f"Accepted: {sentence}\n" for sentence in self.accepted)
        kept = f"From records, without files: {', '.join(self.kept)}.\n" if self.kept else ""
        return (
            f"{accepted}{kept}Data version {self.version}: {self.indicators} indicators, {self.economies} economies, "
            f"{self.observations} values, {self.excluded} left out with their reasons; "
            f"{self.seconds:.0f} s, {self.peak_mib:.0f} MiB."
        )


def build(sources: Path, out: Path, accept: bool = False) -> BuildReport:
    """Build the tables from the publishers' files in `sources` and put them in the place of `out`.

    BuildError if a file is not as it should be or a check fails; `out` is then untouched. What is
    surprising beside the last version is a fault unless it is accepted; then the report lists it.
    """
    started = time.perf_counter()
    if not sources.is_dir():
        raise BuildError(f"{sources} is no folder; give the folder of the publishers' files.")
    entries, fetched = chosen(catalogue(), sources, out)
    if unread := unread_sources(entries, READERS, PRINTED_READERS):
        raise BuildError("\n".join(unread))
    try:
        with replaced(out) as folder:
            records = Records(sources, out, manifest_of(out).get("records", {}), fetched)
            made = _fill(folder, entries, records, out, accept)
    except SourceError as error:
        raise BuildError(f"{error} {KEPT}") from error
    except OSError as error:
        reason = f"{error.filename or out.parent}: {error.strerror or error}"
        raise BuildError(f"The tables could not be written ({reason}). {KEPT}") from error
    return _report(*made, time.perf_counter() - started)


def _fill(
    folder: Path, entries: Catalogue, records: Records, out: Path, accept: bool
) -> tuple[BuiltTables, str, list[str], list[str]]:
    """Write the tables of `records` into `folder`, unless something is wrong with them beside `out`.

    Gives the tables, the data version, the sources from their records, and what was accepted.
    """
    with tqdm(total=len(entries.indicators) + STEPS, unit="step", disable=None) as bar:
        step = _stepper(bar)
        built = _make(entries, records, step)
        shown = told(built, entries)
        before, now = last_version(out), Facts.of({name: getattr(shown, name) for name in FACTS})
        accepted = _check(built, _surprises(before, now, out), entries, accept)
        step("write")
        manifest = publish.write(built, shown, entries, records, folder)
        if before is not None:
            changes.write(before, now, folder, entries)
        bar.update()
    return shown, manifest["version"], records.from_kept(), accepted


def _stepper(bar: "tqdm[Never]") -> Callable[[str], None]:
    def step(name: str) -> None:
        bar.set_description(name)
        bar.update()

    return step


def _make(entries: Catalogue, records: Records, step: Callable[[str], None]) -> BuiltTables:
    names = Names.load(entries, CATALOGUE / "aliases.csv")

    @cache
    def open_source(source: str) -> RawTable:
        return read_source(entries.sources[source], records, names)

    parts = []
    for indicator in entries.indicators.values():
        step(indicator.id)
        if not indicator.formula:
            parts.append(harmonise(indicator, entries, open_source))
    known = _with_population(parts, entries)
    step("fill")
    observations = derive(fill(known.observations, entries), entries)
    step("silent members")
    silent = silences(observations, entries)
    instead = modelled(silent)
    grids = Grids(observations, known.counts, entries, instead)
    step("groups")
    aggregates = aggregate(observations, known.counts, entries, instead)
    step("gaps")
    between = gaps(observations, known.counts, entries, instead)
    step("spread")
    unequal = spread(observations, known.counts, entries)
    step("published")
    printed = published(entries, records, names)
    return BuiltTables(
        observations=observations,
        counts=known.counts,
        aggregates=aggregates,
        published=printed,
        gaps=between,
        coverage=coverage(observations, entries),
        excluded=known.excluded,
        spread=unequal,
        ranks=ranks(observations, aggregates, entries),
        modelled=instead,
        model_errors=model_errors(silent),
        model_replay=replay(silent, grids),
    )


def _with_population(parts: list[Harmonised], entries: Catalogue) -> Harmonised:
    known = combine(parts)
    wanted = population.economies(CATALOGUE / "implied_population.csv")
    more = population.implied(known.observations, known.counts, wanted, entries)
    more_only = Harmonised(more, known.counts.iloc[:0], known.excluded.iloc[:0])
    return counts.agreeing(combine([known, more_only]), entries.roles.people)


def _check(
    built: BuiltTables, surprising: list[str], entries: Catalogue, accept: bool
) -> list[str]:
    """BuildError for what is wrong; what is surprising beside the last version, if it is accepted."""
    refused = [] if accept or not surprising else [*surprising, HOW]
    if findings := [*checks.check(built, entries), *refused]:
        raise BuildError("\n".join([*findings, KEPT]))
    return surprising


def _surprises(before: Facts | None, now: Facts, out: Path) -> list[str]:
    if before is not None:
        return list(surprises(before, now))
    if out.exists():
        return [f"The last version in {out} is damaged: nothing can be compared with it."]
    return []


def _report(
    built: BuiltTables, version: str, kept: list[str], accepted: list[str], seconds: float
) -> BuildReport:
    return BuildReport(
        version=version,
        indicators=built.observations["indicator"].nunique(),
        economies=built.observations["economy"].nunique(),
        observations=len(built.observations),
        excluded=len(built.excluded),
        kept=tuple(kept),
        accepted=tuple(accepted),
        seconds=seconds,
        peak_mib=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )
