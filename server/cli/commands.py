"""The commands of the command line that need the store alone; `__main__` parses their arguments."""

import argparse
from collections.abc import Callable, Mapping
from functools import cache

from server import clock
from server.base_service import BaseService
from server.cli.files import FileReadError, write_file
from server.start_error import start_error
from server.store.rows import Room
from server.usecases.retention import ClockJumpError
from server.usecases.rooms import digits
from workshop.content.text_files import packaged_texts
from workshop.content.texts import Texts

DEFAULT_ADDRESS = "http://localhost:8501"


def address_of(service: BaseService) -> str:
    return service.settings.url or DEFAULT_ADDRESS


@cache
def texts() -> Texts:
    """The texts of the command line, in Finnish."""
    return packaged_texts("fi")


def room_new(service: BaseService, arguments: argparse.Namespace) -> None:
    room = service.rooms.create(arguments.title, arguments.code, arguments.lang, arguments.workshop)
    if arguments.pace == "own":
        service.own_pace.begin(room.code, "", "", None)
    if arguments.open:
        service.control.open(room.code, arguments.open)
    for line in _room_lines(service, room, address_of(service)):
        print(line)


def _room_lines(service: BaseService, room: Room, address: str) -> list[str]:
    links, text = service.rooms.links(room, address), texts()
    return [
        f"{text('command.phone')}: {links.phone}",
        f"{text('command.control')}: {links.control}",
        f"{text('command.screen')}: {links.screen}",
    ]


def link_lines(service: BaseService, room: Room, address: str) -> list[str]:
    """The three links into a room; the organiser's password too where the app made it itself."""
    lines = _room_lines(service, room, address)
    if service.access.has_generated_password:
        lines.append(f"{texts()('command.password')}: {service.access.password}")
    return lines


def links(service: BaseService, arguments: argparse.Namespace) -> None:
    """The links of one room, else of the newest."""
    rooms = service.rooms.all()
    if not rooms and not arguments.code:
        print(texts()("command.no_rooms"))
        return
    room = service.rooms.get(digits(arguments.code)) if arguments.code else rooms[0]
    for line in link_lines(service, room, address_of(service)):
        print(line)


def room_list(service: BaseService, _: argparse.Namespace) -> None:
    rooms = service.rooms.all()
    for room in rooms:
        print(f"{room.code}  {clock.as_datetime(room.created_at):%Y-%m-%d}  {room.title}")
    if not rooms:
        print(texts()("command.no_rooms"))


def room_open(service: BaseService, arguments: argparse.Namespace) -> None:
    code = digits(arguments.code)
    service.control.open(code, arguments.activity)
    chosen = service.rooms.current_activity(code)
    print(texts()("command.opened", title=chosen.title("fi") if chosen else arguments.activity))


def room_close(service: BaseService, arguments: argparse.Namespace) -> None:
    room = service.rooms.get(arguments.code)
    service.control.close(room.code)
    print(texts()("command.closed", title=room.title))


def room_publish(service: BaseService, arguments: argparse.Namespace) -> None:
    """Prints the address of the results, which whoever knows it may read."""
    room = service.rooms.get(arguments.code)
    service.rooms.publish(room.code, published=True)
    print(service.rooms.links(room, address_of(service)).results)


def room_unpublish(service: BaseService, arguments: argparse.Namespace) -> None:
    room = service.rooms.get(arguments.code)
    service.rooms.publish(room.code, published=False)
    print(texts()("command.unpublished", title=room.title))


def room_delete(service: BaseService, arguments: argparse.Namespace) -> None:
    service.rooms.delete(digits(arguments.code))
    print(texts()("command.deleted", code=digits(arguments.code)))


def workshop_list(service: BaseService, _: argparse.Namespace) -> None:
    for workshop in service.workshops.all():
        print(f"{workshop.id}  {clock.as_datetime(workshop.created_at):%Y-%m-%d}  {workshop.title}")


def workshop_export(service: BaseService, arguments: argparse.Namespace) -> None:
    """A zip of exactly what the workshop's folder holds."""
    from server.usecases.workshop_files import zipped

    write_file(arguments.to, zipped(service.workshops.content(arguments.id).document))
    print(texts()("command.written", file=arguments.to))


def workshop_import(service: BaseService, arguments: argparse.Namespace) -> None:
    """Prints the new workshop's id, or every fault of its files."""
    from server.usecases.workshop_files import read_files

    if not arguments.file.exists():
        raise FileReadError(file=arguments.file)
    print(service.workshops.add(read_files(arguments.file)))


def purge(service: BaseService, arguments: argparse.Namespace) -> None:
    try:
        deleted = service.retention.purge(trust_clock=arguments.trust_clock)
    except ClockJumpError as error:
        print(start_error(error))
    else:
        print(texts()("command.purged", n=deleted))


def backup(service: BaseService, arguments: argparse.Namespace) -> None:
    service.retention.backup(arguments.file)
    print(texts()("command.backed_up", file=arguments.file))
    print(texts()("command.backup_only"))


def restore(service: BaseService, arguments: argparse.Namespace) -> None:
    n = service.retention.restore(arguments.file)
    service.workshops.adopt_rooms()
    print(texts()("command.restored", n=n))


COMMANDS: Mapping[str, Callable[[BaseService, argparse.Namespace], None]] = {
    "room new": room_new,
    "room list": room_list,
    "room open": room_open,
    "room close": room_close,
    "room delete": room_delete,
    "room publish": room_publish,
    "room unpublish": room_unpublish,
    "workshop list": workshop_list,
    "workshop export": workshop_export,
    "workshop import": workshop_import,
    "links": links,
    "purge": purge,
    "backup": backup,
    "restore": restore,
}
