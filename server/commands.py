"""What each command does; `__main__` reads the arguments."""

import argparse
from pathlib import Path

from server import clock
from server.downloads import answers_csv
from server.service import Service
from server.usecases.rooms import digits
from workshop.content import load
from workshop.texts import Texts

DEFAULT_ADDRESS = "http://localhost:8501"


def _address(running: Service) -> str:
    return running.settings.url or DEFAULT_ADDRESS


def _text(running: Service) -> Texts:
    return running.texts("fi")


def room_new(running: Service, given: argparse.Namespace) -> None:
    room = running.rooms.create(given.title, given.code, given.lang)
    if given.open:
        running.control.open(room.code, given.open)
    links, text = running.rooms.links(room, _address(running)), _text(running)
    print(f"{text('command.phone')}: {links.phone}")
    print(f"{text('command.control')}: {links.control}")
    print(f"{text('command.screen')}: {links.screen}")


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
    running.lexicon.wait()
    given.to.write_bytes(answers_csv(running, digits(given.code), "fi"))
    print(_text(running)("command.written", file=given.to))


def content_check(folder: Path) -> None:
    """Raises ContentError."""
    content = load(folder)
    print(content.texts["fi"]("command.content_ok", folder=folder))


def purge(running: Service, _: argparse.Namespace) -> None:
    print(_text(running)("command.purged", n=running.rooms.purge()))
