"""The desk's stream: the channel of all desks, and the right that is asked for again at every push."""

import json
from collections import Counter
from collections.abc import Callable, Mapping

from server.store.rooms import UnknownRoomError
from server.store.rows import Room
from server.usecases.desk_view.view import DeskPicture
from server.usecases.payloads import ApiError
from server.web.channels import Channel, ChannelLine, Snapshot, Watcher

CATCH_UP_SECONDS = 0.5
ANSWERS_REST_SECONDS = 0.4
"""Who moderates reads no faster, and the desk's picture is the dearest of all."""
Look = Callable[[str, str], DeskPicture]
HasRight = Callable[[Room, Mapping[str, str]], bool]


class DeskChannel:
    """What all desks of a room, a language and a right are sent, encoded once; nothing is read while none is open."""

    def __init__(self, picture: Look, has_right: HasRight, pulse: Callable[[str], object]) -> None:
        self._picture, self._has_right = picture, has_right
        self.channel = Channel(self._load, pulse, answers_rest=ANSWERS_REST_SECONDS)
        self._rooms: dict[str, Room] = {}
        self._lines: Counter[str] = Counter()

    def line(self, code: str, lang: str, jar: Mapping[str, str], refusal: ApiError) -> "DeskLine":
        """What one desk is sent; `refusal` is the last it hears once its right has ended."""
        return DeskLine(self, self.channel.line(code, lang), jar, refusal)

    def may_watch(self, code: str, jar: Mapping[str, str]) -> bool:
        """Whether the browser has the right to the room as it was loaded last."""
        room = self._rooms.get(code)
        return room is not None and self._has_right(room, jar)

    def open_desks(self, code: str) -> int:
        """How many desks of the room are open. Safe in any thread."""
        return self._lines.get(code, 0)

    def opened(self, code: str) -> None:
        self._lines[code] += 1

    def closed(self, code: str) -> None:
        """Forgets the room with its last desk."""
        self._lines[code] -= 1
        if self._lines[code] <= 0:
            del self._lines[code]
            self._rooms.pop(code, None)

    def _load(self, code: str, lang: str) -> Snapshot | None:
        try:
            picture = self._picture(code, lang)
        except UnknownRoomError:
            return None
        if code in self._lines:
            self._rooms[code] = picture.room
        again_in = CATCH_UP_SECONDS if picture.is_behind else None
        return Snapshot.encode(picture.state, picture.room.rev, picture.now, picture.ends_at, again_in)


class DeskLine:
    """One desk's stream. A push or a heartbeat to a browser without the right becomes the sentence that ends it."""

    def __init__(self, channel: DeskChannel, line: ChannelLine, jar: Mapping[str, str], refusal: ApiError) -> None:
        self._channel, self._line, self._jar = channel, line, dict(jar)
        self._refusal = f"event: gone\ndata: {json.dumps(refusal, ensure_ascii=False)}\n\n".encode()
        self._watcher = Watcher()

    def join(self) -> Watcher:
        self._channel.opened(self._line.code)
        self._watcher = self._line.join()
        return self._watcher

    def leave(self, watcher: Watcher) -> None:
        self._line.leave(watcher)
        self._channel.closed(self._line.code)

    def message(self) -> bytes:
        return self._allowed(self._line.message)

    def beat(self) -> bytes:
        return self._allowed(self._line.beat)

    def _allowed(self, make: Callable[[], bytes]) -> bytes:
        if self._channel.may_watch(self._line.code, self._jar):
            return make()
        self._watcher.ended = True
        return self._refusal
