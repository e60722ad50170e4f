"""The papers of law say only what is so: filled in, with brackets for what nobody knows, and evidence that exists."""

import io
import re
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document

from server.usecases.papers import papers_of
from tests.conftest import ROOT
from workshop.content.content import Content
from workshop.content.texts import LANGUAGES
from workshop.papers.document import paper_docx
from workshop.papers.filled import filled_in
from workshop.papers.paper import FOLDER, Paper, packaged_paper

FILES = sorted(FOLDER.glob("*.yaml"))


def words(paper: Paper) -> str:
    rows = [cell for section in paper.sections for row in section.rows for cell in row]
    paragraphs = [text for section in paper.sections for text in section.paragraphs]
    return "\n".join([paper.title, *paper.paragraphs, *paragraphs, *rows])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_packaged_paper_is_one(path: Path) -> None:
    name, lang = path.stem.split(".")
    assert packaged_paper(name, lang) is not None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_paper_is_filled_in_and_says_that_no_lawyer_has_read_it(content: Content, lang: str) -> None:
    papers = papers_of(content, lang)
    assert {"information", "threshold", "accessibility"} <= set(papers)
    for name, paper in papers.items():
        text = words(paper)
        assert not re.search(r"\{\w+\}", text)
        if name in {"information", "record", "threshold"}:
            assert re.search(r"[Ll]akimies ei ole|[Ii]ngen jurist|[Nn]o lawyer", text)
            assert "[" in text
    assert content.workshop.organiser.controller(lang) in words(papers["information"])
    assert str(content.workshop.retention_days) in words(papers["information"])


def test_the_evidence_is_there() -> None:
    paper = packaged_paper("en301549", "en")
    assert paper is not None
    named = set(re.findall(r"tests/[\w/]+\.py", words(paper)))
    assert len(named) > 20
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_what_an_organiser_typed_is_not_read_as_a_place(content: Content) -> None:
    paper = Paper(title="t", file="t", paragraphs=("{controller}",))
    assert filled_in(paper, {"controller": "{contact}"}).paragraphs == ("{contact}",)


def test_a_paper_is_a_document_with_headings_and_tables(content: Content) -> None:
    paper = papers_of(content, "fi")["record"]
    document = Document(io.BytesIO(paper_docx(paper, "fi", "Propelli", datetime(2026, 11, 30, 12))))
    assert document.paragraphs[0].text == paper.title
    assert [row.cells[0].text for row in document.tables[0].rows][:2] == ["Kohta", "a) Rekisterinpitäjä"]
    assert document.core_properties.title == paper.title
    name, text = (cell.width for cell in document.tables[0].rows[1].cells)
    assert text > 2 * name
