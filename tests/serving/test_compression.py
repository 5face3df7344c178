"""Bodies are compressed as the browser asks, once, and remembered within a bound."""

import gzip

import brotli
import pytest

from dashboard.serving.compression import (
    SMALLEST,
    BoundedCache,
    accepted_encoding,
    encode,
)

BODY = b"The same words, again and again. " * 100


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP;q=0.5, br;q=0", "gzip"),
        ("br; q=0.0, identity", ""),
        ("br;q=0.000", ""),
        ("br;q=0.2, gzip;q=0.8", "gzip"),
        ("br;q=1, gzip;q=1", "br"),
        ("br;q=2, br;q=x", ""),
        # The examples of RFC 9110, 12.5.3.
        ("compress, gzip", "gzip"),
        ("", ""),
        ("*", "br"),
        ("compress;q=0.5, gzip;q=1.0", "gzip"),
        ("gzip;q=1.0, identity; q=0.5, *;q=0", "gzip"),
    ],
)
def test_accepted_encoding(accept: str, expected: str) -> None:
    """What a browser likes best it gets, Brotli before gzip; what it refuses it does not get."""
    assert accepted_encoding(accept) == expected


def test_encoded_bodies_are_the_body() -> None:
    """Whatever the encoding, the reader gets the bytes that were written."""
    assert brotli.decompress(encode(BODY, "br").body) == BODY
    assert gzip.decompress(encode(BODY, "gzip").body) == BODY
    assert encode(BODY, "").body == BODY


def test_encoding_is_repeatable() -> None:
    """Two servers give the same body the same bytes and the same tag."""
    assert encode(BODY, "gzip") == encode(BODY, "gzip")
    assert encode(BODY, "br") == encode(BODY, "br")


def test_small_bodies_are_left_alone() -> None:
    """A body that fits a packet anyway is not compressed, and says so."""
    small = b"x" * (SMALLEST - 1)
    assert encode(small, "br").encoding == ""
    assert encode(small, "br").body == small


def test_cache_forgets_what_was_not_used_for_longest() -> None:
    """A full cache lets go of the value that nobody has asked for since."""
    cache: BoundedCache[str] = BoundedCache(10)
    cache.put("a", "A", 4)
    cache.put("b", "B", 4)
    assert cache.get("a") == "A"
    cache.put("c", "C", 4)
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == ("A", None, "C")


def test_cache_stays_within_its_bound() -> None:
    """Replacing a value does not count it twice, and one too large is not kept at all."""
    cache: BoundedCache[str] = BoundedCache(10)
    for _ in range(5):
        cache.put("a", "A", 6)
    assert cache.get("a") == "A"
    cache.put("b", "B", 11)
    assert cache.get("b") is None
