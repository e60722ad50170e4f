"""Files with answers, keys and the log are readable by their owner alone."""

import tempfile
from contextlib import suppress
from pathlib import Path

from server.settings import PROJECT
from workshop.errors import PropelliError


class HomeFolderError(PropelliError):
    """The home folder cannot be made or written to."""

    id = "setting_home"


def prepare_home(home: Path) -> None:
    """Makes the home folder, readable by its owner alone. An existing folder keeps its mode, except the project's own.

    Raises HomeFolderError where nothing can be written into it.
    """
    try:
        if not home.exists():
            home.parent.mkdir(parents=True, exist_ok=True)
            home.mkdir(mode=0o700, exist_ok=True)
        elif home == PROJECT / "var":
            home.chmod(0o700)
        with tempfile.TemporaryFile(dir=home) as probe:
            probe.write(b"0")
    except OSError as error:
        raise HomeFolderError(file=home) from error


def make_private(path: Path) -> None:
    """Creates the file where it is missing, and closes it to everybody but its owner.

    A file that belongs to another user keeps its mode. Raises OSError where it cannot be made.
    """
    path.touch(mode=0o600)
    with suppress(PermissionError):
        path.chmod(0o600)
