"""Simulated browsers on a Streamlit page: each exchanges the page's own messages over its websocket."""

import asyncio
import time
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


class Session:
    """The same face as crowd_phones.Phone."""

    def __init__(self, port: int, number: int) -> None:
        self._port, self._number = port, number
        self.joined: float | None = None
        self.asked_at: float | None = None
        self.acknowledged: float | None = None
        self.acknowledged_at: float | None = None
        self._first, self._question_opened, self._thanked = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._input = self._button = self._fragment = ""
        self._tasks: list[asyncio.Task[None]] = []
        self._socket: Any = None

    async def join(self) -> None:
        started = time.perf_counter()
        self._socket = await websockets.connect(
            f"ws://127.0.0.1:{self._port}/_stcore/stream", max_size=None, compression=None, open_timeout=60
        )
        message = BackMsg()
        message.rerun_script.query_string = ""
        await self._socket.send(message.SerializeToString())
        self._tasks.append(asyncio.create_task(self._listen()))
        await self._first.wait()
        self.joined = time.perf_counter() - started

    async def _listen(self) -> None:
        async for raw in self._socket:
            message = ForwardMsg()
            message.ParseFromString(raw)
            kind = message.WhichOneof("type")
            if kind == "delta":
                self._draw(message.delta)
            elif kind == "auto_rerun" and not self._fragment:
                self._fragment = message.auto_rerun.fragment_id
                self._tasks.append(asyncio.create_task(self._poll(message.auto_rerun.interval)))
            elif kind == "script_finished":
                self._first.set()

    def _draw(self, delta: Any) -> None:
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "text_input":
            self._input = element.text_input.id
        elif kind == "button":
            self._button = element.button.id
            if not self._question_opened.is_set():
                self.asked_at = time.perf_counter()
                self._question_opened.set()
        elif kind == "markdown" and element.markdown.body == "Thanks":
            self._thanked.set()

    async def _poll(self, interval: float) -> None:
        while True:
            await asyncio.sleep(interval)
            message = BackMsg()
            message.rerun_script.fragment_id = self._fragment
            message.rerun_script.is_auto_rerun = True
            await self._socket.send(message.SerializeToString())

    async def wait_for_question(self) -> None:
        await self._question_opened.wait()

    async def answer(self) -> None:
        message = BackMsg()
        message.rerun_script.fragment_id = self._fragment
        word = message.rerun_script.widget_states.widgets.add()
        word.id, word.string_value = self._input, f"sana {self._number % 97}"
        press = message.rerun_script.widget_states.widgets.add()
        press.id, press.trigger_value = self._button, True
        started = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        try:
            await asyncio.wait_for(self._thanked.wait(), 60)
        except TimeoutError:
            return
        self.acknowledged_at = time.perf_counter()
        self.acknowledged = self.acknowledged_at - started

    def leave(self) -> None:
        for task in self._tasks:
            task.cancel()
