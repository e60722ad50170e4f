"""The organiser's list of workshops: what each is by a look at it, and the rooms that were held of it."""

import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any, TypedDict

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time

from server import clock
from server.store import Store, workshops
from server.store.rows import Room
from server.store.workshops import StoredWorkshop
from server.usecases.contents import Contents
from server.usecases.rooms import Rooms, grouped_code
from server.usecases.workshops import Workshops
from workshop.content.texts import LANGUAGES, Texts

MAX_FACES = 256
PAGE_PICTURES = {"/seuraavaksi": "closing", "/testi": "quiz", "/arviointi": "assessment"}
"""An item that leads to one of these pages has the picture of what stands there; other pages have that of a link."""
_DATES = {"en": "en_GB"}


class ListedItem(TypedDict):
    """An item of a programme strip; `minutes` is null where none are planned."""

    kind: str
    name: str
    picture: str
    minutes: int | None


class ListedRoom(TypedDict):
    """A room below its workshop; its title is empty where it is the workshop's own."""

    code: str
    shown_code: str
    title: str
    when: str
    open: bool
    people: str


class ListedWorkshop(TypedDict):
    """A workshop's card."""

    id: str
    title: str
    facts: list[str]
    items: list[ListedItem]
    built_in: bool
    archived: bool
    rooms: list[ListedRoom]


@dataclass(frozen=True)
class WorkshopFace:
    """What a card needs of a document, which may lack anything."""

    titles: Mapping[str, str]
    languages: tuple[str, ...]
    items: tuple[tuple[str, int | None, str], ...]
    """Kind, minutes and the page that it leads to."""


def face_of(document: Mapping[str, Any]) -> WorkshopFace:
    """The face of a document or of a draft."""
    workshop = document.get("workshop") or {}
    languages = tuple(lang for lang in workshop.get("languages") or () if lang in LANGUAGES)
    items = [item for item in workshop.get("activities") or () if isinstance(item, Mapping)]
    title = workshop.get("title")
    return WorkshopFace(
        titles=title if isinstance(title, Mapping) else {},
        languages=languages or LANGUAGES[:1],
        items=tuple((str(item.get("kind")), _minutes(item.get("minutes")), str(item.get("href", ""))) for item in items),
    )


def _minutes(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


class WorkshopList:
    """Faces are kept in memory by version: a list reads only documents that nobody has listed lately."""

    def __init__(self, store: Store, contents: Contents, workshops: Workshops, rooms: Rooms) -> None:
        self._store, self._contents, self._workshops, self._rooms = store, contents, workshops, rooms
        self._lock = Lock()
        self._faces: OrderedDict[int, WorkshopFace] = OrderedDict()

    def listed(self, lang: str) -> list[ListedWorkshop]:
        """Every workshop, archived ones too: the one that was held or made last first, the built-in ones last."""
        stored = self._workshops.all()
        versions = self._store.read(workshops.newest_versions)
        rooms = self._rooms_by_workshop()
        people = self._rooms.people()
        text = self._contents.built_in.texts[lang]
        today = clock.local(clock.now_ms()).date()
        cards = _Cards(text, today, people)

        def newest_first(workshop: StoredWorkshop) -> tuple[bool, int]:
            held = rooms.get(workshop.id)
            return workshop.origin == "built_in" and not held, -(held[0].created_at if held else workshop.created_at)

        return [
            cards.card(workshop, self._face(versions[workshop.id]), rooms.get(workshop.id, []))
            for workshop in sorted(stored, key=newest_first)
        ]

    def _rooms_by_workshop(self) -> Mapping[str, list[Room]]:
        """Each workshop's rooms, the newest first."""
        owners = self._store.read(workshops.workshops_by_version)
        by_workshop: dict[str, list[Room]] = {}
        for room in self._rooms.all():
            if room.version in owners:
                by_workshop.setdefault(owners[room.version], []).append(room)
        return by_workshop

    def _face(self, version: int) -> WorkshopFace:
        with self._lock:
            if version in self._faces:
                self._faces.move_to_end(version)
                return self._faces[version]
        face = face_of(json.loads(self._store.read(workshops.document_of, version) or "{}"))
        with self._lock:
            self._faces[version] = face
            while len(self._faces) > MAX_FACES:
                self._faces.popitem(last=False)
        return face


@dataclass(frozen=True)
class _Cards:
    """Makes cards in one language, as they read today."""

    text: Texts
    today: date
    people: Mapping[int, int]

    @property
    def _locale(self) -> str:
        return _DATES.get(self.text.lang, self.text.lang)

    def card(self, workshop: StoredWorkshop, face: WorkshopFace, rooms: list[Room]) -> ListedWorkshop:
        title = face.titles.get(self.text.lang) or face.titles.get(face.languages[0]) or workshop.title
        return {
            "id": workshop.id,
            "title": title,
            "facts": self._facts(workshop, face, rooms),
            "items": [self._item(*item) for item in face.items],
            "built_in": workshop.origin == "built_in",
            "archived": workshop.archived_at is not None,
            "rooms": [self._room(room, face) for room in rooms],
        }

    def _facts(self, workshop: StoredWorkshop, face: WorkshopFace, rooms: list[Room]) -> list[str]:
        facts = [self.text("workshops.items", n=len(face.items))]
        if minutes := sum(minutes or 0 for _, minutes, _ in face.items):
            facts.append(self.text("workshops.minutes", n=minutes))
        names = Locale(self.text.lang).languages
        facts.append(", ".join(names[lang] for lang in face.languages))
        if rooms:
            day = clock.local(rooms[0].created_at).date()
            is_today = day == self.today
            facts.append(
                self.text("workshops.today")
                if is_today
                else self.text("workshops.held", date=format_date(day, "short", locale=self._locale))
            )
        else:
            facts.append(self.text("workshops.built_in" if workshop.origin == "built_in" else "workshops.never"))
        return facts

    def _item(self, kind: str, minutes: int | None, page: str) -> ListedItem:
        known = self.text.tree["workshops"]["kinds"]
        name = str(known.get(kind, kind))
        if minutes is not None:
            name = self.text("workshops.minutes_of", kind=name, n=minutes)
        picture = PAGE_PICTURES.get(page, kind) if kind == "link" else kind
        return {"kind": kind, "name": name, "picture": f"kind_{picture}.svg", "minutes": minutes}

    def _room(self, room: Room, face: WorkshopFace) -> ListedRoom:
        people = self.people.get(room.id, 0)
        return {
            "code": room.code,
            "shown_code": grouped_code(room.code),
            "title": "" if room.title in face.titles.values() else room.title,
            "when": self._when(room),
            "open": room.closed_at is None,
            "people": self.text("workshops.people", n=people) if people else self.text("workshops.nobody"),
        }

    def _when(self, room: Room) -> str:
        begun = clock.local(room.created_at)
        if begun.date() == self.today:
            time = format_time(begun, "short", tzinfo=clock.HELSINKI, locale=self._locale)
            return self.text("workshops.begun_today", time=time)
        return str(format_skeleton("yMEd", begun, tzinfo=clock.HELSINKI, locale=self._locale))
