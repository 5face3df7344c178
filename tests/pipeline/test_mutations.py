"""Sources that were damaged on their way: each is refused with sentences, and the last tables stay."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.pipeline import BuildError, build
from dashboard.tables import Tables

# Not counted among the lines that tests cover: a sweep over all there is, which counting makes slow.
pytestmark = pytest.mark.no_cover

Mutation = tuple[str, Callable[[str], str]]
USE, PEOPLE = "use.csv", "people.csv"


def changed(before: str, after: str, file: str = USE) -> Mutation:
    """Another text in the place of one that is there."""

    def mutate(content: str) -> str:
        assert before in content
        return content.replace(before, after, 1)

    return file, mutate


def cut(share: float, file: str = USE) -> Mutation:
    """The first part of a file, as a broken download leaves it."""
    return file, lambda content: content[: round(len(content) * share)]


def without(start: str, file: str = USE) -> Mutation:
    """A file that lacks a line."""
    return file, lambda content: re.sub(rf"(?m)^{start}.*\n", "", content)


def exchanged(one: str, other: str, file: str = USE) -> Mutation:
    """Two codes that have changed places."""
    swap = {one: other, other: one}
    return file, lambda content: re.sub(f"{one}|{other}", lambda found: swap[found[0]], content)


def shorn(column: int, file: str = USE) -> Mutation:
    """A file that lacks a column, its heading included."""

    def mutate(content: str) -> str:
        rows = [line.split(",") for line in content.splitlines()]
        return "".join(",".join([*row[:column], *row[column + 1 :]]) + "\n" for row in rows)

    return file, mutate


MUTATIONS: dict[str, Mutation] = {
    # A broken download
    **{f"cut at {share:.0%}": cut(share) for share in (0, 0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)},
    **{f"people cut at {share:.0%}": cut(share, PEOPLE) for share in (0, 0.4, 0.7, 0.95)},
    "the last figure cut": changed("20,21,22,23,24,25\n", "20,21,22,23,24,2\n"),
    "the last figure of people cut": changed(
        "100,100,100,100,100,100", "100,100,100,100,100,1", PEOPLE
    ),
    "the last figure gone": changed("20,21,22,23,24,25\n", "20,21,22,23,24,\n"),
    # What vanished
    **{f"{code} gone": without(f"x,{code}") for code in ("AAA", "BBB", "CCC", "DDD")},
    **{f"people of {code} gone": without(f"x,{code}", PEOPLE) for code in ("AAA", "DDD")},
    "a value blank": changed("80,81", "80,"),
    "a value dotted": changed("80,81", "80,.."),
    "a year blank": (USE, lambda content: re.sub(r"(?m)(,\d+),\d+$", r"\1,", content)),
    "the header gone": without("Country Name"),
    **{f"column {column} gone": shorn(column) for column in range(10)},
    # Other values
    "ten times too large": changed("10,11,12", "10,110,12"),
    "ten times too small": changed("80,81,82", "80,8.1,82"),
    "ten times too small, among small ones": changed("10,11,12", "10,1.1,12"),
    "the first one ten times too small": changed("70,71", "7,71"),
    "people in thousands": changed("100,100,100,100,100,100", "0.1,0.1,0.1,0.1,0.1,0.1", PEOPLE),
    "people once in thousands": changed("60,60,60", "60,0.06,60", PEOPLE),
    "zero": changed("80,81", "80,0"),
    "negative": changed("80,81", "80,-81"),
    "infinite": changed("80,81", "80,inf"),
    "too large for a number": changed("80,81", "80,1e999"),
    "beyond a hundred": changed("85\n", "185\n"),
    "all a point more": (
        USE,
        lambda content: re.sub(
            r"(?m)^(x,AAA.*USE,)(.*)$",
            lambda m: m[1] + ",".join(str(int(n) + 1) for n in m[2].split(",")),
            content,
        ),
    ),
    # Other spellings
    "an underscore": changed("80,81", "80,8_1"),
    "full-width digits": changed("80,81", "80,８１"),
    "a comma for a point": changed("80,81", '80,"81,0"'),
    "a remark": changed("80,81", "80,81*"),
    # Other places
    "two economies exchanged": exchanged("AAA", "CCC"),
    "two neighbours exchanged": exchanged("AAA", "BBB"),
    "two peoples exchanged": exchanged("CCC", "DDD", PEOPLE),
    "an economy twice": changed("x,BBB", "x,AAA"),
    "an unknown economy": changed("x,BBB", "x,QQQ"),
    "another series": changed("Use,USE,80", "Use,USD,80"),
    "a column shifted": changed("x,BBB,Use", "x,BBB,Use,Use"),
    "a row short": changed(",84,85", ""),
    "a row of one cell": changed("x,AAA,Use,USE,80,81,82,83,84,85", "x"),
    "years exchanged": changed("2010,2011", "2011,2010"),
    "the last year far ahead": changed("2014,2015", "2014,2051"),
    "a year twice": changed("2014,2015", "2014,2014"),
    "a year out of time": changed("2014,2015", "2014,9015"),
    # Bytes
    "a line of NUL": changed("x,BBB", "\0\0\0\0\nx,BBB"),
    "a NUL in a number": changed("80,81", "80,8\0"),
    "another encoding": changed("x,BBB", "x\udcff,BBB"),
    "a quote that stays open": changed("x,BBB", '"x,BBB'),
}


@pytest.fixture
def good(sources: Path, out: Path) -> str:
    """The version of the sources as they should be, published."""
    return build(sources, out).version


@pytest.mark.usefixtures("world")
def test_mutations_are_refused(sources: Path, out: Path, good: str) -> None:
    """Sixty and more ways of damage: each ends with sentences and without a trace, and nothing is replaced."""
    assert len(MUTATIONS) >= 60
    passed = []
    for name, (file, mutate) in MUTATIONS.items():
        path = sources / file
        whole = path.read_bytes()
        path.write_bytes(mutate(whole.decode("utf-8-sig")).encode(errors="surrogateescape"))
        try:
            # What no reader looks at may be gone: the tables are the same.
            if build(sources, out).version != good:
                passed.append(name)
        except BuildError as error:
            said = str(error).splitlines()
            assert said[-1].endswith("The tables were not replaced."), name
            assert all(line.endswith(".") for line in said), name
        path.write_bytes(whole)
    assert passed == []
    assert Tables(out).version == good


MEANT: dict[str, Mutation] = {
    "a figure corrected": changed("80,81", "80,81.5"),
    "a new year in step": (
        USE,
        lambda content: "\n".join(
            line + (",2016" if k == 0 else f",{int(line.rsplit(',', 1)[1]) + 1}")
            for k, line in enumerate(content.splitlines())
        ),
    ),
    "nothing": (USE, lambda content: content),
}


@pytest.mark.usefixtures("world", "good")
@pytest.mark.parametrize("change", MEANT)
def test_what_a_new_edition_brings_passes(sources: Path, out: Path, change: str) -> None:
    """A correction within the history of a series and a year more need nobody's word."""
    file, mutate = MEANT[change]
    path = sources / file
    path.write_text(mutate(path.read_text(encoding="utf-8-sig")), encoding="utf-8")
    assert build(sources, out).accepted == ()
