"""Pictures of one round: the cloud as it stood on the projector, or the chart of the report."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from components.word_cloud.glyphs import runs
from components.word_cloud.pictures import HEADING_HEIGHT, cloud_png, cloud_svg
from server.service import Service
from server.usecases.room_data import NoPictureError, RoomData, RoundPlace, gathered
from workshop.activities.registry import exports_of
from workshop.errors import PropelliError
from workshop.exports.record import ActivityRecord, RoundRecord
from workshop.exports.report import picture_heading
from workshop.exports.report_parts import Picture
from workshop.exports.report_pdf import chart_png
from workshop.exports.tables import ExportBasis
from workshop.exports.tables_base import ascii_name
from workshop.words.cloud.cloud import Cloud, Frame

MARGIN = 40  # of the exported picture, as components.word_cloud.pictures draws it
SHAPE = (16, 9)
PICTURE_WIDTH, REPORT_WIDTH = 3200, 1600
MAX_NAME = 40


class NoCloudError(PropelliError):
    """The room has no words to draw."""

    id = "no_cloud"


@dataclass(frozen=True)
class PictureOf:
    """A picture of one round: the activity's name, the round's number, for a dark slide or a light one."""

    activity: str
    number: int
    ending: str
    dark: bool = False


def picture_name(basis: ExportBasis, activity: ActivityRecord, number: int, *, dark: bool = False) -> str:
    """What the picture of a round is called: the activity, the round where there are several, and its kind."""
    title = ascii_name(activity.activity.title(basis.lang)) or activity.activity.id
    parts = [title[:MAX_NAME].rstrip("-")]
    parts += [basis.text("export.report.round", n=number)] if len(activity.rounds) > 1 else []
    parts += [basis.text("export.files.result")]
    return "-".join([*parts, basis.text("export.files.dark")] if dark else parts)


def picture(running: Service, code: str, lang: str, request: PictureOf) -> tuple[str, bytes]:
    """What stands in the file's name, and the picture. Raises UnknownRoomError or NoPictureError."""
    data = gathered(running, code, lang, with_clouds=True)
    activity, round_record = data.round((request.activity, request.number))
    name = picture_name(data.basis, activity, round_record.number, dark=request.dark)
    if activity.activity.has_words:
        return name, cloud_picture(data, (request.activity, request.number), request.ending, dark=request.dark)
    heading = picture_heading(data.basis, activity.activity, round_record)
    chart = _chart(data.basis, activity, round_record)
    if request.ending == "png":
        return name, chart_png(chart, heading, data.basis.text)
    return name, (chart.chart.svg(heading) if chart.chart else chart.svg).encode()


def cloud_picture(data: RoomData, place: RoundPlace, ending: str, *, dark: bool = False) -> bytes:
    """The cloud with its question, people and date: a PNG of 3200 x 1800 or an SVG with real text."""
    activity, round_record = data.round(place)
    heading = picture_heading(data.basis, activity.activity, round_record)
    cloud = _in_shape(data.clouds[place])
    if ending == "png":
        return cloud_png(cloud, dark, PICTURE_WIDTH, heading)
    question = activity.activity.question(data.basis.lang)
    return cloud_svg(cloud, question, data.description(place), dark, heading).encode()


def latest_cloud(data: RoomData) -> RoundPlace:
    """The newest round of words. Raises NoCloudError."""
    rounds = [room_round for room_round in data.rounds if room_round.activity.has_words]
    if not rounds:
        raise NoCloudError
    newest = max(rounds, key=lambda room_round: room_round.round.id)
    return newest.activity.id, newest.round.number


def report_clouds(data: RoomData, *, as_png: bool = False) -> Mapping[RoundPlace, Picture]:
    """Every cloud that shows something, with its words; in pixels too where its SVG is not enough."""
    clouds = {}
    for place, cloud in data.clouds.items():
        if described := data.description(place):
            activity, _ = data.round(place)
            svg = cloud_svg(cloud, activity.activity.question(data.basis.lang), described)
            png = cloud_png(cloud, width=REPORT_WIDTH) if as_png or _has_strangers(cloud) else None
            clouds[place] = Picture(svg, described, png)
    return clouds


def _has_strangers(cloud: Cloud) -> bool:
    """Whether it has letters that our font lacks, for which the PDF needs pixels."""
    lines = (line for word in cloud.words for line in word.lines)
    return not all(own for line in lines for _, own in runs(line))


def _in_shape(cloud: Cloud) -> Cloud:
    """The same words in the same places, in the shape of a slide with room for a heading above."""
    height = (cloud.frame.width + 2 * MARGIN) * SHAPE[1] // SHAPE[0] - 2 * MARGIN
    down = (height + HEADING_HEIGHT - cloud.frame.height) / 2
    words = tuple(replace(word, y=word.y + down) for word in cloud.words)
    return replace(cloud, frame=Frame(cloud.frame.width, height), words=words)


def _chart(basis: ExportBasis, activity: ActivityRecord, round_record: RoundRecord) -> Picture:
    """The chart as the results page shows it. Raises NoPictureError."""
    if round_record.results and round_record.people:
        part = exports_of(activity.activity).part(basis, activity.activity, round_record.results, "")
        if part.picture is not None and part.grid is not None and part.grid.rows:
            return part.picture
    raise NoPictureError
