"""What single services do that others do not, and what is never asked of any."""

import ssl
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from dashboard.catalogue import Live, LivePart
from dashboard.pipeline.switch import manifest_of
from tests.standin.conftest import Rehearsal
from tests.standin.server import served
from tests.standin.test_refresh import SERVICES, share

# By what a service lets a caller narrow a series; each was seen to be dropped without a word, or to fail.
FILTERS = {"date", "mrv", "mrnev", "timePeriodStart", "timePeriodEnd", "timePeriod", "dimensions",
           "areaCode", "REF_AREA", "timePeriodFrom", "timePeriodTo", "SEX"}  # fmt: skip


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("fault", ["", "no file"])
def test_no_filter_is_relied_upon(rehearsal: Rehearsal, service: str, fault: str) -> None:
    """A filter that a service ignores changes nothing, since whole series are asked for and all of it is read."""
    rehearsal.standin.fault = fault
    assert rehearsal.run(service).new == ["use"]
    asked = {name for query in rehearsal.standin.queries for name in query}
    assert not asked & FILTERS
    assert {year for _, year in share(rehearsal.out)} == set(range(2010, 2016))


def certificate(folder: Path) -> ssl.SSLContext:
    """What a server shows that nobody has vouched for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "both.pem").write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "both.pem")
    return context


@pytest.mark.parametrize(
    ("shown", "reason"),
    [(True, "its certificate is not valid"), (False, "no safe connection (https) could be made")],
)
def test_tls(rehearsal: Rehearsal, tmp_path: Path, shown: bool, reason: str) -> None:
    """A certificate that nobody vouches for, or no TLS where it should be, is refused: checks are never off."""
    with served(rehearsal.standin, certificate(tmp_path) if shown else None) as address:
        rehearsal.address = address.replace("http:", "https:")
        report = rehearsal.run()
    assert report.failed == {"use": f"use keeps its last good state: USE: {reason}."}
    assert rehearsal.standin.asked == 0


def test_corrected_under_the_same_release(rehearsal: Rehearsal) -> None:
    """Other values under the same day of release come anew: a release is filled for weeks."""
    rehearsal.run()
    rehearsal.standin.series["BBB"][3] = 73.5
    report = rehearsal.run()
    assert report.new == ["use"]
    assert share(rehearsal.out)["BBB", 2013] == 73.5
    assert "1 values corrected" in report.built


def test_the_api_where_there_is_no_file(rehearsal: Rehearsal) -> None:
    """A series that Data360's host of files does not have is read from its API, a page at a time."""
    rehearsal.standin.fault = "no file"
    assert rehearsal.run("data360").new == ["use"]
    assert share(rehearsal.out)["AAA", 2010] == 80.5
    skips = [query["skip"] for query in rehearsal.standin.queries if "skip" in query]
    assert skips == ["0", "7", "14", "21"]


@pytest.mark.parametrize("fault", ["", "no list"])
def test_the_list_of_codes(rehearsal: Rehearsal, fault: str) -> None:
    """Data360 is asked first which codes it has; without its list all are tried in their order."""
    rehearsal.standin.code, rehearsal.standin.fault = "FORMER", fault
    assert rehearsal.run("data360", accept=True).failed == {}
    assert rehearsal.standin.queries[0] == {"datasetId": "ITU_DH"}
    assert rehearsal.standin.asked == (2 if not fault else 4)


def test_none_of_the_codes(rehearsal: Rehearsal) -> None:
    """Where a service has none of the codes, the sentence names each."""
    rehearsal.standin.code = "THIRD"
    (sentence,) = rehearsal.run("data360").failed.values()
    absent = "the service does not have it (404, and no rows)"
    assert sentence == f"use keeps its last good state: USE: {absent}; FORMER: {absent}."


def test_no_breakdown(rehearsal: Rehearsal) -> None:
    """The total of a series is _T in one and _Z in another: both are read."""
    rehearsal.standin.fault = "no breakdown"
    assert rehearsal.run("data360").new == ["use"]
    assert share(rehearsal.out)["AAA", 2010] == 80.5


def parts(rehearsal: Rehearsal, service: str, found: Sequence[LivePart], reader: str) -> None:
    """Have the source come from several series of a service."""
    live = Live(service, reader, "Use, {vintage}", parts=tuple(found), database="ITU_DH")
    rehearsal.live = live


@pytest.mark.parametrize(
    ("service", "reader", "select"),
    [
        ("world-bank", "wdi-pages", {}),
        ("data360", "data360", {"SEX": "_T", "UNIT_MEASURE": "PT_POP"}),
        ("sdg", "sdg-pages", {"sex": "bothsex"}),
    ],
)
def test_a_source_of_another_name(
    rehearsal: Rehearsal, service: str, reader: str, select: dict[str, str]
) -> None:
    """A series under the service's code and breakdown has the name that the indicators give it."""
    parts(rehearsal, service, [LivePart("share-of-all", ("USE",), select)], reader)
    assert rehearsal.run(service).new == ["use"]
    assert share(rehearsal.out)["AAA", 2010] == 80.5


def test_several_series_come_together(rehearsal: Rehearsal) -> None:
    """Of several series one that is absent keeps all of the source as it was."""
    two = [LivePart("share-of-all", ("USE",)), LivePart("other", ("LATER",))]
    parts(rehearsal, "world-bank", two, "wdi-pages")
    (sentence,) = rehearsal.run().failed.values()
    assert "LATER: it answered with an error" in sentence


def test_a_release_between_two_series(rehearsal: Rehearsal) -> None:
    """Series of two releases are not put together."""
    two = [LivePart("share-of-all", ("USE",)), LivePart("other", ("LATER",))]
    parts(rehearsal, "sdg", two, "sdg-pages")
    rehearsal.standin.fault = "two releases"
    (sentence,) = rehearsal.run("sdg").failed.values()
    assert "its series are of several releases: 2026.Q2.G.02, 2026.Q3.G.01" in sentence


def test_series_put_together(rehearsal: Rehearsal) -> None:
    """Series of one release make one file, with the rows of each."""
    two = [LivePart("share-of-all", ("USE",)), LivePart("other", ("LATER",))]
    parts(rehearsal, "sdg", two, "sdg-pages")
    assert rehearsal.run("sdg").new == ["use"]
    (use,) = [one for one in manifest_of(rehearsal.out)["sources"] if one["id"] == "use"]
    assert use["fetched"]["release"] == "2026.Q2.G.02"
    assert share(rehearsal.out)["AAA", 2010] == 80.5


def test_another_unit_in_the_name(rehearsal: Rehearsal) -> None:
    """A series whose name has another unit than the catalogue, such as prices of another year, is refused."""
    rehearsal.live = replace(
        rehearsal.entries.sources["use"].live, units=("constant 2021 international $",)
    )
    (sentence,) = rehearsal.run().failed.values()
    assert "its unit is another one: x, without constant 2021 international $" in sentence


def test_who_publishes_what_was_fetched(rehearsal: Rehearsal) -> None:
    """A fetched edition has the publisher, title and terms that the catalogue gives it."""
    known = rehearsal.entries.sources["use"].live
    rehearsal.live = replace(known, about={"publisher": "UNSD", "licence": "UN terms"})
    rehearsal.run()
    (use,) = [one for one in manifest_of(rehearsal.out)["sources"] if one["id"] == "use"]
    assert (use["publisher"], use["licence"]) == ("UNSD", "UN terms")


def test_what_comes_with_another_source(rehearsal: Rehearsal) -> None:
    """A year apart that the fetched series of another source has, too, need not be brought by a person."""
    people = replace(rehearsal.entries.sources["people"], comes_with="use")
    rehearsal.entries = replace(
        rehearsal.entries, sources={**rehearsal.entries.sources, "people": people}
    )
    assert rehearsal.run().by_hand == []
