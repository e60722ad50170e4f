"""The files that the results page and the command line offer, with their names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from components.word_cloud.glyphs import runs
from components.word_cloud.pictures import HEADING_HEIGHT, cloud_png, cloud_svg
from server.service import Service
from server.usecases.results import RoundInRoom
from workshop.activities.registry import exports_of
from workshop.errors import PropelliError
from workshop.exports.charts import Heading
from workshop.exports.csv_files import as_csv, as_zip
from workshop.exports.record import ActivityRecord, RoundRecord
from workshop.exports.report import RoomReport, picture_heading, report
from workshop.exports.report_html import report_html
from workshop.exports.report_parts import Picture
from workshop.exports.report_pdf import chart_png, report_pdf
from workshop.exports.summary import all_tables
from workshop.exports.tables import ExportBasis, answers_table
from workshop.exports.tables_base import Progress, ascii_name
from workshop.exports.xlsx import as_xlsx
from workshop.words.cloud.layout import Cloud, Frame

MARGIN = 40  # of the exported picture, as components.word_cloud.pictures draws it
SHAPE = (16, 9)
PICTURE_WIDTH, REPORT_WIDTH = 3200, 1600
MAX_NAME = 40


class FileKindError(PropelliError):
    """There is no export for a file with this ending."""

    id = "file_kind"


class NoCloudError(PropelliError):
    """The room has no words to draw."""

    id = "no_cloud"


class NoPictureError(PropelliError):
    """The round that was named has nothing to draw, or too few people for a chart."""

    id = "no_picture"


def file_name(code: str, what: str, ending: str) -> str:
    """ASCII, with the room's code and what is in the file, for example 482915-kuka-olet-tulos.png."""
    return f"{code}-{ascii_name(what)}.{ending}"


def picture_name(basis: ExportBasis, activity: ActivityRecord, number: int, *, dark: bool = False) -> str:
    """What the picture of a round is called: the activity, the round where there are several, and its kind."""
    title = ascii_name(activity.activity.title(basis.lang)) or activity.activity.id
    parts = [title[:MAX_NAME].rstrip("-")]
    parts += [basis.text("export.report.round", n=number)] if len(activity.rounds) > 1 else []
    parts += [basis.text("export.files.result")]
    return "-".join([*parts, basis.text("export.files.dark")] if dark else parts)


def answers_csv(running: Service, code: str, lang: str) -> bytes:
    """Every answer of the room, a row each; times in Helsinki's local time. Raises UnknownRoomError."""
    return as_csv(answers_table(running.results.basis(code, lang)), lang)


def tables_zip(running: Service, code: str, lang: str) -> bytes:
    """Every table as CSV, for Excel and plain."""
    basis = running.results.basis(code, lang)
    return as_zip(all_tables(basis), lang, basis.record.exported_at)


def workbook(running: Service, code: str, lang: str, progress: Progress | None = None) -> bytes:
    """Every table as a sheet of one workbook."""
    basis = running.results.basis(code, lang)
    made_at = basis.record.exported_at.replace(tzinfo=None)
    return as_xlsx(all_tables(basis), basis.record.title, made_at, progress)


def record_json(running: Service, code: str) -> bytes:
    """The whole room, as `room import` reads it back."""
    return (running.results.record(code).model_dump_json(indent=1, by_alias=True) + "\n").encode()


def report_of(running: Service, code: str, lang: str) -> RoomReport:
    """The report with its clouds."""
    basis = running.results.basis(code, lang)
    return report(basis, running.content_of(running.rooms.get(code)), _clouds(running, basis))


def pdf(running: Service, code: str, lang: str) -> bytes:
    """The report as a PDF."""
    return report_pdf(report_of(running, code, lang))


def html(running: Service, code: str, lang: str) -> bytes:
    """The report as one HTML file."""
    return report_html(report_of(running, code, lang))


def _clouds(running: Service, basis: ExportBasis) -> dict[tuple[str, int], Picture]:
    clouds = {}
    for room_round in running.results.rounds(basis.record.code):
        if room_round.activity.has_words and (description := _description(basis, room_round)):
            cloud = running.results.cloud(basis.record.code, room_round)
            svg = cloud_svg(cloud, room_round.activity.question(basis.lang), description)
            clouds[room_round.activity.id, room_round.round.number] = Picture(
                svg, description, _png_of_strangers(cloud)
            )
    return clouds


def _png_of_strangers(cloud: Cloud) -> bytes | None:
    """The cloud in pixels where it has letters that our font lacks, else None: then its SVG is enough for the PDF."""
    lines = (line for word in cloud.words for line in word.lines)
    if all(own for line in lines for _, own in runs(line)):
        return None
    return cloud_png(cloud, width=REPORT_WIDTH)


def _description(basis: ExportBasis, room_round: RoundInRoom) -> str:
    """The commonest of a round with their people; empty where the round was deleted meanwhile or nothing is shown."""
    try:
        activity, round_record = _recorded(basis, room_round)
    except NoPictureError:
        return ""
    if round_record.results is None:
        return ""
    return exports_of(activity.activity).description(basis, activity.activity, round_record.results)


def _in_shape(cloud: Cloud) -> Cloud:
    """The same words in the same places, in the shape of a slide with room for a heading above."""
    height = (cloud.frame.width + 2 * MARGIN) * SHAPE[1] // SHAPE[0] - 2 * MARGIN
    down = (height + HEADING_HEIGHT - cloud.frame.height) / 2
    words = tuple(replace(word, y=word.y + down) for word in cloud.words)
    return replace(cloud, frame=Frame(cloud.frame.width, height), words=words)


def picture_png(running: Service, code: str, room_round: RoundInRoom, lang: str, *, dark: bool = False) -> bytes:
    """The cloud as it stood on the projector with its question, people and date, 3200 x 1800."""
    heading = _heading(running.results.basis(code, lang), room_round)
    return cloud_png(_in_shape(running.results.cloud(code, room_round)), dark, PICTURE_WIDTH, heading)


def picture_svg(running: Service, code: str, room_round: RoundInRoom, lang: str, *, dark: bool = False) -> bytes:
    """The cloud as real text."""
    basis = running.results.basis(code, lang)
    cloud = _in_shape(running.results.cloud(code, room_round))
    question, description = room_round.activity.question(lang), _description(basis, room_round)
    return cloud_svg(cloud, question, description, dark, _heading(basis, room_round)).encode()


def _heading(basis: ExportBasis, room_round: RoundInRoom) -> Heading | None:
    """None where the round was deleted meanwhile."""
    try:
        activity, round_record = _recorded(basis, room_round)
    except NoPictureError:
        return None
    return picture_heading(basis, activity.activity, round_record)


@dataclass(frozen=True)
class PictureOf:
    """A picture of one round: the activity's name, the round's number, for a dark slide or a light one."""

    activity: str
    number: int
    ending: str
    dark: bool = False


def picture(running: Service, code: str, lang: str, request: PictureOf) -> tuple[str, bytes]:
    """What stands in the file's name, and the picture. Raises UnknownRoomError or NoPictureError."""
    basis = running.results.basis(code, lang)
    room_round = _round(running, code, request)
    activity, round_record = _recorded(basis, room_round)
    name = picture_name(basis, activity, round_record.number, dark=request.dark)
    if not room_round.activity.has_words:
        heading = picture_heading(basis, room_round.activity, round_record)
        chart = _chart(basis, activity, round_record)
        if request.ending == "png":
            return name, chart_png(chart, heading, basis.text)
        return name, (chart.chart.svg(heading) if chart.chart else chart.svg).encode()
    if request.ending == "png":
        return name, picture_png(running, code, room_round, lang, dark=request.dark)
    return name, picture_svg(running, code, room_round, lang, dark=request.dark)


def _round(running: Service, code: str, request: PictureOf) -> RoundInRoom:
    for room_round in running.results.rounds(code):
        if (room_round.activity.id, room_round.round.number) == (request.activity, request.number):
            return room_round
    raise NoPictureError


def _recorded(basis: ExportBasis, room_round: RoundInRoom) -> tuple[ActivityRecord, RoundRecord]:
    """The same round in the record. Raises NoPictureError."""
    for activity, round_record in basis.record.all_rounds():
        if (activity.activity.id, round_record.number) == (room_round.activity.id, room_round.round.number):
            return activity, round_record
    raise NoPictureError


def _chart(basis: ExportBasis, activity: ActivityRecord, round_record: RoundRecord) -> Picture:
    """The chart as the results page shows it."""
    if round_record.results and round_record.people:
        part = exports_of(activity.activity).part(basis, activity.activity, round_record.results, "")
        if part.picture is not None and part.grid is not None and part.grid.rows:
            return part.picture
    raise NoPictureError


def _latest_cloud(running: Service, code: str) -> RoundInRoom:
    """The newest round of words. Raises NoCloudError."""
    rounds = [room_round for room_round in running.results.rounds(code) if room_round.activity.has_words]
    if not rounds:
        raise NoCloudError
    return max(rounds, key=lambda room_round: room_round.round.id)


Maker = Callable[[Service, str, str, Progress], bytes]

KINDS: Mapping[str, Maker] = {
    ".xlsx": workbook,
    ".csv": lambda running, code, lang, _: answers_csv(running, code, lang),
    ".zip": lambda running, code, lang, _: tables_zip(running, code, lang),
    ".json": lambda running, code, _lang, _: record_json(running, code),
    ".pdf": lambda running, code, lang, _: pdf(running, code, lang),
    ".html": lambda running, code, lang, _: html(running, code, lang),
    ".png": lambda running, code, lang, _: picture_png(running, code, _latest_cloud(running, code), lang),
    ".svg": lambda running, code, lang, _: picture_svg(running, code, _latest_cloud(running, code), lang),
}
"""Ending of a file to what is written into it."""


def export_file(running: Service, code: str, lang: str, ending: str, progress: Progress) -> bytes:
    """The export that the file's ending asks for. Raises FileKindError, NoCloudError or UnknownRoomError."""
    maker = KINDS.get(ending.lower())
    if maker is None:
        raise FileKindError(ending=ending or "-", known=" ".join(KINDS))
    return maker(running, code, lang, progress)


@dataclass(frozen=True)
class RoomFile:
    """A file of the whole room: what stands in its name (`export.files.<what>`), and its media type."""

    what: str
    mime: str


ROOM_FILES: Mapping[str, RoomFile] = {
    "report.pdf": RoomFile("report", "application/pdf"),
    "report.html": RoomFile("report", "text/html"),
    "tables.xlsx": RoomFile("tables", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "tables.zip": RoomFile("tables", "application/zip"),
    "answers.csv": RoomFile("answers", "text/csv"),
    "room.json": RoomFile("room", "application/json"),
}
"""The last part of a file's address to what it is; KINDS makes it by its ending."""
