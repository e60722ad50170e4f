"""Open answers in exports: every answer with its state, hidden ones included; the report has those that are shown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from workshop.activities.text import TextActivity, TextRecord, TextResults
from workshop.activities.themes import ThemeRecord
from workshop.exports.basis import ExportTexts
from workshop.exports.kinds.base import CountedActivity, KindExports, LeadingBy
from workshop.exports.report_parts import PartGroup, Picture, ReportPart
from workshop.exports.tables_base import Cell, Table
from workshop.exports.themes import theme_name, under_themes

MAX_TEXTS = 200
"""How many answers of a round the report lists; the workbook has them all."""


class TextExports(KindExports[TextActivity, TextResults]):
    """Answers are told however few gave them, and never compared: no two are the same."""

    is_withheld: ClassVar[bool] = False
    has_group_items: ClassVar[bool] = False
    precedes_answers: ClassVar[bool] = True
    leading_by: ClassVar[LeadingBy] = "themes"

    def answer_states(self, basis: ExportTexts, results: TextResults) -> Mapping[str, str]:
        return {text.key: basis.text(f"export.states.{text.state}") for text in results.texts}

    def answer_themes(self, basis: ExportTexts, results: TextResults) -> Mapping[str, str]:
        return {text.key: theme_name(basis, results.themes, text.theme) for text in results.texts}

    def leading(self, basis: ExportTexts, activity: TextActivity, results: TextResults, most: int) -> str:
        """The fullest themes with their answers; empty where nothing is sorted."""
        filled = sorted((theme for theme in results.themes if theme.count), key=lambda theme: -theme.count)
        return ", ".join(f"{theme.label(basis.lang)} {theme.count}" for theme in filled[:most])

    def tables(
        self, basis: ExportTexts, questions: Sequence[CountedActivity[TextActivity, TextResults]]
    ) -> Iterator[Table]:
        """One table where the programme has such a question."""
        columns = basis.columns("question", "round", "text", "people", "answers", "state", "theme")
        rows = tuple(
            (question.activity.question(basis.lang), counted.number, *text_cells(basis, text, counted.results.themes))
            for question in questions
            for counted in question.rounds
            for text in counted.results.texts
        )
        if questions:
            yield Table(basis.sheet("texts"), columns, rows)

    def part(
        self, basis: ExportTexts, activity: TextActivity, results: TextResults, caption: str,
        cloud: Picture | None = None,
    ) -> ReportPart:  # fmt: skip
        shown = results.shown
        if not shown:
            return ReportPart(caption, notes=(basis.text("export.report.no_texts"),))
        listed, left = shown[:MAX_TEXTS], len(shown) - MAX_TEXTS
        notes = (basis.text("export.report.more_texts", n=left),) if left > 0 else ()
        groups = tuple(
            PartGroup(heading, texts=tuple(text.text for text in texts))
            for heading, texts in under_themes(basis, results.themes, listed, lambda text: text.theme)
        )
        texts = () if groups else tuple(text.text for text in listed)
        return ReportPart(caption, texts=texts, groups=groups, notes=notes)


def text_cells(basis: ExportTexts, text: TextRecord, themes: Sequence[ThemeRecord]) -> tuple[Cell, ...]:
    """An answer as cells: text, people, answers, state, theme."""
    state, theme = basis.text(f"export.states.{text.state}"), theme_name(basis, themes, text.theme)
    return text.text, text.people, text.answers, state, theme
