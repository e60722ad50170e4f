"""A workshop's files as a zip, and a folder or a zip read back; a zip comes from anywhere and is not trusted."""

import io
import re
import stat
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

from workshop.content.loader import load
from workshop.content.workshop_document import MAX_DOCUMENT_BYTES, WorkshopDocument, document_json
from workshop.content.writer import files_of
from workshop.errors import PropelliError

FILES = re.compile(
    r"(workshop|criteria|quiz)\.yaml|examples\.csv|regions\.geojson"
    r"|texts/(fi|sv|en)\.yaml|blocked/[a-z]{2}(\.innocent)?\.txt"
)
"""The files of a workshop; whatever else a zip holds is not read."""

MAX_ENTRIES = 500
MAX_FILES_BYTES = 2 * MAX_DOCUMENT_BYTES
"""Of all files together: YAML has comments and indentation that a document has not."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time in a zip's entries: equal workshops give equal zips."""


class ZipFileError(PropelliError):
    """The file is no zip of a workshop."""

    id = "workshop_zip"


class ZipEntryError(PropelliError):
    """The zip names a file that no workshop has: outside its folder, a link, or locked with a password."""

    id = "workshop_zip_entry"


class ZipSizeError(PropelliError):
    """The files of the zip are too large together, or too many."""

    id = "workshop_zip_size"


def zipped(document: WorkshopDocument) -> bytes:
    """The zip of exactly what the workshop's folder holds."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files_of(document).items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), text.encode(), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def read_files(path: Path) -> WorkshopDocument:
    """The document of a folder or of a zip, checked as `content check` does.

    Raises ContentError with every fault, ZipFileError, ZipEntryError, ZipSizeError or DocumentSizeError.
    """
    if path.is_dir():
        return _checked(path)
    with tempfile.TemporaryDirectory() as folder:
        _unpack(path, Path(folder))
        return _checked(Path(folder))


def _checked(folder: Path) -> WorkshopDocument:
    document = load(folder).document
    document_json(document)  # is not too large
    return document


def _unpack(path: Path, folder: Path) -> None:
    """Writes a workshop's files out of a zip into an empty folder, and nothing else."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES:
                raise ZipSizeError(max=MAX_FILES_BYTES // 1_000_000)
            for entry in entries:
                _check(entry)
            top = _top(entries)
            left = MAX_FILES_BYTES
            for entry in entries:
                name = entry.filename.removeprefix(top)
                if FILES.fullmatch(name):
                    left -= _write(archive, entry, folder / name, left)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ZipFileError(file=path.name) from error


def _check(entry: zipfile.ZipInfo) -> None:
    """Raises ZipEntryError for a name that leads out of the folder, a link, and what needs a password."""
    name = entry.filename
    is_outside = name.startswith("/") or ":" in name or "\\" in name or ".." in PurePosixPath(name).parts
    mode = entry.external_attr >> 16
    is_special = bool(mode) and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_IFMT(mode) == 0)
    if is_outside or is_special or entry.flag_bits & 1:
        raise ZipEntryError(name=name[:80])


def _top(entries: list[zipfile.ZipInfo]) -> str:
    """The folder that the files stand in within the zip, with its slash: the programs of a computer often add one."""
    paths = [entry.filename for entry in entries if entry.filename.endswith("workshop.yaml")]
    return min(paths, key=len).removesuffix("workshop.yaml") if paths else ""


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, to: Path, left: int) -> int:
    """Writes one file of at most so many bytes, whatever the zip says of its size; returns how many there were."""
    with archive.open(entry) as source:
        data = source.read(left + 1)
    if len(data) > left:
        raise ZipSizeError(max=MAX_FILES_BYTES // 1_000_000)
    to.parent.mkdir(exist_ok=True)
    to.write_bytes(data)
    return len(data)
