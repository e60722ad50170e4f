"""What each command does; `__main__` reads the arguments."""

import argparse
import sys
from pathlib import Path

from server import clock
from server.service import Service
from server.store.rows import Room
from server.usecases.retention import ClockJumpError, deleted_at
from server.usecases.rooms import digits
from workshop.content.loader import load
from workshop.content.texts import Texts
from workshop.errors import PropelliError


class FilePlaceError(PropelliError):
    """The file cannot be written where it was asked."""

    id = "file_place"


class FileReadError(PropelliError):
    """The file that was named cannot be read."""

    id = "file_read"


DEFAULT_ADDRESS = "http://localhost:8501"


def _address(running: Service) -> str:
    return running.settings.url or DEFAULT_ADDRESS


def _text(running: Service) -> Texts:
    return running.texts("fi")


def room_new(running: Service, given: argparse.Namespace) -> None:
    room = running.rooms.create(given.title, given.code, given.lang)
    if given.open:
        running.control.open(room.code, given.open)
    for line in _room_lines(running, room, _address(running)):
        print(line)


def _room_lines(running: Service, room: Room, address: str) -> list[str]:
    links, text = running.rooms.links(room, address), _text(running)
    return [
        f"{text('command.phone')}: {links.phone}",
        f"{text('command.control')}: {links.control}",
        f"{text('command.screen')}: {links.screen}",
    ]


def link_lines(running: Service, room: Room, address: str) -> list[str]:
    """The three links into a room; the organiser's password too where the app made it itself."""
    lines = _room_lines(running, room, address)
    if running.access.made_password:
        lines.append(f"{_text(running)('command.password')}: {running.access.password}")
    return lines


def links(running: Service, given: argparse.Namespace) -> None:
    """The links of one room, else of the newest."""
    rooms = running.rooms.all()
    if not rooms and not given.code:
        print(_text(running)("command.no_rooms"))
        return
    room = running.rooms.get(digits(given.code)) if given.code else rooms[0]
    for line in link_lines(running, room, _address(running)):
        print(line)


def room_list(running: Service, _: argparse.Namespace) -> None:
    rooms = running.rooms.all()
    for room in rooms:
        print(f"{room.code}  {clock.as_datetime(room.created_at):%Y-%m-%d}  {room.title}")
    if not rooms:
        print(_text(running)("command.no_rooms"))


def room_open(running: Service, given: argparse.Namespace) -> None:
    code = digits(given.code)
    running.control.open(code, given.activity)
    chosen = running.desks.of(code).current
    print(_text(running)("command.opened", title=chosen.model.title("fi") if chosen else given.activity))


def room_close(running: Service, given: argparse.Namespace) -> None:
    room = running.rooms.get(given.code)
    running.control.close(room.code)
    print(_text(running)("command.closed", title=room.title))


def room_delete(running: Service, given: argparse.Namespace) -> None:
    running.rooms.delete(digits(given.code))
    print(_text(running)("command.deleted", code=digits(given.code)))


def room_export(running: Service, given: argparse.Namespace) -> None:
    """The language is the room's own, unless another is asked."""
    from server.usecases.downloads import export_file  # draws and writes: the other commands need none of it

    room = running.rooms.get(given.code)
    running.lexicon.wait()
    made = export_file(running, room.code, given.lang or room.lang, given.to.suffix, _progress)
    try:
        given.to.write_bytes(made)
    except OSError as error:
        raise FilePlaceError(file=given.to) from error
    print(_text(running)("command.written", file=given.to))


def _progress(done: float) -> None:
    """On a terminal, how much of a long work is done."""
    if sys.stderr.isatty():
        print(f"\r{done:4.0%}", end="\n" if done >= 1 else "", file=sys.stderr, flush=True)


def room_import(running: Service, given: argparse.Namespace) -> None:
    try:
        data = given.file.read_bytes()
    except OSError as error:
        raise FileReadError(file=given.file) from error
    room = running.importing.from_json(data)
    text = _text(running)
    print(text("command.imported", title=room.title, code=room.code))
    print(text("command.kept_until", date=f"{clock.local(deleted_at(room)):%Y-%m-%d}"))
    print(f"{text('command.control')}: {running.rooms.links(room, _address(running)).control}")


def content_check(folder: Path) -> None:
    """Raises ContentError."""
    content = load(folder)
    print(content.texts["fi"]("command.content_ok", folder=folder))


def purge(running: Service, given: argparse.Namespace) -> None:
    try:
        deleted = running.retention.purge(trust_clock=given.trust_clock)
    except ClockJumpError as error:
        print(running.sentence(error, "fi"))
    else:
        print(_text(running)("command.purged", n=deleted))


def backup(running: Service, given: argparse.Namespace) -> None:
    running.retention.backup(given.file)
    print(_text(running)("command.backed_up", file=given.file))
    print(_text(running)("command.backup_only"))


def restore(running: Service, given: argparse.Namespace) -> None:
    print(_text(running)("command.restored", n=running.retention.restore(given.file)))
