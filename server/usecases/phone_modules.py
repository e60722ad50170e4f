"""Modules that a phone fetches when it needs them: one a content and language, named by what is in it."""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from server.store.rows import Room
from server.usecases.contents import Contents
from server.usecases.payloads import ApiPhoneModule
from workshop.content.content import Content
from workshop.content.texts import Texts

MAX_MODULES = 64
_NAME_LENGTH = 16

WriteModule = Callable[[Texts], bytes]
"""The module with its part of these texts."""


@dataclass(frozen=True)
class _PhoneModule:
    content: Content
    name: str
    body: bytes


class PhoneModules:
    """Modules of one kind by content and language; the least recently used are forgotten first. Safe in any thread.

    `folder` is where they are in the room's addresses.
    """

    def __init__(self, contents: Contents, base: str, folder: str, write: WriteModule) -> None:
        self._contents, self._base, self._folder, self._write = contents, base, folder, write
        self._lock = threading.Lock()
        self._modules: OrderedDict[tuple[int, str], _PhoneModule] = OrderedDict()

    def address(self, room: Room, lang: str) -> ApiPhoneModule:
        """Where the phones of the room get the module."""
        name = self._module(self._contents.of_room(room), lang).name
        return {"script": f"{self._base}/live/{room.code}/{self._folder}/{name}"}

    def body(self, room: Room, name: str) -> bytes | None:
        """The room's module of that name, compressed with gzip; None where its content has none of this name."""
        content = self._contents.of_room(room)
        for lang in content.texts:
            if name.startswith(f"{lang}-") and (module := self._module(content, lang)).name == name:
                return module.body
        return None

    def _module(self, content: Content, lang: str) -> _PhoneModule:
        with self._lock:
            key = (id(content), lang)
            module = self._modules.get(key)
            if module is None or module.content is not content:
                body = self._write(content.texts[lang])
                name = f"{lang}-{hashlib.sha256(body).hexdigest()[:_NAME_LENGTH]}.js"
                module = self._modules[key] = _PhoneModule(content, name, gzip.compress(body, 9, mtime=0))
            self._modules.move_to_end(key)
            while len(self._modules) > MAX_MODULES:
                self._modules.popitem(last=False)
            return module
