"""The three engines, each where it can be had: `start_engine(dark)` starts the one that a test runs for."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.engines.chromium import chromium
from tests.engines.firefox import firefox
from tests.engines.visited_page import Engine, Start
from tests.engines.webkit import webkit
from tests.find_programs import DISPLAY, FIREFOX, PACKAGES, WEBKIT, find_minibrowser, find_program

ENGINES = ("chromium", "firefox", "webkit")


@pytest.fixture(params=ENGINES)
def start_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Start:
    return STARTS[request.param](request, tmp_path)


def _start_chromium(request: pytest.FixtureRequest, home: Path) -> Start:
    browser: Browser = request.getfixturevalue("browser")
    return lambda dark: chromium(browser, dark=dark)


def _program(names: tuple[str, ...]) -> str:
    """The path of a program, or the test is skipped with the package that has it."""
    path = find_program(names)
    if path is None:
        pytest.skip(f"{PACKAGES[names]} is not on this machine")
    return path


def _start_firefox(request: pytest.FixtureRequest, home: Path) -> Start:
    return partial(_firefox, _program(FIREFOX), home / "firefox")


@contextlib.contextmanager
def _firefox(program: str, profile: Path, dark: bool) -> Iterator[Engine]:
    profile.mkdir()
    with firefox(program, profile, dark=dark) as engine:
        yield engine
    shutil.rmtree(profile, ignore_errors=True)


def _start_webkit(request: pytest.FixtureRequest, home: Path) -> Start:
    driver, display, browser = _program(WEBKIT), _program(DISPLAY), find_minibrowser()
    if browser is None:
        pytest.skip("webkit2gtk's MiniBrowser is not on this machine")
    return lambda dark: webkit(driver, browser, display, home / "webkit", dark=dark)


STARTS: dict[str, Callable[[pytest.FixtureRequest, Path], Start]] = {
    "chromium": _start_chromium,
    "firefox": _start_firefox,
    "webkit": _start_webkit,
}
