"""Sources come whole from the publishers' services, or keep their last good state with a sentence."""

import errno
import json
import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dashboard.catalogue import Mark
from dashboard.pipeline import BuildError, build
from dashboard.pipeline.live import RefreshError
from dashboard.pipeline.records import RECORDS
from dashboard.pipeline.switch import BusyError, alone, manifest_of
from tests.standin.conftest import Rehearsal

SERVICES = ("world-bank", "data360", "sdg")


def share(out: Path) -> dict[tuple[str, int], float]:
    """The values of the indicator in the tables, by economy and year."""
    rows = pd.read_parquet(out / "observations.parquet")
    rows = rows[rows["indicator"] == "share"]
    return dict(zip(zip(rows["economy"], rows["year"], strict=True), rows["value"], strict=True))


def left(rehearsal: Rehearsal) -> list[str]:
    """Names of files in the folder of what was fetched, and of unfinished ones beside the tables."""
    found = [str(p.relative_to(rehearsal.folder)) for p in rehearsal.folder.rglob("*")]
    return sorted([*found, *(p.name for p in rehearsal.out.parent.glob(".*"))])


@pytest.mark.parametrize("service", SERVICES)
def test_a_source_comes_anew(rehearsal: Rehearsal, service: str) -> None:
    """A corrected figure of one source stands in new tables; the other source is from its records."""
    report = rehearsal.run(service)
    assert (report.new, report.failed) == (["use"], {})
    assert share(rehearsal.out)["AAA", 2010] == 80.5
    assert share(rehearsal.out)["DDD", 2015] == 25
    assert "0 values new, 1 values corrected, 0 values gone" in report.built
    assert "share, AAA, 2010: 80 -> 80.5" in report.built
    assert left(rehearsal) == ["live", "live/fetched.json", "live/use"]


def test_what_was_fetched_is_told(rehearsal: Rehearsal) -> None:
    """The manifest has the date and name of the release, address, bytes, checksum and time."""
    rehearsal.run()
    (use,) = [one for one in manifest_of(rehearsal.out)["sources"] if one["id"] == "use"]
    assert use["vintage"] == use["fetched"]["vintage"] == "2026-07-13"
    assert use["fetched"]["url"].endswith("/country/all/indicator/USE")
    assert use["fetched"]["sha256"] == use["sha256"]
    assert use["fetched"]["bytes"] == (rehearsal.folder / "live" / "use").stat().st_size
    assert use["fetched"]["fetched_at"].startswith("20")


def test_an_honest_name(rehearsal: Rehearsal) -> None:
    """The services are told who asks, and no browser is imitated."""
    rehearsal.run()
    (agent,) = rehearsal.standin.agents
    assert "dashboard" in agent
    assert "Mozilla" not in agent


@pytest.mark.parametrize("service", ["world-bank", "data360"])
def test_the_same_bytes_give_no_new_version(rehearsal: Rehearsal, service: str) -> None:
    """Asked twice, a service that says the same changes nothing, neither tables nor records."""
    rehearsal.run(service)
    version = manifest_of(rehearsal.out)["version"]
    kept = (rehearsal.out / RECORDS / "use.parquet").stat().st_mtime_ns
    report = rehearsal.run(service)
    assert (report.new, report.same) == ([], ["use"])
    assert manifest_of(rehearsal.out)["version"] == version
    assert (rehearsal.out / RECORDS / "use.parquet").stat().st_mtime_ns == kept


# service, fault -> what the sentence says beside source and series
REFUSED = {
    ("world-bank", "html"): "something else than data .*DOCTYPE",
    ("world-bank", "empty"): "something else than data .nothing.",
    ("world-bank", "no json"): "no whole JSON",
    ("world-bank", "502"): "it answered 502|could not be reached",
    ("world-bank", "xml"): "something else than data .*xml version",
    ("world-bank", "400"): "it answered 400",
    ("world-bank", "reset"): "could not be reached, or ended the connection",
    ("world-bank", "cut gzip"): "its answer was cut",
    ("world-bank", "no gzip"): "its answer could not be unpacked",
    ("world-bank", "403"): "it answered 403",
    ("world-bank", "473"): "it answered 473",
    ("world-bank", "cut"): "its answer was cut",
    ("world-bank", "slow"): "it did not answer in time|could not be reached",
    ("world-bank", "elsewhere"): "leads to another host, elsewhere.invalid",
    ("world-bank", "huge"): "it sent more than 1048576 bytes",
    ("world-bank", "error with 200"): "answered with an error .120: The value is not valid.",
    ("world-bank", "no rows"): "the series is empty",
    ("world-bank", "fewer rows"): "it sent 35 rows and says that there are 36",
    ("world-bank", "changing total"): "changed while it was being read",
    ("world-bank", "another series"): "rows of another series, OTHER",
    ("world-bank", "row twice"): "there is a second row for DDD",
    ("world-bank", "word"): "'about 80' stands where a number should be",
    ("world-bank", "magnitude"): "24 of 24 values are more than twice or less than half",
    ("world-bank", "economy gone"): "it has lost economies: DDD",
    ("world-bank", "ends earlier"): "it ends in 2014, and what is kept in 2015",
    ("data360", "html"): "something else than data",
    ("data360", "cut gzip"): "its answer was cut",
    ("data360", "no file, growing"): "changed while it was being read",
    ("data360", "no file, too few"): "it sent 24 rows and says that there are 33",
    ("data360", "two units"): "it has the units USD beside PT_POP",
    ("data360", "word"): "'yes' stands where a number should be",
    ("sdg", "no total"): "does not say totalElements",
    ("sdg", "changing total"): "changed while it was being read",
    ("sdg", "another series"): "rows of another series, OTHER",
    ("sdg", "new release"): "a new release came out while it was being read",
    ("sdg", "extra dimension"): "several values for AAA, 2010: the catalogue must select one",
    ("itu-files", "no workbook"): "something else than data",
    ("itu-files", "403"): "it answered 403",
    ("itu-files", ""): "the service does not have it .404.",
}


@pytest.mark.parametrize(("service", "fault"), REFUSED)
def test_a_fault_keeps_the_last_good_state(rehearsal: Rehearsal, service: str, fault: str) -> None:
    """A sentence names source, series and reason; tables, records and folder stay as they were."""
    rehearsal.standin.fault = fault
    before = share(rehearsal.out)
    report = rehearsal.run(service)
    series = "publications/use.xlsx" if service == "itu-files" else "USE"
    (sentence,) = report.failed.values()
    assert sentence.startswith(f"use keeps its last good state: {series}: ")
    assert re.search(REFUSED[service, fault], sentence), sentence
    assert sentence.endswith(".")
    assert (report.new, share(rehearsal.out)) == ([], before)
    assert left(rehearsal) == []


HEALS = [
    "html once", "502 burst", "429", "late", "moved", "numbers as texts", "pages", "gzip", "bom",
]  # fmt: skip


@pytest.mark.parametrize("fault", HEALS)
def test_what_heals_is_waited_for(rehearsal: Rehearsal, fault: str) -> None:
    """A service that recovers, is late, has moved, or writes and packs otherwise gives its series whole."""
    rehearsal.standin.fault = fault
    report = rehearsal.run()
    assert (report.new, report.failed) == (["use"], {})
    assert share(rehearsal.out)["AAA", 2010] == 80.5


def test_a_series_under_another_code(rehearsal: Rehearsal) -> None:
    """Where the first code is gone, the next is asked for, and its values are those of the first."""
    rehearsal.standin.code = "FORMER"
    for service in ("world-bank", "data360"):
        assert rehearsal.run(service, accept=True).failed == {}
        assert share(rehearsal.out)["AAA", 2010] == 80.5


def test_an_older_mirror_replaces_nothing(rehearsal: Rehearsal) -> None:
    """A release that is older than the one that is kept is refused."""
    rehearsal.run()
    rehearsal.standin.updated = "2023-01-01"
    (sentence,) = rehearsal.run().failed.values()
    assert "it is older (2023-01-01) than what is kept (2026-07-13)" in sentence


def test_values_that_are_no_numbers(rehearsal: Rehearsal) -> None:
    """Bounds and words for nothing are no values, and 1,234.5 is a number beyond the range."""
    rehearsal.standin.fault = "odd values"
    with pytest.raises(BuildError, match=r"share can only lie between 0 and 100"):
        rehearsal.run("sdg", accept=True)
    assert left(rehearsal) == []


@pytest.mark.parametrize(("service", "fault"), [("sdg", "nil"), ("data360", "null")])
def test_nothing_is_not_zero(rehearsal: Rehearsal, service: str, fault: str) -> None:
    """A zero with the footnote NIL, and the text null, are missing values."""
    rehearsal.standin.fault = fault
    rehearsal.run(service, accept=True)
    assert ("AAA", 2010) not in share(rehearsal.out)
    assert share(rehearsal.out)["AAA", 2011] == 81


def test_figures_in_the_style_of_c(rehearsal: Rehearsal) -> None:
    """1.02263e+001 is 10.2263."""
    rehearsal.standin.fault = "c style"
    rehearsal.run("data360", accept=True)
    assert share(rehearsal.out)["CCC", 2010] == pytest.approx(10.2263)


def test_dry_run(rehearsal: Rehearsal) -> None:
    """It prints what would change, and changes nothing."""
    version = manifest_of(rehearsal.out)["version"]
    report = rehearsal.run(dry=True)
    assert "share, AAA, 2010: 80 -> 80.5" in str(report)
    assert "Nothing was replaced." in str(report)
    assert manifest_of(rehearsal.out)["version"] == version
    assert left(rehearsal) == []


def test_what_the_catalogue_leaves_out(rehearsal: Rehearsal) -> None:
    """An impossible value keeps its source as it was, unless a mark leaves that value out already."""
    rehearsal.standin.series["AAA"][0] = 180
    (sentence,) = rehearsal.run().failed.values()
    told = "share can only lie between 0 and 100, which excludes 1 values, such as AAA, 2010: 180"
    assert told in sentence
    mark = Mark("share", "AAA", 2010, "excluded", "implausible")
    rehearsal.entries = replace(rehearsal.entries, marks=(mark,))
    assert rehearsal.run(accept=True).failed == {}


def test_a_build_that_refuses(rehearsal: Rehearsal) -> None:
    """What the build finds surprising leaves the folder as it was, so that the next refresh tries again."""
    rehearsal.standin.series["AAA"][0] = 0.1
    with pytest.raises(BuildError, match="share jumps beyond the history"):
        rehearsal.run()
    assert left(rehearsal) == []
    assert rehearsal.run(accept=True).new == ["use"]


def test_what_a_person_must_bring(rehearsal: Rehearsal) -> None:
    """A source that no program may fetch is named with its page and its place in the folder."""
    (sentence,) = rehearsal.run().by_hand
    assert sentence == f"By hand, from https://y/: people -> {rehearsal.folder / 'people.csv'}."


def test_only_what_is_known(rehearsal: Rehearsal) -> None:
    """A source that is not there to be fetched is refused with those that are."""
    with pytest.raises(RefreshError, match="There is no 'nothing' to fetch; there are use"):
        rehearsal.run(only=["nothing"])


def test_two_at_once(rehearsal: Rehearsal) -> None:
    """The second is told to wait before it asks anybody."""
    rehearsal.folder.mkdir()
    with alone(rehearsal.folder, "refresh"), pytest.raises(BusyError, match="Another refresh is"):
        rehearsal.run()
    assert rehearsal.standin.asked == 0


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left")])
def test_stopped_or_full(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """Ctrl-C or a full disk while files are written leaves nothing half-written."""

    def refuse(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refuse)
        with pytest.raises(type(error)):
            rehearsal.run()
    assert left(rehearsal) == []
    assert rehearsal.run().new == ["use"]
    assert json.loads((rehearsal.folder / "live" / "fetched.json").read_text())["use"]


def test_one_fails_the_other_comes(rehearsal: Rehearsal) -> None:
    """A source that its service does not have keeps its state, and the other comes all the same."""
    people = replace(
        rehearsal.entries.sources["people"],
        live=replace(rehearsal.entries.sources["use"].live, codes=("POP",)),
    )
    rehearsal.entries = replace(
        rehearsal.entries, sources={**rehearsal.entries.sources, "people": people}
    )
    report = rehearsal.run()
    assert report.new == ["use"]
    (sentence,) = report.failed.values()
    assert sentence.startswith("people keeps its last good state: POP: it answered with an error")


def test_other_series_of_an_older_file(rehearsal: Rehearsal, sources: Path) -> None:
    """An economy that only another series of the kept file had is not lost."""
    use = sources / "use.csv"
    lines = use.read_text(encoding="utf-8-sig").splitlines()
    lines = [line for line in lines if ",AAA," not in line]
    use.write_text("\n".join([*lines, "x,AAA,Other,OTHER,1,1,1,1,1,1", ""]), encoding="utf-8")
    build(sources, rehearsal.out, accept=True)
    del rehearsal.standin.series["AAA"]
    rehearsal.standin.series["BBB"][0] = 70.5
    assert rehearsal.run().failed == {}
