"""Fetch all sources that a program may fetch, and build; imports the services, the checks and the build.

A source comes whole or keeps its last good state; the others go on. What is written stands under another
name until it is whole, so that whoever is stopped leaves nothing half-written.
"""

import queue
import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
from tqdm import tqdm

from dashboard.catalogue import Catalogue, Source, catalogue
from dashboard.pipeline.build import BuildError, build
from dashboard.pipeline.differences import difference
from dashboard.pipeline.editions import LIST, chosen, fetched_into
from dashboard.pipeline.entities import Names
from dashboard.pipeline.live.accepting import faults
from dashboard.pipeline.live.client import SERVICES, Client, FetchError, Patience
from dashboard.pipeline.live.services import FETCHERS, Fetched, fetch
from dashboard.pipeline.readers import SourceError
from dashboard.pipeline.records import Records
from dashboard.pipeline.switch import VERSIONS, BusyError, alone, manifest_of
from dashboard.refreshed import FAILED, NEW, SAME, note_refresh
from dashboard.settings import CATALOGUE

WORKERS = 4
OF_A_SERVICE = 2
UNFINISHED = ".refresh-"


class RefreshError(RuntimeError):
    """Nothing was fetched; the message is a sentence."""


@dataclass(frozen=True)
class Wanted:
    """What an operator asks for: which sources (none: all), where services are, what is accepted."""

    only: Sequence[str] = ()
    services: Mapping[str, str] = field(default_factory=dict)
    accept: bool = False
    dry: bool = False
    patience: Patience = field(default_factory=Patience)


@dataclass
class RefreshReport:
    """What came anew, what stayed as it was, what failed, in sentences."""

    new: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    by_hand: list[str] = field(default_factory=list)
    built: str = "Nothing is new: the tables stay as they are."

    def __str__(self) -> str:
        """The sentences, a line each."""
        lines = [f"Fetched: {', '.join(self.new)}."] if self.new else []
        lines += [f"Unchanged: {', '.join(self.same)}."] if self.same else []
        return "\n".join([*lines, *self.failed.values(), *self.by_hand, self.built])

    def states(self, refused: str) -> dict[str, tuple[str, str]]:
        """The state of each source, with a sentence for one that keeps what it had."""
        untaken = "came, and is not in the tables: nothing was replaced."
        new = {one: (FAILED, f"{one} {untaken}") if refused else (NEW, "") for one in self.new}
        kept = {one: (FAILED, sentence) for one, sentence in self.failed.items()}
        return new | kept | dict.fromkeys(self.same, (SAME, ""))


def refresh(folder: Path, tables: Path, wanted: Wanted) -> RefreshReport:
    """Fetch into `folder` and build `tables` anew; BuildError and its like where the build refuses.

    BusyError if another refresh is at work there.
    """
    entries = catalogue()
    sources = _asked(entries, wanted)
    folder.mkdir(parents=True, exist_ok=True)
    report = RefreshReport(by_hand=list(_by_hand(entries, folder)) if not wanted.only else [])
    with alone(folder, "refresh"), _noted(report, tables, wanted), _staged(folder) as stage:
        before = _kept_facts(tables)
        for source, came in _all(sources, wanted):
            _take(source, came, report, _Place(entries, stage, tables, before, wanted.accept))
        if report.new:
            _beside(stage, folder)
            report.built = _built(stage, tables, wanted)
            if not wanted.dry:
                _settle(stage, folder, report.new)
    return report


@contextmanager
def _noted(report: RefreshReport, tables: Path, wanted: Wanted) -> Iterator[None]:
    """Have the servers of these tables tell how it went, unless it was only tried or was stopped."""
    try:
        yield
    except (BuildError, BusyError, OSError) as error:
        _note_states(report, tables, wanted, str(error))
        raise
    _note_states(report, tables, wanted, "")


def _note_states(report: RefreshReport, tables: Path, wanted: Wanted, refused: str) -> None:
    said = {} if wanted.dry else report.states(refused)
    try:
        if said:
            note_refresh(tables.parent / VERSIONS, said, refused)
    except OSError as error:
        report.built += f"\n/health does not know of this refresh ({error.strerror or error})."


def _asked(entries: Catalogue, wanted: Wanted) -> list[Source]:
    known = {key: source for key, source in entries.sources.items() if source.live}
    for name, names in ((wanted.only, known), (wanted.services, SERVICES)):
        if others := sorted(set(name) - set(names)):
            raise RefreshError(f"There is no {others[0]!r} to fetch; there are {', '.join(names)}.")
    return [source for key, source in known.items() if not wanted.only or key in wanted.only]


def _by_hand(entries: Catalogue, folder: Path) -> Iterator[str]:
    """A sentence for each page where a person downloads what no program may fetch.

    What comes with the fetched edition of another source need not be brought.
    """
    pages: dict[str, list[str]] = {}
    for source in entries.sources.values():
        if not source.live and not source.comes_with:
            pages.setdefault(source.url, []).append(f"{source.id} -> {folder / source.file}")
    for url, files in pages.items():
        yield f"By hand, from {url}: {'; '.join(files)}."


def _kept_facts(tables: Path) -> dict[str, Any]:
    return {one["id"]: one for one in manifest_of(tables).get("sources", ())}


@dataclass(frozen=True)
class _Place:
    """Where a fetched source is tried: beside which catalogue, in which folder, against which tables."""

    entries: Catalogue
    stage: Path
    tables: Path
    before: Mapping[str, Any]
    accept: bool


def _all(sources: Sequence[Source], wanted: Wanted) -> Iterator[tuple[Source, Fetched | Exception]]:
    """Each source with what came, or with what kept it from coming, as soon as it is known.

    The threads end with the process, so that nobody who stops it waits for a service.
    """
    todo: queue.Queue[Source] = queue.Queue()
    done: queue.Queue[tuple[Source, Fetched | Exception]] = queue.Queue()
    stopped = threading.Event()
    turns = {name: threading.Semaphore(OF_A_SERVICE) for name in FETCHERS}
    for source in sources:
        todo.put(source)

    def work() -> None:
        while not stopped.is_set():
            try:
                source = todo.get_nowait()
            except queue.Empty:
                return
            done.put((source, _came(source, wanted, turns, stopped)))

    for _ in range(min(WORKERS, len(sources))):
        threading.Thread(target=work, daemon=True).start()
    try:
        for _ in tqdm(sources, unit="source", disable=None):
            yield done.get()
    finally:
        stopped.set()


def _came(
    source: Source,
    wanted: Wanted,
    turns: Mapping[str, threading.Semaphore],
    stopped: threading.Event,
) -> Fetched | Exception:
    live = source.live
    assert live is not None
    bases = {**SERVICES, **wanted.services}
    with turns[live.service]:
        try:
            client = Client(bases, wanted.patience, stopped)
            return fetch(client, live, _today())
        except Exception as error:  # noqa: BLE001  # told by the thread that asked
            return error


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _take(source: Source, came: Fetched | Exception, report: RefreshReport, place: _Place) -> None:
    """Put what came of a source into the stage, or say why not."""
    if isinstance(came, Exception):
        if not isinstance(came, FetchError):
            raise came
        report.failed[source.id] = _kept(source, str(came))
        return
    digest = sha256(came.content).hexdigest()
    if digest == place.before.get(source.id, {}).get("sha256"):
        report.same.append(source.id)
        return
    new = source.fetched(came.vintage)
    file = place.stage / new.file
    file.write_bytes(came.content)
    try:
        found = list(_faults(new, place))
        found = [] if place.accept else found
    except SourceError as error:
        found = [str(error)]
    if found:
        file.unlink()
        report.failed[source.id] = _kept(source, f"{came.code}: {'; '.join(found)}")
        return
    _note(place.stage, source.id, came, digest)
    report.new.append(source.id)


def _faults(new: Source, place: _Place) -> Iterator[str]:
    names = Names.load(place.entries, CATALOGUE / "aliases.csv")
    kept = manifest_of(place.tables).get("records", {})
    now, _ = chosen(place.entries, place.stage / "nowhere", place.tables)
    old = None
    if new.id in kept:
        old = (now.sources[new.id], Records(place.stage / "nowhere", place.tables, kept))
    yield from faults((new, Records(place.stage)), old, names, place.entries)


def _kept(source: Source, reason: str) -> str:
    return f"{source.id} keeps its last good state: {reason.rstrip('.')}."


def _note(folder: Path, source: str, came: Fetched, digest: str) -> None:
    """Add a source to the list of what was fetched, at one stroke."""
    known = fetched_into(folder)
    known[source] = {
        "vintage": came.vintage,
        "release": came.release,
        "url": came.address,
        "bytes": len(came.content),
        "sha256": digest,
        "fetched_at": datetime.now(tz=UTC).isoformat(timespec="seconds"),
    }
    _write(folder, known)


def _write(folder: Path, known: Mapping[str, Any]) -> None:
    text = orjson.dumps(known, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)
    new = folder / f"{LIST}.new"
    new.write_bytes(text)
    new.replace(folder / LIST)


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """A folder for what is not accepted yet; what one that was killed has left goes first."""
    for left in folder.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
    stage = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder))
    (stage / "live").mkdir()
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _settle(stage: Path, folder: Path, sources: Sequence[str]) -> None:
    """Have the accepted files in their place, each at one stroke."""
    (folder / "live").mkdir(exist_ok=True)
    known, new = fetched_into(folder), fetched_into(stage)
    for source in sources:
        (stage / "live" / source).replace(folder / "live" / source)
        known[source] = new[source]
        _write(folder, known)


def _beside(stage: Path, folder: Path) -> None:
    """Have the other files of the folder in the stage too, by links, for a build that is only tried."""
    for path in folder.iterdir():
        if path.name != "live" and not path.name.startswith("."):
            (stage / path.name).symlink_to(path.resolve())
    for path in (folder / "live").glob("*"):
        if not (stage / "live" / path.name).exists() and path.name != LIST.name:
            shutil.copy2(path, stage / "live" / path.name)
    _write(stage, {**fetched_into(folder), **fetched_into(stage)})


def _built(folder: Path, tables: Path, wanted: Wanted) -> str:
    """Build, or try to; give the report, and what differs from the tables before."""
    before = manifest_of(tables).get("version", "")
    if not wanted.dry:
        report = build(folder, tables, accept=wanted.accept)
        return _told(str(report), before, report.version, tables)
    with tempfile.TemporaryDirectory(prefix=UNFINISHED) as place:
        trial = Path(place) / "tables"
        if tables.exists():
            shutil.copytree(tables, trial, dirs_exist_ok=False)
        report = build(folder, trial, accept=True)
        return _told(f"{report}\nNothing was replaced.", before, report.version, trial)


def _told(report: str, before: str, version: str, tables: Path) -> str:
    if not before or before == version:
        return report
    return f"{report}\n\n{difference(before, version, tables)}"
