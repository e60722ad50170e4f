"""Integrity check at start: a damaged store file is renamed, never overwritten, and the app can start again.

Not so under a server that has it open: its answers would go on into a file that nobody finds.
"""

import fcntl
import sqlite3
from contextlib import closing
from pathlib import Path

from workshop.errors import PropelliError

DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
FIRST_LOCK_BYTE, LOCK_BYTES = 0x40000000, 512  # where SQLite locks a file, by its file format
JOURNALS = ("-wal", "-shm")
PRIMARY_CODE = 0xFF  # SQLite keeps the kind of an error in the lowest byte of its code


class CorruptStoreError(PropelliError):
    """The store's file is damaged or is no store; it has been moved aside, whole."""

    id = "store_corrupt"


class CorruptStoreInUseError(PropelliError):
    """The store's file is damaged, and another process has it open; it is left where it is."""

    id = "store_corrupt_in_use"


def check_file(path: Path) -> None:
    """Raises CorruptStoreError for a damaged file, after moving it aside with its journals. A missing one is fine.

    Raises CorruptStoreInUseError, and moves nothing, where another process has the damaged file open.
    """
    if path.exists() and path.stat().st_size and _is_damaged(path):
        if _is_in_use(path):
            raise CorruptStoreInUseError(file=path.name)
        raise CorruptStoreError(file=path.name, aside=_move_aside(path).name)


def _is_damaged(path: Path) -> bool:
    """Whether SQLite finds the file broken; a file that cannot be read now is not called so."""
    try:
        with closing(sqlite3.connect(path, timeout=15)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & PRIMARY_CODE in DAMAGED


def _is_in_use(path: Path) -> bool:
    """Whether another process holds one of SQLite's locks, as everyone does who has read a store with a log."""
    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, LOCK_BYTES, FIRST_LOCK_BYTE)
        except OSError:
            return True
        return False


def _move_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    path.rename(aside)
    for ending in JOURNALS:
        journal = path.with_name(path.name + ending)
        if journal.exists():
            journal.rename(aside.with_name(aside.name + ending))
    return aside
