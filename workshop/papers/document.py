"""A paper as a document."""

from datetime import datetime

from workshop.exports.memo_base import Memo
from workshop.exports.report_parts import Grid
from workshop.papers.paper import Paper


def paper_docx(paper: Paper, lang: str, app: str, made_at: datetime) -> bytes:
    """Headings, paragraphs and tables, ready to be filled in."""
    memo = Memo(paper.title, lang, app, made_at)
    memo.heading(paper.title, 0)
    for text in paper.paragraphs:
        memo.paragraph(text)
    for section in paper.sections:
        memo.heading(section.title, 1)
        for text in section.paragraphs:
            memo.paragraph(text)
        if section.rows:
            memo.table(Grid(section.columns, section.rows))
    return memo.content()
