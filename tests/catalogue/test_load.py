"""Reading the catalogue's files, and refusing spoilt ones with a sentence."""

from pathlib import Path

import pytest

from dashboard.catalogue import CatalogueError, load_catalogue


def spoil(path: Path, old: str, new: str) -> None:
    """Replace `old` once in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_untouched_copy_loads(folder: Path) -> None:
    """The files of the project can be read from any folder."""
    assert load_catalogue(folder).indicators["internet-use"].core_code == "HH7"


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("indicators.toml", "decimals = 1", "colour = 1", "indicators.toml, entry .*'colour'"),
        ("indicators.toml", "decimals = 1", "decimals 1", "indicators.toml cannot be read"),
        (
            "indicators.toml",
            "source = ",
            "origin = ",
            "entry internet-use: the field 'origin' is unk",
        ),
        ("indicators.toml", "range = [0, 100]", "range = [0]", "entry internet-use"),
        (
            "indicators.toml",
            "class_limits",
            "class_limit",
            (
                r"entry internet-use: the field 'class_limit' is unknown \(is 'class_limits' meant\?\); "
                "the field 'class_limits' is missing"
            ),
        ),
        ("indicators.toml", "decimals = 1", "", "entry .*: the field 'decimals' is missing"),
        ("indicators.toml", "decimals = 1", 'decimals = "1"', "'1' and must be a whole number"),
        ("indicators.toml", "decimals = 1", "decimals = true", "True and must be a whole number"),
        ("indicators.toml", "range = [0, 100]", "range = 0", "must be a list of 2 numbers"),
        ("indicators.toml", "bounded = true", "bounded = 1", "1 and must be true or false"),
        (
            "indicators.toml",
            'series = [{ source = "itu-internet-by-sex", code = "urban" }]',
            "series = 1",
            "entry internet-use-urban: series must be a list of tables",
        ),
        ("indicators.toml", "[internet-use]", "x = 1\n[internet-use]", "x stands outside of any"),
        ("schemes.toml", "reference = ", "leader = ", "entry development: the field 'leader'"),
        ("sources.toml", "publisher = ", "author = ", "entry itu-internet-use: the field 'author'"),
        (
            "sources.toml",
            'codes = ["SP.POP.TOTL"], ',
            "",
            "entry wdi-population: live must have either codes or parts",
        ),
        ("sources.toml", "parts = [{ code", "parts = [{ name", "the field 'name' is unknown"),
        ("economies.csv", "iso3,", "code,", "economies.csv must have the columns iso3"),
        ("economies.csv", ",AW,533", ",AW,533,extra", "economies.csv, row 2, must have 6 cells"),
        ("members.csv", "eca,DZA", "eca,ATL", "members.csv, row 2: 'ATL' is no economy"),
        ("members.csv", "eca,DZA", "ecb,DZA", "members.csv: the group 'ecb' is not in groups"),
        ("members.csv", ",yes,", ",maybe,", "members.csv, row 2: counted must be yes or no"),
        ("marks.csv", ",2002,", ",two,", "marks.csv, row .*: 'two' is not a year"),
        ("marks.csv", ",2002,", ",2002..,", r"'2002\.\.' is not a year, nor years such as"),
        ("groups.toml", "frame = true", "framed = true", "entry world: the field 'framed'"),
        ("map_rules.toml", "[notes]", "[notes", "map_rules.toml cannot be read"),
    ],
)
def test_spoilt_file_is_named(folder: Path, file: str, old: str, new: str, sentence: str) -> None:
    """Whoever breaks a catalogue file reads which file and which entry it is."""
    spoil(folder / file, old, new)
    with pytest.raises(CatalogueError, match=sentence):
        load_catalogue(folder)


@pytest.mark.parametrize(
    ("written", "span"), [("2023", (2023, 2023)), ("2019..2024", (2019, 2024)), ("", (0, 9999))]
)
def test_marks_have_a_year_years_or_all(folder: Path, written: str, span: tuple[int, int]) -> None:
    """A value that is left out is marked for one year, for a span, or for whatever year there is."""
    row = f"mobile-cellular,TON,{written},excluded,implausible-level\n"
    with (folder / "marks.csv").open("a", encoding="utf-8") as file:
        file.write(row)
    assert load_catalogue(folder).marks[-1].span == span


def test_missing_file_is_named(folder: Path) -> None:
    """A missing file stops the start with its name."""
    (folder / "themes.toml").unlink()
    with pytest.raises(CatalogueError, match=r"themes\.toml cannot be read"):
        load_catalogue(folder)


def test_members_that_do_not_count_are_left_out(folder: Path) -> None:
    """A member that is listed but not counted does not enter group values."""
    escap = load_catalogue(folder).groups["escap"].members
    spoil(folder / "members.csv", "escap,AUS,member,,,yes", "escap,AUS,member,,,no")
    assert set(escap) - set(load_catalogue(folder).groups["escap"].members) == {"AUS"}


def test_complement_is_everybody_else(folder: Path) -> None:
    """Whoever enters a list leaves the group that it is compared with."""
    before = load_catalogue(folder).groups["non-ldc"].members
    spoil(folder / "members.csv", "ldc,BTN,former,1971,2023,no", "ldc,BTN,member,1971,,yes")
    after = load_catalogue(folder).groups["non-ldc"].members
    assert "BTN" in before
    assert "BTN" not in after
