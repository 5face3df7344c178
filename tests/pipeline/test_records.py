"""What readers yield is kept beside the tables, so that a build can do without files that went."""

from pathlib import Path

import pytest

from dashboard.pipeline import BuildError, build
from dashboard.pipeline.readers import Record
from dashboard.pipeline.records import RECORDS, VALUES, Records
from dashboard.pipeline.switch import manifest_of
from dashboard.tables import Tables
from tests.pipeline.worlds import source


def everything(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@pytest.mark.usefixtures("world")
def test_build_from_recordsalone(sources: Path, out: Path) -> None:
    """Without any file, a build makes the same bytes from the records that the last one kept."""
    build(sources, out)
    before = everything(out)
    assert {f"{RECORDS}/use.parquet", f"{RECORDS}/people.parquet"} <= set(before)
    for file in sources.iterdir():
        file.unlink()
    report = build(sources, out)
    assert report.kept == ("people", "use")
    assert "From records, without files: people, use." in str(report)
    assert everything(out) == before


@pytest.mark.usefixtures("world")
def test_one_source_anew(sources: Path, out: Path, tmp_path: Path) -> None:
    """One new file beside the records of the others gives the tables of a build from all files."""
    build(sources, out)
    use = sources / "use.csv"
    use.write_text(use.read_text(encoding="utf-8").replace("80,81", "80.5,81"), encoding="utf-8")
    build(sources, tmp_path / "whole" / "tables")
    (sources / "people.csv").unlink()
    report = build(sources, out)
    assert report.kept == ("people",)
    apart = {
        "changes.json",
        "manifest.json",
    }  # what changed since a version that the other never had
    one, other = everything(out), everything(tmp_path / "whole" / "tables")
    assert [
        name for name in one | other if name not in apart and one.get(name) != other.get(name)
    ] == []


@pytest.mark.usefixtures("world")
def test_damaged_records_are_refused(sources: Path, out: Path) -> None:
    """Records that are not as they were kept are a sentence, and the tables stay."""
    version = build(sources, out).version
    (out / RECORDS / "use.parquet").write_bytes(b"PAR1")
    (sources / "use.csv").unlink()
    with pytest.raises(BuildError, match=r"the kept records of the source use are damaged"):
        build(sources, out)
    assert Tables(out).version == version


@pytest.mark.usefixtures("world")
def test_records_are_renewed_where_no_table_changed(sources: Path, out: Path) -> None:
    """A group's figure that no table has is in the records all the same; the version stays."""
    version = build(sources, out).version
    kept = manifest_of(out)["records"]
    use = sources / "use.csv"
    use.write_text(use.read_text(encoding="utf-8").replace("1,1,1", "1,2,1"), encoding="utf-8")
    assert build(sources, out).version == version
    assert manifest_of(out)["records"]["use"] != kept["use"]
    assert manifest_of(out)["records"]["people"] == kept["people"]


def test_a_record_comes_back_as_it_was(tmp_path: Path) -> None:
    """Every field of a record survives: digits, status, notes, dimensions, the reason of exclusion."""
    (tmp_path / "a.csv").write_text("x", encoding="utf-8")
    given = [
        Record(
            "K'N", "S", 1999, 0.1 + 0.2, 7, "estimated", ("a", "b"), {"SEX": "F"}, "not-assessed"
        ),
        Record("4", "", 2025, -1e300, 8),
    ]
    records = Records(tmp_path)
    wb = source(file="a.csv")
    (file,) = records.files(wb)
    assert list(records.of(wb, file, VALUES, lambda _: iter(given))) == given
    tables = tmp_path / "tables"
    tables.mkdir()
    kept = records.write(tables / RECORDS)
    again = Records(tmp_path / "nowhere", tables, kept)
    (name,) = again.files(wb)
    assert name == Path("a.csv")
    assert list(again.of(wb, name, VALUES, lambda _: iter(()))) == given
