"""Who may act in a room: the one rule, asked by pages, files, streams and presses alike."""

from collections.abc import Mapping

from server.access import Access
from server.store.rows import Room
from server.usecases.desk_actions import MODERATOR_ACTIONS
from server.usecases.rooms import Rooms
from server.web.cookies import Cookies
from workshop.errors import PropelliError


class RightsError(PropelliError):
    """The browser has no right to the room, or has it no more."""

    id = "rights"


class OrganiserError(PropelliError):
    """The browser is not signed in as the organiser, who alone edits workshops."""

    id = "organiser"


class Rights:
    """Reads rights from a browser's cookies, as they are at the moment."""

    def __init__(self, rooms: Rooms, access: Access, cookies: Cookies) -> None:
        self._rooms, self._access, self._cookies = rooms, access, cookies

    def is_organiser(self, jar: Mapping[str, str]) -> bool:
        """Whether the browser is signed in as the organiser, who may do everything."""
        return self._access.is_organiser(jar.get(self._cookies.organiser))

    def check_organiser(self, jar: Mapping[str, str]) -> None:
        """Raises OrganiserError where the browser is not signed in as the organiser now."""
        if not self.is_organiser(jar):
            raise OrganiserError

    def holds(self, room: Room, jar: Mapping[str, str]) -> bool:
        """Whether the browser may control the room as it was read last. Reads nothing from the store."""
        return self.is_organiser(jar) or self._access.is_room_key(room, jar.get(self._cookies.control(room.code)))

    def may_control(self, code: str, jar: Mapping[str, str]) -> bool:
        """Whether the browser may control the room of this code now."""
        room = self._rooms.find(code) if code else None
        return room is not None and self.holds(room, jar)

    def moderates(self, room: Room, jar: Mapping[str, str]) -> bool:
        """Whether the browser may decide of words, themes and questions of the room as it was read last."""
        return self.holds(room, jar) or self._access.is_moderator_key(room, jar.get(self._cookies.moderator(room.code)))

    def may_moderate(self, code: str, jar: Mapping[str, str]) -> bool:
        """Whether the browser may decide of words, themes and questions of the room of this code now."""
        room = self._rooms.find(code) if code else None
        return room is not None and self.moderates(room, jar)

    def check_action(self, code: str, jar: Mapping[str, str], action: str) -> None:
        """Raises RightsError where the browser may not do the action in the room now."""
        if not (self.may_control(code, jar) or (action in MODERATOR_ACTIONS and self.may_moderate(code, jar))):
            raise RightsError

    def check_moderator(self, code: str, jar: Mapping[str, str]) -> None:
        """Raises RightsError where the browser may not even moderate the room now."""
        if not self.may_moderate(code, jar):
            raise RightsError

    def check(self, code: str, jar: Mapping[str, str]) -> None:
        """Raises RightsError where the browser may not control the room now."""
        if not self.may_control(code, jar):
            raise RightsError
