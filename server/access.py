"""Authentication: participants' tokens, facilitators' control keys and the organiser's password."""

import base64
import hmac
import os
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from server import clock
from server.store.rows import Room
from workshop.errors import PropelliError

TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}")
UNTIL = re.compile(r"[0-9]{1,15}")
SECRET_BYTES = 32
SIGNED_IN_MS = 12 * 3600 * 1000


class WrongPasswordError(PropelliError):
    """The organiser's password did not match."""

    id = "password"


class WrongKeyError(PropelliError):
    """The control link is not the room's."""

    id = "key"


class PrivateFileError(PropelliError):
    """The secret or the generated password is empty or cut off."""

    id = "private_file"


def _private_file(path: Path, make: Callable[[], bytes], min_bytes: int = 1) -> bytes:
    """The file's content; written once, atomically, readable by its owner alone.

    Raises PrivateFileError for one of fewer than `min_bytes` bytes, emptied or cut off: every key could be guessed.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent)  # the owner's alone from the start
        with os.fdopen(handle, "wb") as file:
            file.write(make())
            file.flush()
            os.fsync(file.fileno())  # a power cut must not leave the name without its content
        with suppress(FileExistsError):  # another process was first
            os.link(temporary, path)
        os.unlink(temporary)
    content = path.read_bytes()
    if len(content) < min_bytes:
        raise PrivateFileError(file=path)
    return content


class Access:
    """Keys and passwords of this installation; all are derived from one secret file in the home folder."""

    def __init__(self, home: Path, password: str | None) -> None:
        self._secret = _private_file(home / "secret", lambda: clock.new_secret(SECRET_BYTES), SECRET_BYTES)
        self.has_generated_password = password is None
        self._password = password or _private_file(home / "password", lambda: clock.new_password().encode()).decode()
        self._signed_out: dict[str, int] = {}

    @property
    def password(self) -> str:
        """The organiser's password, for the terminal of whoever started the app."""
        return self._password

    def _derived(self, purpose: str, text: str) -> bytes:
        return hmac.digest(self._secret, f"{purpose}:{text}".encode(), "sha256")

    def participant(self, token: str) -> bytes:
        """The participant's identifier in the store: a keyed hash that cannot be reversed."""
        return self._derived("participant", token)

    def room_key(self, room: Room) -> str:
        """The room's control key; a new `key_number` makes every earlier key void."""
        return self._key("control", room, room.key_number)

    def moderator_key(self, room: Room) -> str:
        """The key of the room's moderators; a new `moderator_key_number` makes every earlier key void."""
        return self._key("moderator", room, room.moderator_key_number)

    def _key(self, purpose: str, room: Room, number: int) -> str:
        digest = self._derived(purpose, f"{room.id}:{room.created_at}:{number}")
        return base64.b32encode(digest[:15]).decode().lower()

    def is_room_key(self, room: Room, key: str | None) -> bool:
        """Whether the key is the room's control key, compared in constant time."""
        return key is not None and hmac.compare_digest(self.room_key(room).encode(), key.encode())

    def is_moderator_key(self, room: Room, key: str | None) -> bool:
        """Whether the key is that of the room's moderators, compared in constant time."""
        return key is not None and hmac.compare_digest(self.moderator_key(room).encode(), key.encode())

    def sign_in(self, password: str) -> str:
        """A signed ticket for the organiser's cookie. Raises WrongPasswordError."""
        if not hmac.compare_digest(password.encode(), self._password.encode()):
            raise WrongPasswordError
        until = str(clock.now_ms() + SIGNED_IN_MS)
        return f"{until}.{self._ticket(until)}"

    def is_organiser(self, ticket: str | None) -> bool:
        """Whether the cookie's ticket was given by `sign_in` and still holds; a changed password voids it."""
        until, _, signature = (ticket or "").partition(".")
        if not UNTIL.fullmatch(until) or int(until) < clock.now_ms():
            return False
        if until in self._signed_out:
            return False
        return hmac.compare_digest(self._ticket(until).encode(), signature.encode())

    def sign_out(self, ticket: str | None) -> None:
        """Makes a ticket void in this process, for pages that are still open with it; no other ticket is touched."""
        if ticket is None or not self.is_organiser(ticket):
            return
        now, until = clock.now_ms(), ticket.partition(".")[0]
        self._signed_out = {stamp: end for stamp, end in self._signed_out.items() if end >= now} | {until: int(until)}

    def _ticket(self, until: str) -> str:
        return self._derived("organiser", f"{self._password}:{until}").hex()
