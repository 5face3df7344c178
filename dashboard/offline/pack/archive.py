"""The pack as one ZIP file: the same order and data give the same bytes."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard.offline import bundle
from dashboard.offline.pack.data import economy_scripts, indicator_scripts
from dashboard.offline.pack.order import Pack
from dashboard.offline.pack.page import room_page, start_page
from dashboard.offline.pack.readme import readme
from dashboard.settings import ROOT
from dashboard.tables import Tables

# Every file has the first moment that a ZIP file can say.
MOMENT = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16
# 9 would save 0.6 % of the bytes and take a quarter more time.
LEVEL = 7


def pack_file(pack: Pack, tables: Tables) -> bytes:
    """The ZIP file; BundleError without a front-end build."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, content in _contents(pack, tables):
            info = ZipInfo(f"{pack.folder}/{name}", MOMENT)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = READABLE
            archive.writestr(info, content, compresslevel=LEVEL)
    return file.getvalue()


def _contents(pack: Pack, tables: Tables) -> Iterator[tuple[str, str | bytes]]:
    """The files of the pack, by their names in its folder."""
    yield "index.html", start_page(pack)
    # The mark tells editors on every system that it is UTF-8.
    yield "README.txt", f"\ufeff{readme(pack, tables)}"
    yield "LICENCES.txt", _licences()
    for lang in pack.languages:
        yield f"{lang}/index.html", room_page(pack, lang, tables)
    yield "files/plotly.js", bundle.plotly()
    yield "files/room.js", bundle.scripts("pack")
    yield "files/room.css", bundle.styles("pack")
    scripts = [economy_scripts(pack.region, tables)]
    scripts += [indicator_scripts(pack.region, lang, tables) for lang in pack.languages]
    for some in scripts:
        for name, script in some:
            yield f"files/{name}", script


def _licences() -> str:
    """The terms of the figures, of our code and of what plotly.js is made of."""
    own = ((ROOT / name).read_text(encoding="utf-8") for name in ("DATA_LICENSES.md", "LICENSE"))
    return "\n\n".join((*own, bundle.plotly_terms()))
