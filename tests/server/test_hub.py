"""A refresh that fails after every client has left starts nothing for that room."""

import asyncio
import threading
from typing import Any

from server.web.hub import Hub
from tests.conftest import run_alone
from tests.server.filled_rooms import filled


def test_a_failed_refresh_of_a_room_that_was_left_is_not_tried_again(service: Any) -> None:
    room = filled(service)
    room.open("word_cloud")
    state = service.participants.state(room.code)
    started, goes_on = threading.Event(), threading.Event()
    refreshing = 0

    def load(code: str) -> Any:
        nonlocal refreshing
        refreshing += 1
        started.set()
        goes_on.wait(20)
        raise RuntimeError

    async def leaves_meanwhile() -> object:
        hub = Hub(load)
        client = hub.join(room.code, state, "fi", None)
        await asyncio.to_thread(started.wait, 20)
        listening = hub._rooms[room.code]
        hub.leave(room.code, client)
        goes_on.set()
        while hub._tasks:
            await asyncio.sleep(0.01)
        return listening.refresh_timer

    assert run_alone(leaves_meanwhile()) is None
    assert refreshing == 1
