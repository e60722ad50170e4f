"""The log: one JSON object a line, with nothing in it that people have said or are known by.

Only our own messages are written out. What another package says may quote an address, a cookie or an answer: of it, the
place is told. An error is told by its kind and place, never by its text, since a database quotes what it was given.
"""

import json
import logging
import sys
import threading
import traceback
from collections.abc import Iterable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

import streamlit.logger

from server import clock
from server.file_permissions import make_private
from server.settings import PROJECT, Settings

OURS = {"app", "server", "pages", "components", "workshop"}
SERVER_LOGGERS = ("uvicorn", "uvicorn.error", "uvicorn.asgi", "websockets")
ACCESS_LOGGER = "uvicorn.access"
MAX_FRAMES = 12
MAX_FILE_BYTES = 1_000_000
OLD_FILES = 5

log = logging.getLogger(__name__)


class Lines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": clock.as_datetime(int(record.created * 1000)).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if record.name.partition(".")[0] in OURS:
            told["message"] = (record.getMessage().splitlines() or [""])[0]
        else:
            told["where"] = f"{_short(record.pathname)}:{record.lineno} {record.funcName}"
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            told["error"] = {"kind": type(error).__qualname__, "where": _where(error.__traceback__)}
        return json.dumps(told, ensure_ascii=False)


def _where(trace: TracebackType | None) -> list[str]:
    """The innermost places of a traceback, files under the project by their place in it."""
    frames = traceback.extract_tb(trace)[-MAX_FRAMES:]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(file: str) -> str:
    """A file by its place in its package or in the project."""
    return file.rpartition("/site-packages/")[2].removeprefix(f"{PROJECT}/")


class _PrivateFile(RotatingFileHandler):
    """A log file for its owner alone, also after it has been changed for a new one."""

    def _open(self) -> Any:
        make_private(Path(self.baseFilename))
        return super()._open()


def _handler(settings: Settings) -> logging.Handler:
    if settings.log == "stderr":
        return logging.StreamHandler()
    return _PrivateFile(settings.log_file, maxBytes=MAX_FILE_BYTES, backupCount=OLD_FILES, encoding="utf-8")


def set_up_logs(settings: Settings) -> None:
    """Makes every logger of the process write such lines: ours from `info`, others from `warning`, requests never."""
    handler = _handler(settings)
    handler.setFormatter(Lines())
    aloud = logging.StreamHandler()
    aloud.setFormatter(Lines())
    logging.root.handlers = [handler]
    logging.root.setLevel(logging.WARNING)
    logging.raiseExceptions = False  # a full disk: the record is lost, its text does not go to standard error instead
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    _pass_on(logging.getLogger(name) for name in SERVER_LOGGERS)
    _pass_on(streamlit.logger._loggers.values())
    streamlit.logger.setup_formatter = lambda logger: _pass_on([logger])  # those that Streamlit makes later
    access = logging.getLogger(ACCESS_LOGGER)
    access.handlers.clear()
    access.propagate = False  # no handler anywhere: uvicorn then writes no line for a request
    logging.captureWarnings(True)
    last_words = aloud if settings.log == "file" else None
    sys.excepthook = lambda kind, error, trace: _uncaught(kind, error, trace, last_words)
    threading.excepthook = lambda failed: _uncaught(failed.exc_type, failed.exc_value, failed.exc_traceback)
    sys.unraisablehook = lambda failed: _uncaught(failed.exc_type, failed.exc_value, failed.exc_traceback)


def _pass_on(loggers: Iterable[logging.Logger]) -> None:
    """Takes away the handlers that another package gave its loggers, so that ours at the root alone writes."""
    for logger in loggers:
        logger.handlers.clear()
        logger.setLevel(logging.WARNING)
        logger.propagate = True


def _uncaught(
    kind: type[BaseException],
    error: BaseException | None,
    trace: TracebackType | None,
    also: logging.Handler | None = None,
) -> None:
    """What Python itself would print with its text; what ends the process is told to the terminal `also`."""
    if issubclass(kind, KeyboardInterrupt | SystemExit):
        return
    if also:
        logging.root.addHandler(also)
    log.error("An error nobody caught", exc_info=(kind, error or kind(), trace))
