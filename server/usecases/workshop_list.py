"""The organiser's list of workshops: what each is by a look at it, and the rooms that were held of it."""

import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any, TypedDict

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time

from server import clock
from server.store import Store, workshops
from server.store.drafts import draft_revisions
from server.store.rows import Room
from server.store.workshops import StoredWorkshop
from server.usecases.contents import Contents
from server.usecases.drafts import Drafts
from server.usecases.front_page import FrontPage
from server.usecases.rooms import Rooms, grouped_code
from server.usecases.workshops import Workshops
from workshop.activities.registry import KINDS
from workshop.content.draft_document import sentence_key
from workshop.content.errors import Finding
from workshop.content.texts import LANGUAGES, Texts

MAX_GLANCES = 256
TOLD_FAULTS = 2
"""Faults whose sentences stand on a card."""
KIND_NAMES = frozenset(kind.name for kind in KINDS)
PARTS = ("criteria", "quiz", "examples")
"""The parts of a document that the editor has a tab for."""
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


class ListedFault(TypedDict):
    """What keeps a workshop from being held: how much there is to mend, and the first of it."""

    title: str
    text: str


class ListedWorkshop(TypedDict):
    """A workshop's card."""

    id: str
    title: str
    facts: list[str]
    items: list[ListedItem]
    built_in: bool
    archived: bool
    front: bool
    fault: ListedFault | None
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
        items=tuple(
            (str(item.get("kind")), _minutes(item.get("minutes")), str(item.get("href", ""))) for item in items
        ),
    )


def _minutes(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


@dataclass(frozen=True)
class _Glance:
    """A workshop's face, and what is to be mended before it can be held."""

    face: WorkshopFace
    findings: tuple[Finding, ...] = ()


class WorkshopList:
    """Glances are kept in memory by version or by the draft's revision: a list reads only what is new."""

    def __init__(
        self, store: Store, contents: Contents, all_workshops: Workshops, drafts: Drafts, rooms: Rooms, front: FrontPage
    ) -> None:
        self._store, self._contents, self._workshops, self._drafts = store, contents, all_workshops, drafts
        self._rooms, self._front = rooms, front
        self._lock = Lock()
        self._glances: OrderedDict[tuple[str, bool, int], _Glance] = OrderedDict()

    def listed(self, lang: str) -> list[ListedWorkshop]:
        """Every workshop, archived ones too: the one that was held or made last first, built-in ones not held last."""
        stored = self._workshops.all()
        versions = self._store.read(workshops.newest_versions)
        revisions = self._store.read(draft_revisions)
        rooms = self._rooms_by_workshop()
        text = self._contents.built_in.texts[lang]
        today = clock.local(clock.now_ms()).date()
        cards = _Cards(text, today, self._rooms.people(), self._front.workshop())

        def order(workshop: StoredWorkshop) -> tuple[bool, int]:
            own = rooms.get(workshop.id)
            return workshop.origin == "built_in" and not own, -(own[0].created_at if own else workshop.created_at)

        return [
            cards.card(workshop, self._glance(workshop.id, versions, revisions), rooms.get(workshop.id, []))
            for workshop in sorted(stored, key=order)
        ]

    def _rooms_by_workshop(self) -> Mapping[str, list[Room]]:
        """Each workshop's rooms, the newest first."""
        owners = self._store.read(workshops.workshops_by_version)
        by_workshop: dict[str, list[Room]] = {}
        for room in self._rooms.all():
            if room.version in owners:
                by_workshop.setdefault(owners[room.version], []).append(room)
        return by_workshop

    def _glance(self, workshop: str, versions: Mapping[str, int], revisions: Mapping[str, int]) -> _Glance:
        is_draft = workshop in revisions
        key = (workshop, is_draft, revisions[workshop] if is_draft else versions.get(workshop, 0))
        with self._lock:
            if key in self._glances:
                self._glances.move_to_end(key)
                return self._glances[key]
        glance = self._draft_glance(workshop) if is_draft else self._version_glance(key[-1])
        with self._lock:
            self._glances[key] = glance
            while len(self._glances) > MAX_GLANCES:
                self._glances.popitem(last=False)
        return glance

    def _draft_glance(self, workshop: str) -> _Glance:
        draft = self._drafts.get(workshop)
        return _Glance(face_of(draft.document), self._drafts.compiled(draft).findings)

    def _version_glance(self, version: int) -> _Glance:
        return _Glance(face_of(json.loads(self._store.read(workshops.document_of, version) or "{}")))


@dataclass(frozen=True)
class _Cards:
    """Makes cards in one language, as they read today."""

    text: Texts
    today: date
    people: Mapping[int, int]
    front: str

    @property
    def _locale(self) -> str:
        return _DATES.get(self.text.lang, self.text.lang)

    def card(self, workshop: StoredWorkshop, glance: _Glance, rooms: list[Room]) -> ListedWorkshop:
        face = glance.face
        title = face.titles.get(self.text.lang) or face.titles.get(face.languages[0]) or workshop.title
        return {
            "id": workshop.id,
            "title": title,
            "facts": self._facts(workshop, face, rooms),
            "items": [self._item(*item) for item in face.items],
            "built_in": workshop.origin == "built_in",
            "archived": workshop.archived_at is not None,
            "front": workshop.id == self.front,
            "fault": self._fault(glance.findings) if glance.findings else None,
            "rooms": [self._room(room, face) for room in rooms],
        }

    def _facts(self, workshop: StoredWorkshop, face: WorkshopFace, rooms: list[Room]) -> list[str]:
        facts = [self.text("workshops.items", n=len(face.items))]
        if minutes := sum(minutes or 0 for _, minutes, _ in face.items):
            facts.append(self.text("workshops.minutes", n=minutes))
        names = Locale(self.text.lang).languages
        facts.append(", ".join(names[lang] for lang in face.languages))
        if workshop.id == self.front:
            facts.append(self.text("workshops.front"))
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

    def _fault(self, findings: Sequence[Finding]) -> ListedFault:
        sentences = list(dict.fromkeys(map(self._sentence, findings)))
        shown, more = sentences[:TOLD_FAULTS], len(sentences) - TOLD_FAULTS
        if more > 0:
            shown.append(self.text("workshops.more_faults", n=more))
        return {"title": self.text("workshops.faults", n=len(findings)), "text": " ".join(shown)}

    def _sentence(self, finding: Finding) -> str:
        """The finding's sentence with the place in the editor where it is mended."""
        path = finding.path
        index = path[2] if path[:2] == ("workshop", "activities") and len(path) > 2 else None
        number = index + 1 if isinstance(index, int) else ""
        part = path[0] if path[0] in PARTS else "activities" if number else "pages" if "pages" in path else "details"
        place = self.text(f"workshops.places.{part}", n=number)
        return self.text("workshops.fault_of", place=place, sentence=self.text(sentence_key(finding), **finding.values))

    def _item(self, kind: str, minutes: int | None, page: str) -> ListedItem:
        name = self.text(f"editor.kinds.{kind}.label") if kind in KIND_NAMES else kind
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
        beginning = clock.local(room.created_at)
        if beginning.date() == self.today:
            time = format_time(beginning, "short", tzinfo=clock.HELSINKI, locale=self._locale)
            return self.text("workshops.begun_today", time=time)
        return str(format_skeleton("yMEd", beginning, tzinfo=clock.HELSINKI, locale=self._locale))
