"""The command line: build and compare tables, check what is built from, serve, export a face.

Each verb imports what it needs, so that serving never loads what building uses.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from dashboard.catalogue.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.catalogue.check import Vocabulary

# The exit status of a refresh in which some sources kept their last good state.
PARTLY = 3
# What `export` takes in place of the address of a face.
PACK = "pack"
EXAMPLE = 'For example: python -m dashboard export "map.png?region=escap&lang=fr" escap.png'


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one verb; what an operator can mend ends with a sentence and exit status 1."""
    chosen = _parser().parse_args(arguments)
    try:
        chosen.run(chosen)
    except (LookupError, ValueError, RuntimeError) as error:
        if not _is_ours(error):
            raise
        sys.exit(str(error))
    except BrokenPipeError:
        # Whoever reads has read enough; Python would still write what is left, at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        sys.exit(f"{error.filename or 'A file'}: {error.strerror or error}.")
    except KeyboardInterrupt:
        sys.exit("Stopped.")


def _is_ours(error: Exception) -> bool:
    """Whether an error is one of ours, with a sentence: others deserve their stack trace."""
    return type(error).__module__.startswith("dashboard")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    build = verbs.add_parser("build", help="rebuild the tables from the publishers' files")
    build.add_argument("--sources", type=Path, required=True, metavar="DIR")
    build.add_argument(
        "--accept",
        action="store_true",
        help="accept values that vanished, jumped or changed in bulk since the last version",
    )
    build.add_argument(
        "--only",
        metavar="ID",
        help="look at one indicator: counts, quantiles, classes, values out of range; builds nothing",
    )
    build.set_defaults(run=_build)
    _refresh_parser(verbs)
    check = verbs.add_parser("check", help="check the catalogue, the words and the tables")
    check.add_argument(
        "--sentences",
        choices=LANGUAGES,
        metavar="LANG",
        help="print every sentence of a language with values filled in, to be read",
    )
    check.add_argument(
        "--truth",
        action="store_true",
        help="hold every sentence and every line against the tables too, about a minute",
    )
    check.set_defaults(run=_check)
    agreement = verbs.add_parser(
        "agreement", help="how far our group values lie from each printed edition, as Markdown"
    )
    agreement.set_defaults(run=_agreement)
    replay = verbs.add_parser(
        "replay",
        help="silence economies that did report, and print how far modelled values are off",
    )
    replay.set_defaults(run=_replay)
    diff = verbs.add_parser("diff", help="what differs between two data versions that are kept")
    diff.add_argument("before", metavar="A", help="a data version, or its first digits")
    diff.add_argument("now", metavar="B")
    diff.set_defaults(run=_diff)
    serve = verbs.add_parser("serve", help="serve the dashboard on PORT")
    serve.set_defaults(run=_serve)
    export = verbs.add_parser(
        "export", help="write a face of a view, or a room pack, to a file", epilog=EXAMPLE
    )
    export.add_argument(
        "what", metavar="URL", help='such as "map.png?region=escap&lang=fr", or: pack'
    )
    export.add_argument("file", type=Path)
    export.add_argument("--region", help="of a pack: a code of groups.toml; else the world")
    export.add_argument("--languages", default="en", help="of a pack, such as en,zh")
    export.set_defaults(run=_export)
    return parser


def _refresh_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    refresh = verbs.add_parser(
        "refresh",
        help="fetch what has changed at the publishers' services, and rebuild",
        epilog=f"Ends with 0 when all sources came, {PARTLY} when some kept their last good state, "
        "1 when nothing was replaced because something is wrong.",
    )
    refresh.add_argument(
        "--sources",
        type=Path,
        default=Path("data/sources"),
        metavar="DIR",
        help="where fetched files go, and those that a person downloads",
    )
    refresh.add_argument("--only", action="append", default=[], metavar="SOURCE")
    refresh.add_argument("--dry-run", action="store_true", help="print what would change")
    refresh.add_argument(
        "--accept",
        action="store_true",
        help="accept fewer economies, older editions, other magnitudes, and what build --accept does",
    )
    refresh.add_argument(
        "--service",
        action="append",
        default=[],
        metavar="NAME=ADDRESS",
        help="another address of a service, such as world-bank=http://127.0.0.1:8080",
    )
    refresh.set_defaults(run=_refresh)


def _refresh(chosen: argparse.Namespace) -> None:
    try:
        from dashboard.pipeline.live import Wanted, refresh
    except ModuleNotFoundError as error:
        sys.exit(f"Refreshing needs {error.name}, which a server does not; make build installs it.")
    from dashboard.settings import settings

    services = dict(one.split("=", 1) for one in chosen.service if "=" in one)
    if len(services) != len(chosen.service):
        sys.exit("--service takes NAME=ADDRESS, such as world-bank=http://127.0.0.1:8080.")
    wanted = Wanted(only=chosen.only, services=services, accept=chosen.accept, dry=chosen.dry_run)
    report = refresh(chosen.sources, settings().tables, wanted)
    print(report)
    sys.exit(PARTLY if report.failed else 0)


def _build(chosen: argparse.Namespace) -> None:
    if not chosen.sources.is_dir():
        sys.exit(f"There is no folder {chosen.sources}; --sources takes the publishers' files.")
    try:
        if chosen.only:
            from dashboard.pipeline.trial import trial

            print(trial(chosen.only, chosen.sources))
            return
        from dashboard.checks import before_build
        from dashboard.pipeline import build
        from dashboard.pipeline.geometry import build_geometry
        from dashboard.pipeline.vocabulary import vocabulary
    except ModuleNotFoundError as error:
        sys.exit(f"Building needs {error.name}, which a server does not; make build installs it.")
    from dashboard.settings import CATALOGUE, GEO, ROOT, settings

    if found := before_build(vocabulary(CATALOGUE)):
        sys.exit("\n".join([*found, "The tables were not replaced."]))
    print(build(chosen.sources, settings().tables, accept=chosen.accept))
    packages = ROOT / "node_modules"
    if packages.is_dir():
        build_geometry(packages, GEO)
    else:
        print(f"The shapes in {GEO} were kept: there is no {packages}; make install brings it.")


def _agreement(_: argparse.Namespace) -> None:
    import pandas as pd

    from dashboard.catalogue import catalogue
    from dashboard.i18n import words
    from dashboard.pipeline.agreement import markdown
    from dashboard.settings import TABLES

    known, english = catalogue(), words("en")
    printed = {series.source for one in known.indicators.values() for series in one.published}
    newest_first = sorted(printed, key=lambda key: known.sources[key].vintage, reverse=True)
    editions = {key: english.month(known.sources[key].vintage) for key in newest_first}
    names = {key: english(f"indicators.{key}.name") for key in known.indicators}
    table = pd.read_parquet(TABLES / "agreement.parquet")
    print("\n".join(markdown(table, editions, names)))


def _check(chosen: argparse.Namespace) -> None:
    if chosen.sentences:
        from dashboard.samples import samples

        for key, text in samples(chosen.sentences):
            print(f"{key}\t{text}")
        return
    from dashboard.checks import findings

    found = findings(_vocabulary())
    faults = [*found.faults, *(_untruths() if chosen.truth and not found.faults else ())]
    for sentence in (*faults, *found.pending):
        print(sentence)
    sys.exit(1 if faults else 0)


def _untruths() -> "Iterator[str]":
    from dashboard.checks.truth import untruths
    from dashboard.tables import tables

    return untruths(tables())


def _vocabulary() -> "Vocabulary | None":
    """What the pipeline knows and says; None where its packages are not installed."""
    from dashboard.settings import CATALOGUE

    try:
        from dashboard.pipeline.vocabulary import vocabulary
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("dashboard"):
            raise
        return None
    return vocabulary(CATALOGUE)


def _replay(_: argparse.Namespace) -> None:
    try:
        from dashboard.pipeline.replay import report
    except ModuleNotFoundError as error:
        sys.exit(f"Replaying needs {error.name}, which a server does not; make build installs it.")
    from dashboard.settings import TABLES

    print(report(TABLES))


def _diff(chosen: argparse.Namespace) -> None:
    try:
        from dashboard.pipeline.differences import difference
    except ModuleNotFoundError as error:
        sys.exit(f"Comparing needs {error.name}, which a server does not; make build installs it.")
    from dashboard.settings import settings

    print(difference(chosen.before, chosen.now, settings().tables))


def _serve(_: argparse.Namespace) -> None:
    from gunicorn.app.wsgiapp import WSGIApplication

    sys.argv = ["gunicorn", "--config", "gunicorn.conf.py"]
    WSGIApplication("%(prog)s").run()


def _export(chosen: argparse.Namespace) -> None:
    if chosen.what == PACK:
        _export_pack(chosen)
        return
    from dashboard.faces import read_look, render
    from dashboard.versions import kept
    from dashboard.view import View

    address = urlsplit(chosen.what)
    chart, _, face = address.path.removeprefix("/view/").partition(".")
    look, query = read_look(face, parse_qs(address.query, keep_blank_values=True))
    view = View.from_strict_query(query)
    tables = kept(view)
    if tables is None:
        sys.exit(f"Data version {view.v} is not kept here; without v= it is the newest.")
    body, _ = render(view, chart, face, tables, look)
    chosen.file.write_bytes(body)


def _export_pack(chosen: argparse.Namespace) -> None:
    from dashboard.catalogue import catalogue
    from dashboard.offline.pack.archive import pack_file
    from dashboard.offline.pack.order import Pack
    from dashboard.tables import tables

    pack = Pack.of(chosen.region or catalogue().world, chosen.languages.split(","))
    chosen.file.write_bytes(pack_file(pack, tables()))


if __name__ == "__main__":
    main()
