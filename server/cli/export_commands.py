"""The commands that count answers and write documents, for which they need the service of a server."""

import argparse
import sys
from collections.abc import Callable, Mapping

from server.cli.commands import texts
from server.cli.files import FilePlaceError, write_file
from server.service import Service
from server.usecases.downloads import export_file
from server.usecases.papers import paper_files


def room_export(service: Service, arguments: argparse.Namespace) -> None:
    """The language is the room's own, unless another is asked."""
    room = service.rooms.get(arguments.code)
    service.lexicon.wait()
    lang, ending = arguments.lang or room.lang, arguments.to.suffix
    write_file(arguments.to, export_file(service, room.code, lang, ending, _show_progress, linked=arguments.linked))
    print(texts()("command.written", file=arguments.to))


def _show_progress(done: float) -> None:
    """Shows the progress of an export on a terminal."""
    if sys.stderr.isatty():
        print(f"\r{done:4.0%}", end="\n" if done >= 1 else "", file=sys.stderr, flush=True)


def papers(service: Service, arguments: argparse.Namespace) -> None:
    """Drafts of the papers of law, each in a file of its own."""
    for name, content in paper_files(service):
        path = arguments.to / name
        try:
            arguments.to.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FilePlaceError(file=path) from error
        write_file(path, content)
        print(texts()("command.written", file=path))


EXPORT_COMMANDS: Mapping[str, Callable[[Service, argparse.Namespace], None]] = {
    "room export": room_export,
    "papers": papers,
}
