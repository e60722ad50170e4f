"""The cookies: names, attributes and reading. `__Host-` and Secure follow the public address."""

from collections.abc import Mapping

from starlette.responses import Response

from server.access import TOKEN
from server.settings import Settings

PARTICIPANT_DAYS = 30
CONTROL_DAYS = 30
LANGUAGE = "propelli_language"


class Cookies:
    """Cookies of one installation. Every value is read with care: it comes from outside."""

    def __init__(self, settings: Settings) -> None:
        self._secure = settings.secure
        prefix = "__Host-" if settings.secure else ""
        self.participant = f"{prefix}propelli"
        self.organiser = f"{prefix}propelli_organiser"
        self._control = f"{prefix}propelli_control"
        self._moderator = f"{prefix}propelli_moderator"

    def control(self, code: str) -> str:
        """The name of the cookie that holds a room's control key."""
        return f"{self._control}_{code}"

    def moderator(self, code: str) -> str:
        """The name of the cookie that holds the key of a room's moderators."""
        return f"{self._moderator}_{code}"

    def keys_in(self, jar: Mapping[str, str]) -> list[str]:
        """The names of the jar's cookies that hold a key to any room."""
        return [name for name in jar if name.startswith((f"{self._control}_", f"{self._moderator}_"))]

    def token_in(self, jar: Mapping[str, str]) -> str | None:
        """The participant's token, where the jar holds a well-formed one."""
        token = jar.get(self.participant)
        return token if isinstance(token, str) and TOKEN.fullmatch(token) else None

    def set(self, response: Response, name: str, value: str, days: float) -> None:
        response.set_cookie(
            name, value, max_age=int(days * 86_400), path="/", httponly=True, samesite="lax", secure=self._secure
        )

    def forget(self, response: Response, name: str) -> None:
        """Removes the cookie from the browser."""
        response.delete_cookie(name, path="/", httponly=True, samesite="lax", secure=self._secure)
