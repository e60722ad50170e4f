"""The commands that count answers, and read or write files of results: they need the service of a server."""

import argparse
import sys
from collections.abc import Callable, Mapping

from server import clock
from server.cli.commands import address_of, texts
from server.cli.files import FilePlaceError, read_file, write_file
from server.service import Service
from server.store.rows import Room
from server.usecases.downloads import export_file, joined_file
from server.usecases.joined_rooms import MAX_ROOMS
from server.usecases.papers import paper_files
from server.usecases.retention import deleted_at
from server.usecases.rooms import digits
from workshop.errors import PropelliError
from workshop.old_results.answers import OldResultsFaultsError


class LinkedRoomsError(PropelliError):
    """Rows of several rooms cannot be linked."""

    id = "linked_rooms"


class ManyRoomsError(PropelliError):
    """More rooms were named than can be read beside one another."""

    id = "many_rooms"


def room_export(service: Service, arguments: argparse.Namespace) -> None:
    """The language is the room's own, unless another is asked; with other rooms, all of them as one."""
    room = service.rooms.get(digits(arguments.code))
    others = _others(service, room, arguments)
    service.lexicon.wait()
    lang, ending = arguments.lang or room.lang, arguments.to.suffix
    if others:
        content = joined_file(service, room.code, others, lang, ending)
    else:
        content = export_file(service, room.code, lang, ending, _show_progress, linked=arguments.linked)
    write_file(arguments.to, content)
    print(texts()("command.written", file=arguments.to))


def _others(service: Service, room: Room, arguments: argparse.Namespace) -> list[str]:
    """The codes of the rooms beside this one. Raises LinkedRoomsError, ManyRoomsError or UnknownRoomError."""
    others = dict.fromkeys(service.rooms.get(digits(code)).code for code in arguments.others)
    others.pop(room.code, None)
    if others and arguments.linked:
        raise LinkedRoomsError
    if len(others) >= MAX_ROOMS:
        raise ManyRoomsError(n=MAX_ROOMS)
    return list(others)


def _show_progress(done: float) -> None:
    """Shows the progress of an export on a terminal."""
    if sys.stderr.isatty():
        print(f"\r{done:4.0%}", end="\n" if done >= 1 else "", file=sys.stderr, flush=True)


def room_import(service: Service, arguments: argparse.Namespace) -> None:
    data = read_file(arguments.file)
    room = _old_results(service, arguments, data) if arguments.beside else service.importing.from_json(data)
    print(texts()("command.imported", title=room.title, code=room.code))
    print(texts()("command.kept_until", date=f"{clock.local(deleted_at(room)):%Y-%m-%d}"))
    print(f"{texts()('command.control')}: {service.rooms.links(room, address_of(service)).control}")


def _old_results(service: Service, arguments: argparse.Namespace, data: bytes) -> Room:
    """An ended room of old results, named by its file. Prints the faults of its cells, where it has any."""
    try:
        return service.old_results.add(digits(arguments.beside), arguments.file.stem, data, "fi")
    except OldResultsFaultsError as error:
        for sentence in service.old_results.sentences(error, "fi"):
            print(sentence, file=sys.stderr)
        raise


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
    "room import": room_import,
    "papers": papers,
}
