"""The command line: `python -m server room new`, `room open CODE ACTIVITY`, `room export CODE --to FILE`, `purge`, …"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from server.cli.commands import (
    backup,
    content_check,
    links,
    papers,
    purge,
    restore,
    room_close,
    room_delete,
    room_export,
    room_import,
    room_list,
    room_new,
    room_open,
    room_publish,
    room_unpublish,
    workshop_export,
    workshop_import,
    workshop_list,
)
from server.lifecycle import start_error
from server.service import Service
from server.settings import settings
from workshop.content.errors import ContentError
from workshop.errors import PropelliError

Command = Callable[[Service, argparse.Namespace], None]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m server", description="Propelli's rooms and content.")
    areas = parser.add_subparsers(dest="area", required=True)
    room = areas.add_parser("room", help="make, list, open, close, export, import and delete rooms")
    actions = room.add_subparsers(dest="action", required=True)
    new = actions.add_parser("new", help="make a room and print its links")
    new.add_argument("--code", help="six digits; chosen by chance when left out")
    new.add_argument("--title")
    new.add_argument("--lang", choices=("fi", "sv", "en"), help="the workshop's first when left out")
    new.add_argument("--workshop", metavar="ID", help="the built-in one when left out")
    new.add_argument("--open", metavar="ACTIVITY", help="open this activity at once")
    new.add_argument("--pace", choices=("own",), help="open every question at once, to be answered at one's own pace")
    new.set_defaults(command=room_new)
    actions.add_parser("list", help="list the rooms").set_defaults(command=room_list)
    opening = actions.add_parser("open", help="open an activity")
    opening.add_argument("code")
    opening.add_argument("activity")
    opening.set_defaults(command=room_open)
    for name, command, description in (
        ("close", room_close, "close CODE"),
        ("delete", room_delete, "delete CODE"),
        ("publish", room_publish, "publish the results and print their address"),
        ("unpublish", room_unpublish, "take the results' address back"),
    ):
        command_parser = actions.add_parser(name, help=description)
        command_parser.add_argument("code")
        command_parser.set_defaults(command=command)
    export = actions.add_parser("export", help="write the results to a file")
    export.add_argument("code")
    export.add_argument(
        "--to",
        type=Path,
        required=True,
        help="the ending sets the format: .xlsx .pptx .docx .md .csv .zip .json .pdf .html .png .svg",
    )
    export.add_argument("--lang", choices=("fi", "sv", "en"), help="the room's own when left out")
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
    export.set_defaults(command=room_export)
    importing = actions.add_parser("import", help="read a room's JSON file, or old results, into a new room")
    importing.add_argument("file", type=Path)
    importing.add_argument(
        "--beside", metavar="CODE", help="FILE is .xlsx or .csv: old results, a column for each question of this room"
    )
    importing.set_defaults(command=room_import)
    _add_workshop(areas.add_parser("workshop", help="list, export and import workshops"))
    papers_parser = areas.add_parser("papers", help="write drafts of the papers of law, filled in, as documents")
    papers_parser.add_argument("--to", type=Path, required=True, metavar="DIR")
    papers_parser.set_defaults(command=papers)
    check = areas.add_parser("content", help="check the content").add_subparsers(dest="action", required=True)
    command_parser = check.add_parser("check", help="check a folder of content")
    command_parser.add_argument("folder", nargs="?", type=Path)
    showing = areas.add_parser("links", help="print a room's links, and the password that was made at first start")
    showing.add_argument("code", nargs="?", help="the newest room when left out")
    showing.set_defaults(command=links)
    purging = areas.add_parser("purge", help="delete rooms past their retention")
    purging.add_argument("--trust-clock", action="store_true", help="also when it is days past the newest write")
    purging.set_defaults(command=purge)
    for name, command, description in (
        ("backup", backup, "copy the store into a file, also while the server runs"),
        ("restore", restore, "put a backup in place of everything in the store, also while the server runs"),
    ):
        command_parser = areas.add_parser(name, help=description)
        command_parser.add_argument("file", type=Path)
        command_parser.set_defaults(command=command)
    return parser


def _add_workshop(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("list", help="list the workshops").set_defaults(command=workshop_list)
    export = actions.add_parser("export", help="write a workshop's files to a zip")
    export.add_argument("id")
    export.add_argument("--to", type=Path, required=True)
    export.set_defaults(command=workshop_export)
    importing = actions.add_parser("import", help="read a folder or a zip into a new workshop and print its id")
    importing.add_argument("file", type=Path, metavar="DIR_OR_ZIP")
    importing.set_defaults(command=workshop_import)


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 0 when done, 1 with a sentence when it could not be."""
    options = _parser().parse_args(arguments)
    try:
        if options.area == "content":
            content_check(options.folder or settings().data)
            return 0
        service = Service(settings())
    except PropelliError as error:
        print(start_error(error), file=sys.stderr)
        return 1
    try:
        command: Command = options.command
        command(service, options)
    except ContentError as error:
        print(start_error(error), file=sys.stderr)
        return 1
    except PropelliError as error:
        print(service.sentence(error, "fi"), file=sys.stderr)
        return 1
    finally:
        service.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
