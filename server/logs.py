"""Structured logging: one JSON object a line, without answers or personal data.

Only our own messages are written out. Another package's message may quote an address, a cookie or an answer: of it, the
place is logged. An error is logged by its kind and place, never by its text, since a database quotes its parameters.
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


class JsonLines(logging.Formatter):
    """Formats a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, Any] = {
            "at": clock.as_datetime(int(record.created * 1000)).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if record.name.partition(".")[0] in OURS:
            entry["message"] = (record.getMessage().splitlines() or [""])[0]
        else:
            entry["where"] = f"{_relative_path(record.pathname)}:{record.lineno} {record.funcName}"
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            entry["error"] = {"kind": type(error).__qualname__, "where": _where(error.__traceback__)}
        return json.dumps(entry, ensure_ascii=False)


def _where(trace: TracebackType | None) -> list[str]:
    """The innermost places of a traceback, files under the project by their place in it."""
    frames = traceback.extract_tb(trace)[-MAX_FRAMES:]
    return [f"{_relative_path(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _relative_path(file: str) -> str:
    """A file by its place in its package or in the project."""
    return file.rpartition("/site-packages/")[2].removeprefix(f"{PROJECT}/")


class _PrivateFile(RotatingFileHandler):
    """A log file readable by its owner alone, also after rotation."""

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
    handler.setFormatter(JsonLines())
    terminal = logging.StreamHandler()
    terminal.setFormatter(JsonLines())
    logging.root.handlers = [handler]
    logging.root.setLevel(logging.WARNING)
    logging.raiseExceptions = False  # a full disk: the record is lost, its text does not go to standard error instead
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    _propagate(logging.getLogger(name) for name in SERVER_LOGGERS)
    _propagate(streamlit.logger._loggers.values())
    streamlit.logger.setup_formatter = lambda logger: _propagate([logger])  # those that Streamlit makes later
    access = logging.getLogger(ACCESS_LOGGER)
    access.handlers.clear()
    access.propagate = False  # no handler anywhere: uvicorn then writes no line for a request
    logging.captureWarnings(True)
    terminal_for_crash = terminal if settings.log == "file" else None
    sys.excepthook = lambda kind, error, trace: _uncaught(kind, error, trace, terminal_for_crash)
    threading.excepthook = lambda failed: _uncaught(failed.exc_type, failed.exc_value, failed.exc_traceback)
    sys.unraisablehook = lambda failed: _uncaught(failed.exc_type, failed.exc_value, failed.exc_traceback)


def _propagate(loggers: Iterable[logging.Logger]) -> None:
    """Removes the handlers of other packages' loggers, so that only the root's writes."""
    for logger in loggers:
        logger.handlers.clear()
        logger.setLevel(logging.WARNING)
        logger.propagate = True


def _uncaught(
    kind: type[BaseException],
    error: BaseException | None,
    trace: TracebackType | None,
    terminal: logging.Handler | None = None,
) -> None:
    """Logs what Python would print with its text; an error that ends the process also to `terminal`."""
    if issubclass(kind, KeyboardInterrupt | SystemExit):
        return
    if terminal:
        logging.root.addHandler(terminal)
    log.error("An error nobody caught", exc_info=(kind, error or kind(), trace))
