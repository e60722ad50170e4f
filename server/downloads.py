"""The files that the results page and the command line give out, with their names."""

from components.word_cloud.pictures import cloud_png, cloud_svg
from server import clock
from server.service import Service
from server.usecases.results import RoundResults
from workshop.export import as_csv


def file_name(code: str, what: str, ending: str) -> str:
    """ASCII, with the room's code and today's date in Helsinki."""
    today = clock.local(clock.now_ms())
    return f"propelli-{code}-{what}-{today:%Y-%m-%d}.{ending}"


def answers_csv(running: Service, code: str, lang: str) -> bytes:
    """Every answer of the room, a row each; times in Helsinki's local time. Raises UnknownRoomError."""
    text = running.texts(lang)
    names = ("question", "round", "time", "person", "text", "hidden")
    header = [text(f"results.{name}") for name in names]
    header[2] += f" ({clock.HELSINKI.key})"
    yes = text("results.hidden_yes")
    rows = [
        (
            row.question,
            row.round,
            f"{clock.local(row.at_ms):%Y-%m-%d %H:%M:%S}",
            row.person,
            row.text,
            yes if row.hidden else "",
        )
        for row in running.results.answers(code, lang)
    ]
    return as_csv(header, rows, semicolons=lang != "en")


def picture_png(running: Service, code: str, of: RoundResults) -> bytes:
    return cloud_png(running.results.cloud(code, of))


def picture_svg(running: Service, code: str, of: RoundResults, lang: str) -> bytes:
    words = running.results.words(code, of)
    description = ", ".join(f"{entry.text} {entry.count}" for entry in words.shown[:20])
    title = of.activity.question(lang)
    return cloud_svg(running.results.cloud(code, of), title, description).encode()
