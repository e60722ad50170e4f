"""Prometheus metrics at `/metrics`, if PROPELLI_METRICS is set: counts and times, no rooms, no persons."""

from collections.abc import Callable
from typing import Any

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)  # fmt: skip
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server import clock
from server.web.hub import Hub

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Metrics:
    """The figures of this process. `rooms` gives the number of rooms in the store, asked at each look."""

    def __init__(self, hub: Hub, rooms: Callable[[], int]) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        self._rooms = rooms
        self._rooms_now = Gauge("propelli_rooms", "Rooms in the store", registry=self._registry)
        phones = Gauge("propelli_phones", "Open streams of this process", registry=self._registry)
        phones.set_function(hub.streams)
        self._submits = Counter(
            "propelli_submits", "Submits by the status of the answer they got", ["status"], registry=self._registry
        )
        self._acknowledged = Histogram(
            "propelli_acknowledgement_seconds", "From a submit's arrival to its answer, commit included",
            buckets=BUCKETS, registry=self._registry,
        )  # fmt: skip
        histogram = Histogram(
            "propelli_change_seconds", "From a change in a room to its state being handed to every stream",
            buckets=BUCKETS, registry=self._registry,
        )  # fmt: skip
        hub.measure = histogram.observe

    def routes(self, base: str) -> list[Route]:
        return [Route(f"{base}/metrics", self.show)]

    def middleware(self) -> Middleware:
        return Middleware(_Measured, self)

    async def show(self, _: Request) -> Response:
        self._rooms_now.set(await run_in_threadpool(self._rooms))
        return Response(generate_latest(self._registry), media_type=CONTENT_TYPE_LATEST)

    def submitted(self, status: int, seconds: float) -> None:
        self._submits.labels(str(status)).inc()
        if status < 300:
            self._acknowledged.observe(seconds)


class _Measured:
    """ASGI middleware that times the submits of phones."""

    def __init__(self, app: Any, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["method"] != "POST" or not scope["path"].endswith("/answers"):
            await self._app(scope, receive, send)
            return
        started = clock.monotonic()

        async def watched(message: Any) -> None:
            if message["type"] == "http.response.start":
                self._metrics.submitted(message["status"], clock.monotonic() - started)
            await send(message)

        await self._app(scope, receive, watched)
