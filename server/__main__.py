"""The command line: `python -m server room new`, `room open CODE ACTIVITY`, `room export CODE --to FILE`, `purge`, …"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from server.settings import settings

if TYPE_CHECKING:
    Parsers = argparse._SubParsersAction[argparse.ArgumentParser]

LANGUAGES = ("fi", "sv", "en")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m server", description="Propelli's rooms and content.")
    areas = parser.add_subparsers(dest="area", required=True)
    _add_room(areas.add_parser("room", help="make, list, open, close, export, import and delete rooms"))
    _add_workshop(areas.add_parser("workshop", help="list, export and import workshops"))
    papers = areas.add_parser("papers", help="write drafts of the papers of law, filled in, as documents")
    papers.add_argument("--to", type=Path, required=True, metavar="DIR")
    content = areas.add_parser("content", help="check the content").add_subparsers(dest="action", required=True)
    check = content.add_parser("check", help="check a folder of content")
    check.add_argument("folder", nargs="?", type=Path)
    links = areas.add_parser("links", help="print a room's links, and the password that was made at first start")
    links.add_argument("code", nargs="?", help="the newest room when left out")
    purge = areas.add_parser("purge", help="delete rooms past their retention")
    purge.add_argument("--trust-clock", action="store_true", help="also when it is days past the newest write")
    backup = areas.add_parser("backup", help="copy the store into a file, also while the server runs")
    backup.add_argument("file", type=Path)
    restore = areas.add_parser(
        "restore", help="put a backup in place of everything in the store, also while the server runs"
    )
    restore.add_argument("file", type=Path)
    return parser


def _add_room(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    new = actions.add_parser("new", help="make a room and print its links")
    new.add_argument("--code", help="six digits; chosen by chance when left out")
    new.add_argument("--title")
    new.add_argument("--lang", choices=LANGUAGES, help="the workshop's first when left out")
    new.add_argument("--workshop", metavar="ID", help="the built-in one when left out")
    new.add_argument("--open", metavar="ACTIVITY", help="open this activity at once")
    new.add_argument("--pace", choices=("own",), help="open every question at once, to be answered at one's own pace")
    actions.add_parser("list", help="list the rooms")
    opening = actions.add_parser("open", help="open an activity")
    opening.add_argument("code")
    opening.add_argument("activity")
    for name, description in (
        ("close", "close CODE"),
        ("delete", "delete CODE"),
        ("publish", "publish the results and print their address"),
        ("unpublish", "take the results' address back"),
    ):
        actions.add_parser(name, help=description).add_argument("code")
    _add_room_export(actions)
    importing = actions.add_parser("import", help="read a room's JSON file, or old results, into a new room")
    importing.add_argument("file", type=Path)
    importing.add_argument(
        "--beside", metavar="CODE", help="FILE is .xlsx or .csv: old results, a column for each question of this room"
    )


def _add_room_export(actions: "Parsers") -> None:
    export = actions.add_parser("export", help="write the results to a file")
    export.add_argument("code")
    export.add_argument(
        "--to",
        type=Path,
        required=True,
        help="the ending sets the format: .xlsx .pptx .docx .md .csv .zip .json .pdf .html .png .svg",
    )
    export.add_argument("--lang", choices=LANGUAGES, help="the room's own when left out")
    export.add_argument(
        "--linked", action="store_true", help="list each person's answers together; they may be recognised"
    )
    export.add_argument(
        "--with",
        dest="others",
        nargs="+",
        metavar="CODE",
        default=(),
        help="these rooms too, as one, with their same questions side by side: .xlsx .pptx .docx .zip .pdf .html",
    )


def _add_workshop(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("list", help="list the workshops")
    export = actions.add_parser("export", help="write a workshop's files to a zip")
    export.add_argument("id")
    export.add_argument("--to", type=Path, required=True)
    importing = actions.add_parser("import", help="read a folder or a zip into a new workshop and print its id")
    importing.add_argument("file", type=Path, metavar="DIR_OR_ZIP")


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 0 when done, 1 with a sentence when it could not be."""
    options = _parser().parse_args(arguments)
    from server.cli.run import run  # nobody waits for it to read the help

    return run(options, settings)


if __name__ == "__main__":
    raise SystemExit(main())
