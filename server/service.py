"""The use cases that pages, routes and the command line call; `service()` is the one of this process."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool

from components import another_person, own_pace, shown_words, speaker_questions
from server import clock
from server.base_service import BaseService
from server.file_permissions import prepare_home
from server.lan import reachable_address
from server.settings import Settings, settings
from server.store.answers import has_answered
from server.store.backup import generation
from server.store.rows import Room
from server.usecases.answering import Answering
from server.usecases.desk import Desks
from server.usecases.desk_actions import DeskActions
from server.usecases.desk_view.stage import Stages
from server.usecases.desk_view.view import DeskView
from server.usecases.draft_examples import ExampleEditing
from server.usecases.editing import Editing
from server.usecases.example_files import ExampleFiles
from server.usecases.floods import Floods
from server.usecases.front_page import FrontPage
from server.usecases.groups import RoomGroups
from server.usecases.importing import Importing
from server.usecases.joined_rooms import Joining
from server.usecases.lexicon import SharedLexicon
from server.usecases.moderation import Moderation
from server.usecases.new_workshops import NewWorkshops
from server.usecases.old_results import OldResults
from server.usecases.participants import Modules, Participants
from server.usecases.phone_modules import PhoneModules
from server.usecases.preview import Preview
from server.usecases.projector import Projector
from server.usecases.published_results import PublishedResults
from server.usecases.questions import Questions
from server.usecases.reading import ReadingPages
from server.usecases.results import Results
from server.usecases.results_cache import ResultsCache
from server.usecases.rights import Rights
from server.usecases.room_versions import RoomVersions
from server.usecases.shown_words import ShownWords
from server.usecases.sorting import Sorting
from server.usecases.speaker_questions import SpeakerQuestions
from server.usecases.votes import Votes
from server.usecases.workshop_list import WorkshopList
from server.usecases.written_workshops import WrittenWorkshops
from server.web.connection import host_of_origin
from server.web.cookies import Cookies
from server.web.hub import Hub
from server.web.script_turns import ScriptTurns
from server.web.throttling import Throttling
from workshop.content.content import Content
from workshop.content.loader import load
from workshop.content.texts import Texts
from workshop.errors import PropelliError

Listener = Callable[[set[str] | None], None]


def _speaker_module(texts: Texts) -> bytes:
    return speaker_questions.module(texts.section("speaker"))


def _another_person_module(texts: Texts) -> bytes:
    return another_person.module(texts.section("another_person"))


def _shown_words_module(texts: Texts) -> bytes:
    return shown_words.module(texts.section("shown_words"))


def _own_pace_module(texts: Texts) -> bytes:
    return own_pace.module(texts.section("own_pace"))


class Service(BaseService):
    """Everything one process needs, wired together; close it at the end."""

    def __init__(self, settings: Settings) -> None:
        """Raises ContentError for faults in the content, HomeFolderError, StoreFileError or NewerStoreError."""
        prepare_home(settings.home)
        self.content: Content = load(settings.data)  # of pages without a room
        super().__init__(settings, lambda: self.content)
        self.new_workshops = NewWorkshops(self.store, self.drafts, self.workshops)
        self.written_workshops = WrittenWorkshops(self.contents, self.new_workshops)
        self.front_page = FrontPage(self.store, self.workshops, self.contents)
        self.editing = Editing(self.store, self.drafts)
        self.example_editing = ExampleEditing(self.editing, self.drafts)
        self.example_files = ExampleFiles(self.example_editing, self.texts)
        self.contents.read_front()
        self.cookies = Cookies(settings)
        self.versions = RoomVersions()
        self.lexicon = SharedLexicon(self._lexicon_is_ready, lambda: self.content.blocklists)
        self.results_cache = ResultsCache(self.store, self.contents, self.versions, self.lexicon)
        self.workshop_list = WorkshopList(
            self.store, self.contents, self.workshops, self.drafts, self.rooms, self.front_page
        )
        self.rights = Rights(self.rooms, self.access, self.cookies)
        self.answering = Answering(self.store, self.contents, settings.base)
        self.reading = ReadingPages(self.contents, settings.base)
        self.modules = Modules(
            speaker=PhoneModules(self.contents, settings.base, "speaker", _speaker_module),
            shown_words=PhoneModules(self.contents, settings.base, "shown_words", _shown_words_module),
            own_pace=PhoneModules(self.contents, settings.base, "own_pace", _own_pace_module),
            another_person=PhoneModules(self.contents, settings.base, "another_person", _another_person_module),
        )
        self.participants = Participants(
            self.store, self.contents, self.results_cache, self.versions, self.reading, self.modules,
            settings.base,
        )  # fmt: skip
        self.shown_words = ShownWords(self.store, self.results_cache, self.versions)
        self.throttling = Throttling(self._has_answered)
        self.hub = Hub(self.participants.state, self.throttling.rooms, self._forget)
        self.turns = ScriptTurns()
        self.groups = RoomGroups(self.store, self.contents)
        self.desks = Desks(self.store, self.results_cache, self.groups, self.hub.present)
        self.moderation = Moderation(self.store, self.results_cache)
        self.questions = Questions(self.store, self.contents, self.editing)
        self.speaker_questions = SpeakerQuestions(self.store, self.contents, self.lexicon)
        self.floods = Floods(self.store, self.hub.people, self.hub.nameless)
        self.sorting = Sorting(self.store, self.lexicon)
        self.actions = DeskActions(
            self.control, self.rooms, self.questions, self.moderation, self.floods, self.sorting,
            Votes(self.store, self.results_cache), self.speaker_questions, self.own_pace,
        )  # fmt: skip
        self.stages = Stages(self.store, self.hub.present, lambda code: self.hub.open_desks(code))
        self.desk_view = DeskView(
            self.desks,
            self.moderation,
            self.floods,
            self.sorting,
            self.speaker_questions,
            self.contents,
            self.stages,
            settings.base,
        )
        self.projector = Projector(
            self.store,
            self.contents,
            self.results_cache,
            self.groups,
            self.speaker_questions,
            self.hub.present,
            settings.base,
        )
        self.preview = Preview(self.drafts, self.lexicon, settings.base)
        self.results = Results(self.store, self.contents, self.results_cache)
        self.published = PublishedResults(self.store, self.contents, self.results, self.versions)
        self.importing = Importing(self.store, self.rooms, self.workshops)
        self.joining = Joining(self.rooms, self.results, self.contents, self.lexicon)
        self.old_results = OldResults(self.results, self.importing, self.content.texts)
        self._generation = self.store.read(generation)
        self.notify_participants: Listener = lambda codes: None
        self.notify_channels: Listener = lambda codes: None
        self.notify_answered: Listener = lambda codes: None
        self.store.writer.on_commit = self._committed
        self.store.writer.on_foreign_commit = self._foreign

    def _committed(self, topics: set[Any]) -> None:
        for code, what in topics:
            self.versions.raise_one(code)
            if what != "answers":
                self.speaker_questions.changed(code)
        changed = {code for code, what in topics if what == "room"}
        if changed:  # before the channels: those who watch are told after the phones
            self.notify_participants(changed)
        moved = {code for code, what in topics if what != "answers"}
        if moved:
            self.notify_channels(moved)
        answered = {code for code, _ in topics} - moved
        if answered:
            self.notify_answered(answered)

    def _foreign(self, topics: set[Any] | None) -> None:
        if topics is not None:
            self._committed(topics)
            return
        self.store.deletion.check()
        latest = self.store.read(generation)
        if latest != self._generation:
            self._generation = latest
            self.contents.forget_all()
            self.drafts.forget_all()
            self.floods.forget_all()
            self.results_cache.forget_all()
            self.participants.shared.forget_all()
            self.shown_words.shared.forget_all()
            self.published.shared.forget_all()
        self.versions.raise_all()
        self.speaker_questions.forget_all()
        self.notify_participants(None)
        self.notify_channels(None)

    def _lexicon_is_ready(self) -> None:
        """Words are merged better from now on."""
        self.versions.raise_all()
        self.notify_channels(None)

    async def _has_answered(self, code: str, participant: bytes) -> bool:
        return await run_in_threadpool(self.store.read, has_answered, code, participant)

    def _forget(self, code: str) -> None:
        """Removes a deleted room from memory."""
        self.throttling.forget(code)
        self.floods.forget(code)
        self.results_cache.forget(code)
        self.participants.shared.forget(code)
        self.shown_words.shared.forget(code)
        self.speaker_questions.forget(code)
        self.published.shared.forget(code)
        self.versions.forget(code)

    def content_of(self, room: Room | None) -> Content:
        """What the room shows: the content of its version. Without a room, that of the front page."""
        return self.contents.of_room(room)

    def texts(self, lang: str) -> Texts:
        return self.content.texts[lang]

    def sentence(self, error: PropelliError, lang: str) -> str:
        """The error's sentence in the user's language."""
        return self.texts(lang)(f"errors.{error.id}", **error.values)

    def may_control(self, code: str, cookies: Mapping[str, str]) -> bool:
        """Whether the visitor holds the room's control key, or is signed in as the organiser."""
        return self.rights.may_control(code, cookies)

    def is_organiser(self, cookies: Mapping[str, str]) -> bool:
        return self.rights.is_organiser(cookies)

    def is_own_origin(self, origin: str | None, host: str | None) -> bool:
        """Whether a request's Origin is this site: its Host, or the public address; no Origin is a plain client."""
        ours = {host, urlsplit(self.settings.url or "").netloc} - {"", None}
        return origin is None or host_of_origin(origin) in ours

    @staticmethod
    def now_ms() -> int:
        return clock.now_ms()

    def address(self, visited: str) -> str:
        """The public address without a slash at its end: the setting, else the address that was visited.

        Where that names the machine itself, phones need the one that it has in its network.
        """
        return self.settings.url or reachable_address(visited.rstrip("/"))


@cache
def service() -> Service:
    """The service of this process, created at the first call."""
    return Service(settings())
