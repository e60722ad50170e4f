"""The files that the results page and the command line offer, with their names."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TypeAlias

from server.service import Service
from server.usecases.room_data import RoomData, gathered, gathered_as_one
from server.usecases.round_pictures import cloud_picture, latest_cloud, report_clouds
from workshop.errors import PropelliError
from workshop.exports.csv_files import as_csv, as_zip
from workshop.exports.memo import memo_docx
from workshop.exports.office import DOCUMENT, SLIDES
from workshop.exports.report import RoomReport, report
from workshop.exports.report_html import report_html
from workshop.exports.report_pdf import chart_png, report_pdf
from workshop.exports.slides import slides_pptx
from workshop.exports.summary import all_tables
from workshop.exports.tables import answers_table
from workshop.exports.tables_base import Progress, ascii_name
from workshop.exports.xlsx import as_xlsx
from workshop.innokyla.description import Description
from workshop.innokyla.markdown import description_markdown
from workshop.innokyla.room_facts import room_description
from workshop.innokyla.template import template

INNOKYLA_LANGUAGE = "fi"


class FileKindError(PropelliError):
    """There is no export for a file with this ending."""

    id = "file_kind"


def file_name(code: str, what: str, ending: str) -> str:
    """ASCII, with the room's code and what is in the file, for example 482915-kuka-olet-tulos.png."""
    return f"{code}-{ascii_name(what)}.{ending}"


def answers_csv(data: RoomData) -> bytes:
    """Every answer that may be listed, a row each; times in Helsinki's local time."""
    return as_csv(answers_table(data.basis), data.basis.lang)


def tables_zip(data: RoomData) -> bytes:
    """Every table as CSV, for Excel and plain."""
    return as_zip(all_tables(data.basis, data.joined), data.basis.lang, data.basis.record.exported_at)


def workbook(data: RoomData, progress: Progress | None = None) -> bytes:
    """Every table as a sheet of one workbook."""
    made_at = data.basis.record.exported_at.replace(tzinfo=None)
    return as_xlsx(all_tables(data.basis, data.joined), data.basis.record.title, made_at, progress)


def record_json(data: RoomData) -> bytes:
    """The whole room, as `room import` reads it back."""
    return (data.basis.rows.model_dump_json(indent=1, by_alias=True) + "\n").encode()


def report_of(data: RoomData) -> RoomReport:
    """The report with its clouds."""
    return report(data.basis, data.content, report_clouds(data))


def _slides(data: RoomData) -> bytes:
    return slides_pptx(report(data.basis, data.content, report_clouds(data, as_png=True)))


def _memo(data: RoomData) -> bytes:
    text = data.basis.text
    room_report = report(data.basis, data.content, report_clouds(data, as_png=True))
    return memo_docx(room_report, lambda picture: chart_png(picture, None, text), _description(data))


def _description(data: RoomData) -> Description:
    """The room under Innokylä's headings, in Finnish whatever the file's language."""
    basis = replace(data.basis, text=data.content.texts[INNOKYLA_LANGUAGE])
    return room_description(template(), basis)


def _png(data: RoomData) -> bytes:
    return cloud_picture(data, latest_cloud(data), "png")


def _svg(data: RoomData) -> bytes:
    return cloud_picture(data, latest_cloud(data), "svg")


Maker: TypeAlias = Callable[[RoomData, Progress], bytes]


@dataclass(frozen=True)
class FileKind:
    """What a file is room_report by, and whether it needs the clouds."""

    maker: Maker
    has_clouds: bool = False


KINDS: Mapping[str, FileKind] = {
    ".xlsx": FileKind(workbook),
    ".pptx": FileKind(lambda data, _: _slides(data), has_clouds=True),
    ".docx": FileKind(lambda data, _: _memo(data), has_clouds=True),
    ".md": FileKind(lambda data, _: description_markdown(_description(data)).encode()),
    ".csv": FileKind(lambda data, _: answers_csv(data)),
    ".zip": FileKind(lambda data, _: tables_zip(data)),
    ".json": FileKind(lambda data, _: record_json(data)),
    ".pdf": FileKind(lambda data, _: report_pdf(report_of(data)), has_clouds=True),
    ".html": FileKind(lambda data, _: report_html(report_of(data)), has_clouds=True),
    ".png": FileKind(lambda data, _: _png(data), has_clouds=True),
    ".svg": FileKind(lambda data, _: _svg(data), has_clouds=True),
}
"""Ending of a file to what is written into it."""


def export_file(
    running: Service, code: str, lang: str, ending: str, progress: Progress, *, linked: bool = False
) -> bytes:  # fmt: skip
    """The export that the file's ending asks for, of one moment; `linked` lists each person's answers together.

    Raises FileKindError, NoCloudError or UnknownRoomError.
    """
    kind = _kind(ending)
    return kind.maker(gathered(running, code, lang, linked=linked, with_clouds=kind.has_clouds), progress)


def joined_file(running: Service, code: str, others: Sequence[str], lang: str, ending: str) -> bytes:
    """The export of several rooms as one; it never links a person's answers.

    Raises FileKindError, NothingSharedError or UnknownRoomError.
    """
    kind = _kind(ending, [PurePath(file).suffix for file in JOINED_FILES])
    return kind.maker(gathered_as_one(running, code, others, lang), lambda _: None)


def _kind(ending: str, known: Collection[str] = KINDS) -> FileKind:
    if ending.lower() not in known:
        raise FileKindError(ending=ending or "-", known=" ".join(known))
    return KINDS[ending.lower()]


@dataclass(frozen=True)
class RoomFile:
    """A file of the whole room: what stands in its name (`export.files.<what>`), its media type, and whether it lists
    single answers."""

    what: str
    mime: str
    has_rows: bool = False


ROOM_FILES: Mapping[str, RoomFile] = {
    "report.pdf": RoomFile("report", "application/pdf"),
    "report.html": RoomFile("report", "text/html"),
    "slides.pptx": RoomFile("slides", SLIDES),
    "memo.docx": RoomFile("memo", DOCUMENT),
    "innokyla.md": RoomFile("innokyla", "text/markdown"),
    "tables.xlsx": RoomFile(
        "tables", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", has_rows=True
    ),
    "tables.zip": RoomFile("tables", "application/zip", has_rows=True),
    "answers.csv": RoomFile("answers", "text/csv", has_rows=True),
    "room.json": RoomFile("room", "application/json", has_rows=True),
}
"""The last part of a file's address to what it is; KINDS makes it by its ending."""

JOINED_FILES = ("report.pdf", "slides.pptx", "memo.docx", "tables.xlsx", "report.html", "tables.zip")
"""Those that rooms have as one. None of them can be read back into a room: the answers stay where they were given."""
