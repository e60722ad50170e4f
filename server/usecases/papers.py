"""The papers of law of this installation's workshop, and their files."""

from collections.abc import Iterator

from server import clock
from server.access import SIGNED_IN_MS
from server.service import Service
from server.version import version
from server.web.cookies import CONTROL_DAYS, PARTICIPANT_DAYS
from workshop.content.content import Content
from workshop.content.texts import LANGUAGES
from workshop.papers.document import paper_docx
from workshop.papers.filled import papers
from workshop.papers.paper import Paper

HOUR_MS = 3_600_000


def papers_of(content: Content, lang: str) -> dict[str, Paper]:
    """Name of a paper to the paper, in one language."""
    details = {
        "version": version(),
        "participant_days": PARTICIPANT_DAYS,
        "control_days": CONTROL_DAYS,
        "hours": SIGNED_IN_MS // HOUR_MS,
    }
    return papers(content.workshop, lang, details, content.texts[lang]("about.accessibility"))


def paper_files(running: Service) -> Iterator[tuple[str, bytes]]:
    """Name and content of each paper's document, in every language in which it is written."""
    content, made_at = running.content, clock.local(clock.now_ms()).replace(tzinfo=None)
    for lang in LANGUAGES:
        app = content.texts[lang]("app.name")
        for paper in papers_of(content, lang).values():
            yield f"{paper.file}.docx", paper_docx(paper, lang, app, made_at)
