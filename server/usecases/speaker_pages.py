"""The module by which phones draw questions to the speaker: one a content and language, named by what is in it."""

import gzip
import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass

from components import speaker_questions
from server.store.rows import Room
from server.usecases.contents import Contents
from server.usecases.payloads import ApiSpeaker
from workshop.content.content import Content

MAX_MODULES = 64
_NAME_LENGTH = 16


@dataclass(frozen=True)
class _SpeakerModule:
    content: Content
    name: str
    body: bytes


class SpeakerPages:
    """Modules by content and language; the least recently used are forgotten first. Safe in any thread."""

    def __init__(self, contents: Contents, base: str) -> None:
        self._contents, self._base = contents, base
        self._lock = threading.Lock()
        self._modules: OrderedDict[tuple[int, str], _SpeakerModule] = OrderedDict()

    def page(self, room: Room, lang: str) -> ApiSpeaker:
        """Where phones get the page of the room's questions."""
        name = self._module(self._contents.of_room(room), lang).name
        return {"script": f"{self._base}/live/{room.code}/speaker/{name}"}

    def module(self, room: Room, name: str) -> bytes | None:
        """The room's module of that name, compressed with gzip; None where its content has none of this name."""
        content = self._contents.of_room(room)
        for lang in content.texts:
            if name.startswith(f"{lang}-") and (module := self._module(content, lang)).name == name:
                return module.body
        return None

    def _module(self, content: Content, lang: str) -> _SpeakerModule:
        with self._lock:
            key = (id(content), lang)
            module = self._modules.get(key)
            if module is None or module.content is not content:
                body = speaker_questions.module(content.texts[lang].section("speaker"))
                name = f"{lang}-{hashlib.sha256(body).hexdigest()[:_NAME_LENGTH]}.js"
                module = self._modules[key] = _SpeakerModule(content, name, gzip.compress(body, 9, mtime=0))
            self._modules.move_to_end(key)
            while len(self._modules) > MAX_MODULES:
                self._modules.popitem(last=False)
            return module
