"""The papers of one workshop."""

import re
from collections.abc import Mapping

from workshop.activities.text import MAX_CHARS
from workshop.activities.words import LONGEST_WORD
from workshop.content import statements
from workshop.content.workshop_document import Workshop
from workshop.exports.tables_base import ascii_name
from workshop.papers.paper import Paper, packaged_paper

PAPERS = ("information", "record", "threshold", "en301549")
ACCESSIBILITY = "accessibility"

_PLACE = re.compile(r"\{(\w+)\}")
_MARKS = re.compile(r"\*\*|^#+\s*|^- ", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def papers(workshop: Workshop, lang: str, details: Mapping[str, object], title: str) -> dict[str, Paper]:
    """Name of a paper to the paper, for every one that there is in the language.

    `details` are what the server knows: the version, and for how many days and hours cookies last; `title` heads the
    accessibility statement.
    """
    organiser = workshop.organiser
    values = {
        **details,
        "controller": organiser.controller(lang),
        "contact": organiser.contact(lang),
        "retention_days": workshop.retention_days,
        "min_group": workshop.min_group,
        "text_max": MAX_CHARS,
        "word_max": LONGEST_WORD,
    }
    packaged = {name: packaged_paper(name, lang) for name in PAPERS}
    drafts = {name: filled_in(paper, values) for name, paper in packaged.items() if paper is not None}
    return {**drafts, ACCESSIBILITY: _accessibility(workshop, lang, title)}


def filled_in(paper: Paper, values: Mapping[str, object]) -> Paper:
    """The paper with its details; what an organiser has typed is put in once and not read again."""
    sections = tuple(
        section.model_copy(
            update={
                "paragraphs": tuple(_filled(text, values) for text in section.paragraphs),
                "rows": tuple((_filled(name, values), _filled(text, values)) for name, text in section.rows),
            }
        )
        for section in paper.sections
    )
    paragraphs = tuple(_filled(text, values) for text in paper.paragraphs)
    return paper.model_copy(update={"paragraphs": paragraphs, "sections": sections})


def _filled(text: str, values: Mapping[str, object]) -> str:
    """Raises KeyError for a detail that nobody gives: a fault of the packaged paper."""
    return _PLACE.sub(lambda place: str(values[place[1]]), text)


def _accessibility(workshop: Workshop, lang: str, title: str) -> Paper:
    """The statement of the about page as a paper."""
    text = _LINK.sub(r"\1 (\2)", statements.accessibility(workshop, lang))
    blocks = [_MARKS.sub("", block).strip() for block in text.split("\n\n")]
    return Paper(title=title, file=ascii_name(title), paragraphs=tuple(block for block in blocks if block))
