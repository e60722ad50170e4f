"""The papers of law of this installation's workshop, and their files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from threading import Lock

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
MAX_DOCUMENTS = 64
_making = Lock()


@dataclass(frozen=True)
class PaperIn:
    """A paper and the language that it is in."""

    paper: Paper
    lang: str


def papers_of(content: Content, lang: str) -> dict[str, Paper]:
    """Name of a paper to the paper, in one language."""
    details = {
        "version": version(),
        "participant_days": PARTICIPANT_DAYS,
        "control_days": CONTROL_DAYS,
        "hours": SIGNED_IN_MS // HOUR_MS,
    }
    return papers(content.workshop, lang, details, content.texts[lang]("about.accessibility"))


def readable_papers(content: Content, lang: str) -> dict[str, PaperIn]:
    """Name of a paper to the paper, each in this language or, where it is not written in it, in another."""
    return {
        name: PaperIn(paper, written)
        for written in (*reversed(LANGUAGES), lang)
        for name, paper in papers_of(content, written).items()
    }


def document_of(content: Content, paper: PaperIn) -> tuple[str, bytes]:
    """Name and content of the paper's document."""
    app, today = content.texts[paper.lang]("app.name"), clock.local(clock.now_ms()).date()
    with _making:
        return f"{paper.paper.file}.docx", _document(paper.paper, paper.lang, app, today)


@lru_cache(maxsize=MAX_DOCUMENTS)
def _document(paper: Paper, lang: str, app: str, day: date) -> bytes:
    """Anybody may ask for a document and it takes a twentieth of a second, so each is made once a day."""
    return paper_docx(paper, lang, app, datetime.combine(day, time()))


def paper_files(running: Service) -> Iterator[tuple[str, bytes]]:
    """Name and content of each paper's document, in every language in which it is written."""
    for lang in LANGUAGES:
        for paper in papers_of(running.content, lang).values():
            yield document_of(running.content, PaperIn(paper, lang))
