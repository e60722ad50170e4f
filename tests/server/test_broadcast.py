"""A change goes to all phones at once, past the layers of the web server, and each hears it whole and a single time."""

import asyncio
import http.client
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

import pytest

from server.service import Service
from server.web.channels import Channel
from server.web.hub import Hub, PhoneLine
from server.web.stream import Stream
from tests.conftest import run_alone
from tests.server.api_client import OpenRoom
from tests.server.filled_rooms import filled


class Connection(http.client.HTTPConnection):
    """A client of one HTTP version that takes compressed answers."""

    def __init__(self, room: OpenRoom, version: str) -> None:
        host, _, port = room.server.address.removeprefix("http://").partition(":")
        super().__init__(host, int(port), timeout=30)
        self._http_vsn, self._http_vsn_str = int(version.replace(".", "")), f"HTTP/{version}"

    def states(self, code: str) -> Iterator[dict[str, Any]]:
        self.request("GET", f"/live/{code}", headers={"Accept-Encoding": "gzip"})
        response = self.getresponse()
        while line := response.readline():
            assert line.partition(b":")[0] in {b"retry", b"data", b"event", b"\n"}, line
            if line.startswith(b"data: {"):
                yield json.loads(line[6:])


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_changes_reach_clients_of_either_http_version(room: OpenRoom, version: str) -> None:
    connection = Connection(room, version)
    states = connection.states(room.code)
    before = next(states)
    for activity in ("roles", "word_cloud"):
        round_id = room.opens(activity)
        while (state := next(states))["round"] != round_id:
            assert state["rev"] >= before["rev"]
        before = state
    connection.close()


class Transport:
    """A connection that keeps what is written, and may have something left to send."""

    def __init__(self) -> None:
        self.written: list[bytes] = []
        self.unsent = 0

    def get_extra_info(self, _: str) -> None:
        return None

    def is_closing(self) -> bool:
        return False

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def write(self, data: bytes) -> None:
        self.written.append(data)


class Cycle:
    """One request as the web server holds it; `sent` is what goes through its layers."""

    def __init__(self) -> None:
        self.transport = Transport()
        self.sent: list[bytes] = []
        self.left = asyncio.Event()

    async def receive(self) -> dict[str, str]:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        self.sent.append(message.get("body", b""))

    def states(self, messages: list[bytes]) -> int:
        return sum(b"data: {" in message for message in messages)


def _has_written(cycle: Cycle, count: int) -> bool:
    return cycle.states(cycle.transport.written) == count


async def eventually(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.01)


async def broadcasting(
    service: Service, code: str, version: str, act: Callable[[Cycle, Callable[[], None]], Any]
) -> Cycle:
    """Runs `act` with a phone that has had its first state, and a way to tell everybody a new one."""
    state = service.participants.state(code)
    assert state is not None
    cycle, hub = Cycle(), service.hub
    line = PhoneLine(hub, code, state, "fi", None)
    scope = {"type": "http", "http_version": version}
    stream = asyncio.create_task(Stream(hub, line, {"error": "", "message": ""})(scope, cycle.receive, cycle.send))
    await eventually(lambda: cycle.states(cycle.sent) == 1)
    await act(cycle, lambda: hub._broadcast(hub._rooms[code]))
    cycle.left.set()
    with suppress(asyncio.CancelledError):
        await stream
    return cycle


def test_an_idle_connection_is_written_to_and_the_stream_stays_asleep(service: Service) -> None:
    async def act(cycle: Cycle, broadcast: Callable[[], None]) -> None:
        for count in (1, 2, 3):
            broadcast()
            await eventually(partial(_has_written, cycle, count))

    cycle = run_alone(broadcasting(service, service.rooms.create().code, "1.1", act))
    assert cycle.states(cycle.sent) == 1
    for chunk in cycle.transport.written:
        size, _, rest = chunk.partition(b"\r\n")
        assert rest.endswith(b"\n\n\r\n")
        assert int(size, 16) == len(rest) - 2


def test_what_the_connection_does_not_take_at_once_waits_in_the_stream(service: Service) -> None:
    async def act(cycle: Cycle, broadcast: Callable[[], None]) -> None:
        cycle.transport.unsent = 1
        broadcast()
        await eventually(lambda: cycle.states(cycle.sent) == 2)

    cycle = run_alone(broadcasting(service, service.rooms.create().code, "1.1", act))
    assert cycle.transport.written == []


def test_nothing_is_written_past_a_server_of_an_older_http(service: Service) -> None:
    async def act(cycle: Cycle, broadcast: Callable[[], None]) -> None:
        broadcast()
        await eventually(lambda: cycle.states(cycle.sent) == 2)

    assert run_alone(broadcasting(service, service.rooms.create().code, "1.0", act)).transport.written == []


class Watching(Channel):
    """A channel that only calls back when it is notified of rooms."""

    def __init__(self, notified: Callable[[], None]) -> None:
        super().__init__(lambda code, variant: None)
        self._notified = notified

    def notify(self, codes: set[str] | None, *, only_answers: bool = False) -> None:
        if codes:
            self._notified()


async def notified(service: Service, code: str, *, leaves: bool) -> list[bool]:
    """Whether the phone had been told when those who watch were, each time that they were."""
    state = service.participants.state(code)
    assert state is not None
    hub, order = Hub(service.participants.state), list[bool]()
    client = hub.join(code, state, "fi", None)
    hub.notify_channels({code})
    await eventually(lambda: not hub._rooms[code].awaits_look())
    client.news.clear()
    hub.channels.append(Watching(lambda: order.append(client.news.is_set())))
    service.control.open(code, "roles")
    hub.notify({code})
    hub.notify_channels({code})
    assert order == []
    if leaves:
        hub.leave(code, client)
    await eventually(lambda: bool(order))
    hub.notify_channels({code})
    return order


def test_those_who_watch_are_told_after_the_phones(service: Service) -> None:
    assert run_alone(notified(service, filled(service).code, leaves=False)) == [True, True]


def test_those_who_watch_are_told_though_the_last_phone_leaves(service: Service) -> None:
    assert run_alone(notified(service, filled(service).code, leaves=True)) == [False, False]
