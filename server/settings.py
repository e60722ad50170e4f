"""The only place that reads the environment: the settings of DESIGN's table, all optional."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, field_validator

PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseModel):
    """Where the app stands and where it keeps its things.

    `url` is the public address that links and QR codes carry; `home` holds the store, keys and backups.
    `metrics` opens `/metrics` for Prometheus.
    """

    model_config = ConfigDict(frozen=True)

    url: str | None = None
    home: Path = PROJECT / "var"
    database_url: str | None = None
    password: str | None = None
    data: Path = Field(default=PROJECT / "data")
    metrics: bool = False

    @field_validator("url")
    @classmethod
    def _is_web_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise ValueError("PROPELLI_URL must be an address such as https://propelli.example/workshop")
        return value.rstrip("/")

    @property
    def base(self) -> str:
        """The path under which everything is served, without its last slash: empty or `/workshop`."""
        return urlsplit(self.url).path.rstrip("/") if self.url else ""

    @property
    def secure(self) -> bool:
        """Whether cookies are sent over https only."""
        return bool(self.url and self.url.startswith("https:"))

    @property
    def store_url(self) -> str:
        return self.database_url or f"sqlite:///{self.home / 'propelli.db'}"

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Settings":
        """Settings from `PROPELLI_…` variables; an empty one counts as unset."""
        names = {name: f"PROPELLI_{name.upper()}" for name in cls.model_fields}
        given = {name: environment[variable] for name, variable in names.items() if environment.get(variable)}
        return cls.model_validate(given)


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings.of(os.environ)
