"""A PNG that says what it shows: texts in the file itself, which stay when the page around it is lost.

Chunks "iTXt" as in the PNG specification (W3C, third edition, 11.3.3.4), with its registered keywords.
"""

from collections.abc import Mapping
from struct import pack
from zlib import crc32

# Eight bytes of signature, and the header, which is always the first chunk.
HEAD = 8 + 4 + 4 + 13 + 4


def described(picture: bytes, texts: Mapping[str, str], lang: str) -> bytes:
    """The PNG with these texts by keyword ("Title", "Copyright", …), in a language; empty ones left out."""
    chunks = (_text(keyword, text, lang) for keyword, text in texts.items() if text)
    return picture[:HEAD] + b"".join(chunks) + picture[HEAD:]


def _text(keyword: str, text: str, lang: str) -> bytes:
    """A chunk: keyword, not compressed, language, no translated keyword, text."""
    body = b"iTXt" + f"{keyword}\0\0\0{lang}\0\0{text}".encode()
    return pack(">I", len(body) - 4) + body + pack(">I", crc32(body))
