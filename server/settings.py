"""Settings from environment variables, all optional; no other module reads the environment."""

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from workshop.errors import PropelliError

PROJECT = Path(__file__).resolve().parent.parent
_HOST = re.compile(r"(\w([\w.-]*\w)?|\[[0-9A-Fa-f:.]+\])(:[0-9]+)?")
_EMBEDDER = re.compile(r"https?://(\*\.(?=[^.:]+\.))?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?")
_PATH = re.compile(r"(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")


class SettingError(PropelliError):
    """A setting has a value that it cannot have; `fault` names the sentence, by default the setting's own."""

    def __init__(self, name: str, fault: str | None = None) -> None:
        super().__init__(variable=_variable(name))
        self.id = f"setting_{fault or name}"


class Settings(BaseModel):
    """The app's public address, folders and options.

    `url` is the public address that links and QR codes carry; `home` holds the store, keys and backups.
    `embed` are the sites that may hold the projector's and the participants' pages in a frame, as a policy names them.
    `metrics` opens `/metrics` for Prometheus. `log` is where the log goes: to a file in `home` or to standard error.
    """

    model_config = ConfigDict(frozen=True)

    url: str | None = None
    home: Path = PROJECT / "var"
    database_url: str | None = None
    password: str | None = None
    data: Path = Field(default=PROJECT / "data")
    embed: tuple[str, ...] = ()
    metrics: bool = False
    log: Literal["file", "stderr"] = "file"

    @field_validator("url")
    @classmethod
    def _is_web_address(cls, value: str | None) -> str | None:
        if value is not None and not _is_public_address(value):
            raise SettingError("url")
        return value.rstrip("/") if value else None

    @field_validator("embed", mode="before")
    @classmethod
    def _are_sites(cls, value: object) -> tuple[str, ...]:
        """Sites written one after another: a scheme and a host, whose first label alone may be a star."""
        sites = tuple(value.split()) if isinstance(value, str) else tuple(value) if isinstance(value, tuple) else ()
        if not all(_EMBEDDER.fullmatch(site) and ".." not in site for site in sites):
            raise SettingError("embed")
        return sites

    @property
    def base(self) -> str:
        """The path under which everything is served, without its last slash: empty or `/workshop`."""
        return urlsplit(self.url).path.rstrip("/") if self.url else ""

    @property
    def secure(self) -> bool:
        """Whether cookies are sent over https only."""
        return bool(self.url and self.url.lower().startswith("https:"))

    @property
    def store_url(self) -> str:
        return self.database_url or f"sqlite:///{self.home / 'propelli.db'}"

    @property
    def log_file(self) -> Path:
        return self.home / "propelli.log"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Settings from `PROPELLI_…` variables; an empty one counts as unset. Raises SettingError."""
        values = {name: environment[_variable(name)] for name in cls.model_fields if environment.get(_variable(name))}
        for name, value in values.items():
            if not value.isprintable():  # control characters, and bytes that are not UTF-8
                raise SettingError(name, "characters")
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise SettingError(str(error.errors()[0]["loc"][0])) from None  # its text quotes the value


def _variable(name: str) -> str:
    return f"PROPELLI_{name.upper()}"


def _is_public_address(value: str) -> bool:
    """Whether links can be built on it: http or https, a host, and a plain path that routes can stand under."""
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    known = parts.scheme in {"http", "https"} and port != 0
    return known and not set(value) & set("?#") and bool(_HOST.fullmatch(parts.netloc) and _PATH.fullmatch(parts.path))


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings.from_environment(os.environ)
