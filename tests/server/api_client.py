"""A client of the HTTP API, as one phone."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.conftest import RoomLinks, Server, eventually


class Phone:
    """One participant with a cookie jar of their own."""

    def __init__(self, server: Server, code: str) -> None:
        self.code = code
        self.client = httpx.Client(base_url=server.address, timeout=60)

    def join(self) -> httpx.Response:
        return self.client.get(f"/{self.code}")

    def me(self) -> dict[str, Any]:
        own: dict[str, Any] = self.client.get(f"/live/{self.code}/me").json()
        return own

    def send(self, **body: Any) -> httpx.Response:
        return self.client.post(f"/live/{self.code}/answers", json=body)

    @contextmanager
    def stream(self, query: str = "") -> Iterator[Iterator[dict[str, Any]]]:
        with self.client.stream("GET", f"/live/{self.code}{query}") as response:
            yield (json.loads(line[6:]) for line in response.iter_lines() if line.startswith("data: {"))

    def state(self, query: str = "") -> dict[str, Any]:
        with self.stream(query) as events:
            return next(events)


class OpenRoom:
    """A room with the word cloud open, and phones that join it."""

    def __init__(self, server: Server, *arguments: str) -> None:
        self.server = server
        self.links: RoomLinks = server.new_room("--open", "word_cloud", *arguments)
        self.code = self.links.code
        self._phones: list[Phone] = []

    def phone(self) -> Phone:
        phone = Phone(self.server, self.code)
        self._phones.append(phone)
        phone.join()
        return phone

    def close(self) -> None:
        for phone in self._phones:
            phone.client.close()

    def run(self, *arguments: str) -> None:
        self.server.command("room", arguments[0], self.code, *arguments[1:])

    def opens(self, activity: str) -> str:
        """Opens an activity beside the running server; gives its round once phones are told of it."""
        before = self.phone().state()["round"]
        self.run("open", activity)
        phone = self.phone()
        eventually(lambda: phone.state()["round"] not in {before, None})
        round_id: str = phone.state()["round"]
        return round_id


def exported_texts(path: Path) -> list[str]:
    """The answers in a results file, in its order."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row[4] for row in csv.reader(file, delimiter=";")][1:]
