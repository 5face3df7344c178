"""A small world whose shares come from a service of the tests' own machine."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue, Economy, Live, Series
from dashboard.pipeline import build
from dashboard.pipeline.live import RefreshReport, Wanted, refresh
from dashboard.pipeline.live.client import Patience
from tests.pipeline.conftest import BUILD, out, small, sources, world  # noqa: F401  # fixtures
from tests.standin.server import M49, YEARS, Standin, served

REFRESH = sys.modules["dashboard.pipeline.live.refresh"]
# Long enough for this machine, short enough for a test.
IMPATIENT = Patience(connect=2, read=0.2, tries=3, backoff=0.01, of_a_source=5, most_bytes=1 << 20)
FIRST = {"AAA": 80, "BBB": 70, "CCC": 10, "DDD": 20}
# Where the tables of the first test are, once there are any.
FIRST_BUILD: list[Path] = []
READERS = {
    "world-bank": "wdi-pages",
    "data360": "data360",
    "sdg": "sdg-pages",
    "itu-files": "price-baskets",
}


@dataclass
class Rehearsal:
    """A stand-in, and a refresh that asks it: `run` refreshes from one of its services."""

    standin: Standin
    address: str
    entries: Catalogue
    folder: Path
    out: Path
    patch: Callable[[Catalogue], None]
    live: Live | None = None

    def run(self, service: str = "world-bank", **wanted: object) -> RefreshReport:
        """Refresh the source `use` (and `people`, where it is live) from a service, as `live` says if it does."""
        known = self.entries.sources["use"].live
        codes = known.codes if known and service != "itu-files" else ("publications/use.xlsx",)
        units = ("PT_POP",) if service == "data360" else ()
        made = Live(service, READERS[service], "Use, {vintage}", codes, (), "ITU_DH", units)
        live = self.live or made
        use = replace(self.entries.sources["use"], live=live)
        code = live.parts[0].code if live.parts else "use" if service == "sdg" else "USE"
        share = replace(self.entries.indicators["share"], series=(Series("use", code),))
        indicators = {**self.entries.indicators, "share": share}
        self.patch(
            replace(
                self.entries, sources={**self.entries.sources, "use": use}, indicators=indicators
            )
        )
        hosts = (service, "data360-api") if service == "data360" else (service,)
        services = dict.fromkeys(hosts, self.address)
        given = {"services": services, "patience": IMPATIENT, **wanted}
        return refresh(self.folder, self.out, Wanted(**given))  # type: ignore[arg-type]


def _build_once(sources: Path, out: Path, factory: pytest.TempPathFactory) -> None:  # noqa: F811
    """Have the tables that a build from the files makes, which takes a third of a second, by copying."""
    if not FIRST_BUILD:
        FIRST_BUILD.append(factory.mktemp("first") / "data")
        build(sources, FIRST_BUILD[0] / "tables")
    shutil.copytree(FIRST_BUILD[0], out.parent)


@pytest.fixture
def rehearsal(  # noqa: PLR0913, PLR0917  # fixtures
    world: Catalogue,  # noqa: F811
    sources: Path,  # noqa: F811
    out: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Rehearsal]:
    """Tables as they were built from files, and a service with one corrected value."""
    places = {c: Economy(c, c[:2], M49[c], un_member=True) for c in world.economies}
    live = Live("world-bank", "wdi-pages", "Use, {vintage}", ("USE", "FORMER"))
    use = replace(world.sources["use"], live=live)
    entries = replace(world, economies=places, sources={**world.sources, "use": use})

    def patch(chosen: Catalogue) -> None:
        monkeypatch.setattr(BUILD, "catalogue", lambda: chosen)
        monkeypatch.setattr(REFRESH, "catalogue", lambda: chosen)

    patch(world)
    monkeypatch.setattr(REFRESH, "CATALOGUE", tmp_path)
    _build_once(sources, out, tmp_path_factory)
    values = {c: [float(n + k) for k in range(len(YEARS))] for c, n in FIRST.items()}
    values["AAA"][0] = 80.5
    standin = Standin(values)
    with served(standin) as address:
        yield Rehearsal(standin, address, entries, tmp_path / "fetched", out, patch)
