"""The commands of the command line; `__main__` parses their arguments."""

import argparse
import sys
from pathlib import Path

from server import clock
from server.service import Service
from server.store.rows import Room
from server.usecases.joined_rooms import MAX_ROOMS
from server.usecases.retention import ClockJumpError, deleted_at
from server.usecases.rooms import digits
from workshop.content.loader import load
from workshop.content.texts import Texts
from workshop.errors import PropelliError
from workshop.old_results.answers import OldResultsFaultsError


class FilePlaceError(PropelliError):
    """The file cannot be written where it was asked."""

    id = "file_place"


class FileReadError(PropelliError):
    """The file that was named cannot be read."""

    id = "file_read"


class LinkedRoomsError(PropelliError):
    """Rows of several rooms cannot be linked."""

    id = "linked_rooms"


class ManyRoomsError(PropelliError):
    """More rooms were named than can be read beside one another."""

    id = "many_rooms"


DEFAULT_ADDRESS = "http://localhost:8501"


def _address(service: Service) -> str:
    return service.settings.url or DEFAULT_ADDRESS


def _text(service: Service) -> Texts:
    return service.texts("fi")


def room_new(service: Service, arguments: argparse.Namespace) -> None:
    room = service.rooms.create(arguments.title, arguments.code, arguments.lang, arguments.workshop)
    if arguments.pace == "own":
        service.own_pace.begin(room.code, "", "", None)
    if arguments.open:
        service.control.open(room.code, arguments.open)
    for line in _room_lines(service, room, _address(service)):
        print(line)


def _room_lines(service: Service, room: Room, address: str) -> list[str]:
    links, text = service.rooms.links(room, address), _text(service)
    return [
        f"{text('command.phone')}: {links.phone}",
        f"{text('command.control')}: {links.control}",
        f"{text('command.screen')}: {links.screen}",
    ]


def link_lines(service: Service, room: Room, address: str) -> list[str]:
    """The three links into a room; the organiser's password too where the app made it itself."""
    lines = _room_lines(service, room, address)
    if service.access.has_generated_password:
        lines.append(f"{_text(service)('command.password')}: {service.access.password}")
    return lines


def links(service: Service, arguments: argparse.Namespace) -> None:
    """The links of one room, else of the newest."""
    rooms = service.rooms.all()
    if not rooms and not arguments.code:
        print(_text(service)("command.no_rooms"))
        return
    room = service.rooms.get(digits(arguments.code)) if arguments.code else rooms[0]
    for line in link_lines(service, room, _address(service)):
        print(line)


def room_list(service: Service, _: argparse.Namespace) -> None:
    rooms = service.rooms.all()
    for room in rooms:
        print(f"{room.code}  {clock.as_datetime(room.created_at):%Y-%m-%d}  {room.title}")
    if not rooms:
        print(_text(service)("command.no_rooms"))


def room_open(service: Service, arguments: argparse.Namespace) -> None:
    code = digits(arguments.code)
    service.control.open(code, arguments.activity)
    chosen = service.desks.get(code).current
    print(_text(service)("command.opened", title=chosen.model.title("fi") if chosen else arguments.activity))


def room_close(service: Service, arguments: argparse.Namespace) -> None:
    room = service.rooms.get(arguments.code)
    service.control.close(room.code)
    print(_text(service)("command.closed", title=room.title))


def room_publish(service: Service, arguments: argparse.Namespace) -> None:
    """Prints the address of the results, which whoever knows it may read."""
    room = service.rooms.get(arguments.code)
    service.rooms.publish(room.code, published=True)
    print(service.rooms.links(room, _address(service)).results)


def room_unpublish(service: Service, arguments: argparse.Namespace) -> None:
    room = service.rooms.get(arguments.code)
    service.rooms.publish(room.code, published=False)
    print(_text(service)("command.unpublished", title=room.title))


def room_delete(service: Service, arguments: argparse.Namespace) -> None:
    service.rooms.delete(digits(arguments.code))
    print(_text(service)("command.deleted", code=digits(arguments.code)))


def room_export(service: Service, arguments: argparse.Namespace) -> None:
    """The language is the room's own, unless another is asked; with other rooms, all of them as one."""
    from server.usecases.downloads import export_file, joined_file  # draw and write: other commands need none of it

    room = service.rooms.get(digits(arguments.code))
    others = _others(service, room, arguments)
    service.lexicon.wait()
    lang, ending = arguments.lang or room.lang, arguments.to.suffix
    if others:
        content = joined_file(service, room.code, others, lang, ending)
    else:
        content = export_file(service, room.code, lang, ending, _progress, linked=arguments.linked)
    try:
        arguments.to.write_bytes(content)
    except OSError as error:
        raise FilePlaceError(file=arguments.to) from error
    print(_text(service)("command.written", file=arguments.to))


def _others(service: Service, room: Room, arguments: argparse.Namespace) -> list[str]:
    """The codes of the rooms beside this one. Raises LinkedRoomsError, ManyRoomsError or UnknownRoomError."""
    others = dict.fromkeys(service.rooms.get(digits(code)).code for code in arguments.others)
    others.pop(room.code, None)
    if others and arguments.linked:
        raise LinkedRoomsError
    if len(others) >= MAX_ROOMS:
        raise ManyRoomsError(n=MAX_ROOMS)
    return list(others)


def _progress(done: float) -> None:
    """Shows the progress of an export on a terminal."""
    if sys.stderr.isatty():
        print(f"\r{done:4.0%}", end="\n" if done >= 1 else "", file=sys.stderr, flush=True)


def room_import(service: Service, arguments: argparse.Namespace) -> None:
    try:
        data = arguments.file.read_bytes()
    except OSError as error:
        raise FileReadError(file=arguments.file) from error
    room = _old_results(service, arguments, data) if arguments.beside else service.importing.from_json(data)
    text = _text(service)
    print(text("command.imported", title=room.title, code=room.code))
    print(text("command.kept_until", date=f"{clock.local(deleted_at(room)):%Y-%m-%d}"))
    print(f"{text('command.control')}: {service.rooms.links(room, _address(service)).control}")


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
    from server.usecases.papers import paper_files  # the other commands need none of it

    for name, content in paper_files(service):
        path = arguments.to / name
        try:
            arguments.to.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise FilePlaceError(file=path) from error
        print(_text(service)("command.written", file=path))


def workshop_list(service: Service, _: argparse.Namespace) -> None:
    for workshop in service.workshops.all():
        print(f"{workshop.id}  {clock.as_datetime(workshop.created_at):%Y-%m-%d}  {workshop.title}")


def workshop_export(service: Service, arguments: argparse.Namespace) -> None:
    """A zip of exactly what the workshop's folder holds."""
    from server.usecases.workshop_files import zipped  # the other commands need none of it

    data = zipped(service.workshops.content(arguments.id).document)
    try:
        arguments.to.write_bytes(data)
    except OSError as error:
        raise FilePlaceError(file=arguments.to) from error
    print(_text(service)("command.written", file=arguments.to))


def workshop_import(service: Service, arguments: argparse.Namespace) -> None:
    """Prints the new workshop's id, or every fault of its files."""
    from server.usecases.workshop_files import read_files

    if not arguments.file.exists():
        raise FileReadError(file=arguments.file)
    print(service.workshops.add(read_files(arguments.file)))


def content_check(folder: Path) -> None:
    """Raises ContentError."""
    content = load(folder)
    text = content.texts["fi"]
    print(text("command.content_ok", folder=folder))
    for event in content.pages.events:
        if event.date is None:
            print(f"workshop.yaml (pages.events.{event.id}): {text('command.event_year')}")


def purge(service: Service, arguments: argparse.Namespace) -> None:
    try:
        deleted = service.retention.purge(trust_clock=arguments.trust_clock)
    except ClockJumpError as error:
        print(service.sentence(error, "fi"))
    else:
        print(_text(service)("command.purged", n=deleted))


def backup(service: Service, arguments: argparse.Namespace) -> None:
    service.retention.backup(arguments.file)
    print(_text(service)("command.backed_up", file=arguments.file))
    print(_text(service)("command.backup_only"))


def restore(service: Service, arguments: argparse.Namespace) -> None:
    n = service.retention.restore(arguments.file)
    service.workshops.adopt_rooms()
    print(_text(service)("command.restored", n=n))
