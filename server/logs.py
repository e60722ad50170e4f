"""The log: one JSON object a line on standard error, with nothing in it that people have said or are known by.

An error is told by its kind and where it happened, never by its text, since a database quotes in it what it was given.
"""

import json
import logging
import traceback
from types import TracebackType
from typing import Any

from server import clock
from server.settings import PROJECT

OTHERS = ("uvicorn", "uvicorn.error", "uvicorn.access", "streamlit")
MOST_FRAMES = 12


class Lines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": clock.as_datetime(int(record.created * 1000)).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": (record.getMessage().splitlines() or [""])[0],
        }
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            told["error"] = {"kind": type(error).__qualname__, "where": _where(error.__traceback__)}
        return json.dumps(told, ensure_ascii=False)


def _where(trace: TracebackType | None) -> list[str]:
    """The innermost places of a traceback, files under the project by their place in it."""
    frames = traceback.extract_tb(trace)[-MOST_FRAMES:]
    return [f"{frame.filename.removeprefix(f'{PROJECT}/')}:{frame.lineno} {frame.name}" for frame in frames]


def set_up_logs() -> None:
    """Makes every logger of the process write such lines: our own from `info`, others from `warning`."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    logging.root.handlers = [handler]
    logging.root.setLevel(logging.WARNING)
    logging.getLogger("server").setLevel(logging.INFO)
    for name in OTHERS:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
