"""Files are readable by their owner alone, even where an earlier version left them open."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from server import file_permissions
from server.service import Service
from server.settings import Settings

NEEDLESSLY_OPEN = 0o022  # the usual umask: others may read


@pytest.fixture(autouse=True)
def _usual_umask() -> Iterator[None]:
    before = os.umask(NEEDLESSLY_OPEN)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    return {path.name: f"{path.stat().st_mode & 0o777:o}" for path in folder.rglob("*") if path.is_file()}


def test_a_new_home_and_everything_in_it_is_private(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    running = Service(Settings(home=home))
    try:
        running.rooms.create()
        running.retention.backup(home / "backup.db")
        file_modes = modes(home)
    finally:
        running.close()
    assert home.stat().st_mode & 0o777 == 0o700
    assert {"propelli.db", "propelli.db-wal", "secret", "password", "backup.db"} <= set(file_modes)
    assert set(file_modes.values()) == {"600"}


def test_a_store_that_others_could_read_is_closed_at_the_next_start(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "propelli.db")) as store:
        store.execute("PRAGMA journal_mode=WAL")
    (tmp_path / "propelli.db").chmod(0o644)
    running = Service(Settings(home=tmp_path))
    running.close()
    assert set(modes(tmp_path).values()) == {"600"}


def test_the_projects_own_folder_is_closed_and_one_that_was_chosen_keeps_its_mode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, chosen = tmp_path / "var", tmp_path / "chosen"
    monkeypatch.setattr(file_permissions, "PROJECT", tmp_path)
    for folder in (own, chosen):
        folder.mkdir(mode=0o755)
        file_permissions.prepare_home(folder)
    assert own.stat().st_mode & 0o777 == 0o700
    assert chosen.stat().st_mode & 0o777 == 0o755
