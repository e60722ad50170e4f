"""The reading pages' modules: one for each content and language, made once, named by what is in it."""

import gzip
import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from components import reading
from components.finland_map import Land
from server import clock
from server.store.rows import Room
from server.usecases.contents import Contents
from server.usecases.event_groups import EventGroup, event_groups
from server.usecases.example_map import draw_land
from server.usecases.payloads import ApiReading
from server.usecases.reading_content import PAGE_OF_ADDRESS, reading_content, reading_examples, reading_map
from workshop.content.content import Content

MAX_MODULES = 64
_NAME_LENGTH = 16


@dataclass
class _Module:
    """A module by its name, as of a day; the body, compressed with gzip, is made when it is asked for."""

    content: Content
    lang: str
    today: date
    name: str
    lock: threading.Lock = field(default_factory=threading.Lock)
    body: bytes | None = None


class ReadingPages:
    """Modules by content, language and the events of the day; the least recently used are forgotten first.

    Safe in any thread.
    """

    def __init__(self, contents: Contents, base: str) -> None:
        self._contents, self._base = contents, base
        self._lock = threading.Lock()
        self._modules: OrderedDict[tuple[int, str, tuple[EventGroup, ...]], _Module] = OrderedDict()
        self._drawing = threading.Lock()
        self._drawn: tuple[Content, Land] | None = None

    def start(self) -> None:
        """Makes the modules in the background, so that no phone waits for the map to be computed."""
        threading.Thread(target=self._prepare, name="reading", daemon=True).start()

    def _prepare(self) -> None:
        content = self._contents.built_in
        for lang in content.languages:
            self._body(self._module(content, lang))

    def content_of(self, room: Room) -> Content:
        """The content that the room's reading pages show."""
        return self._contents.of_room(room)

    def page(self, room: Room, address: str | None, lang: str) -> ApiReading | None:
        """The reading page for an address of the app, or None where phones do not draw it or the workshop has none."""
        page, content = PAGE_OF_ADDRESS.get(address or ""), self.content_of(room)
        if page is None or not content.has_page(address or ""):
            return None
        name = self._module(content, lang).name
        return {"page": page, "script": f"{self._base}/live/{room.code}/reading/{name}"}

    def module(self, room: Room, name: str) -> bytes | None:
        """The room's module of that name, compressed with gzip; None where its content has none of this name."""
        content = self.content_of(room)
        for lang in content.texts:
            if name.startswith(f"{lang}-") and (module := self._module(content, lang)).name == name:
                return self._body(module)
        return None

    def _module(self, content: Content, lang: str) -> _Module:
        with self._lock:
            today = clock.local(clock.now_ms()).date()
            key = (id(content), lang, event_groups(content, lang, today))
            if key not in self._modules:
                self._modules[key] = _Module(content, lang, today, self._name(content, lang, today))
            self._modules.move_to_end(key)
            while len(self._modules) > MAX_MODULES:
                self._modules.popitem(last=False)
            return self._modules[key]

    def _name(self, content: Content, lang: str, today: date) -> str:
        """The same in every process; the map need not be drawn for it."""
        values: Mapping[str, object] = {
            "code": reading.CODE,
            "content": reading_content(content, lang, self._base, today),
            "examples": repr(reading_examples(content, lang, self._base) if content.has("examples") else None),
            "outlines": repr(content.outlines),
        }
        digest = hashlib.sha256(json.dumps(values).encode()).hexdigest()
        return f"{lang}-{digest[:_NAME_LENGTH]}.js"

    def _body(self, module: _Module) -> bytes:
        with module.lock:
            if module.body is None:
                content, lang, base = module.content, module.lang, self._base
                has_map = content.has("examples")
                board = reading_map(content, self._land(content), lang, base) if has_map else None
                values = {**reading_content(content, lang, base, module.today), "board": board}
                module.body = gzip.compress(reading.module(values), 9, mtime=0)
            return module.body

    def _land(self, content: Content) -> Land:
        """The map of the content, drawn once for all its languages."""
        with self._drawing:
            if self._drawn is None or self._drawn[0] is not content:
                self._drawn = content, draw_land(content)
            return self._drawn[1]
