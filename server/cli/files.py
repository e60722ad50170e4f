"""The files that commands read and write."""

from pathlib import Path

from workshop.errors import PropelliError


class FilePlaceError(PropelliError):
    """The file cannot be written where it was asked."""

    id = "file_place"


class FileReadError(PropelliError):
    """The file that was named cannot be read."""

    id = "file_read"


def write_file(path: Path, content: bytes) -> None:
    """Raises FilePlaceError."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise FilePlaceError(file=path) from error


def read_file(path: Path) -> bytes:
    """Raises FileReadError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileReadError(file=path) from error
