"""Words in exports: every entry of every cloud, hidden ones included."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from workshop.activities.themes import ThemeRecord
from workshop.activities.words import WordRecord, WordsActivity, WordsResults
from workshop.content.texts import Texts
from workshop.exports.basis import ExportTexts
from workshop.exports.changes import Change
from workshop.exports.kinds.base import CountedActivity, KindExports
from workshop.exports.report_parts import PartGroup, Picture, ReportPart
from workshop.exports.tables_base import Cell, SheetChart, Table
from workshop.exports.themes import theme_name, under_themes
from workshop.words.clean import fold

MAX_WORDS = 40
"""How many words of a cloud the report lists; the workbook has them all."""


MAX_DRAWN = 20
"""How many words the workbook's chart has."""


class WordsExports(KindExports[WordsActivity, WordsResults]):
    """Words are compared by name, and a word is told however few said it."""

    is_comparable: ClassVar[bool] = True
    items_vary: ClassVar[bool] = True
    is_withheld: ClassVar[bool] = False
    precedes_answers: ClassVar[bool] = True

    def answer_states(self, basis: ExportTexts, results: WordsResults) -> Mapping[str, str]:
        """Fold key to the state of its word, in the export's language."""
        return {form.key: basis.text(f"export.states.{word.state}") for word in results.words for form in word.forms}

    def answer_themes(self, basis: ExportTexts, results: WordsResults) -> Mapping[str, str]:
        return {
            form.key: theme_name(basis, results.themes, word.theme) for word in results.words for form in word.forms
        }

    def tables(
        self, basis: ExportTexts, questions: Sequence[CountedActivity[WordsActivity, WordsResults]]
    ) -> Iterator[Table]:
        columns = basis.columns(
            "question", "round", "word", "people", "answers", "forms", "state", "merged_by", "theme"
        )
        rows: list[tuple[Cell, ...]] = []
        charts: list[SheetChart] = []
        for question in questions:
            question_text = question.activity.question(basis.lang)
            for counted in question.rounds:
                first, shown = len(rows), counted.results.shown
                themes = counted.results.themes
                others = [word for word in counted.results.words if word.state != "shown"]
                rows += [
                    (question_text, counted.number, *word_cells(basis, word, themes)) for word in [*shown, *others]
                ]
                drawn = range(first, first + min(len(shown), MAX_DRAWN))
                charts += question.charts(basis, counted, drawn, (3,), labels=2)
        yield Table(basis.sheet("words"), columns, tuple(rows), charts=tuple(charts))

    def items(self, basis: ExportTexts, activity: WordsActivity, results: WordsResults) -> list[tuple[str, int]]:
        return [(word.text, word.people) for word in results.shown]

    def part(
        self, basis: ExportTexts, activity: WordsActivity, results: WordsResults, caption: str,
        cloud: Picture | None = None,
    ) -> ReportPart:  # fmt: skip
        shown = results.shown
        if not shown:
            return ReportPart(caption, notes=(basis.text("export.report.no_words"),))
        groups = [
            PartGroup(heading, words=_listed(words[:MAX_WORDS]))
            for heading, words in under_themes(basis, results.themes, shown, lambda word: word.theme)
        ]
        first = () if groups else _listed(shown[:MAX_WORDS])
        left = len(shown) - len(first) - sum(len(group.words) for group in groups)
        notes = (basis.text("export.report.more_words", n=left),) if left else ()
        return ReportPart(caption, cloud, words=first, groups=tuple(groups), notes=notes)

    def compared(self, activity: WordsActivity, before: WordsResults, after: WordsResults, text: Texts) -> list[Change]:
        """Words by their number afterwards, then those that are gone; only words that are shown are compared.

        A word is the same where it is shown by the same name, else where the two have a form in common.
        """
        left = {fold(word.text): word for word in before.shown}
        earlier = {place: left.pop(name) for place, word in enumerate(after.shown) if (name := fold(word.text)) in left}
        by_form = {form.key: name for name, word in left.items() for form in word.forms}
        for place, word in enumerate(after.shown):
            names = [by_form[form.key] for form in word.forms if form.key in by_form]
            shared = next((name for name in names if name in left), None)
            if place not in earlier and shared is not None:
                earlier[place] = left.pop(shared)
        changes = [
            Change(word.text, earlier[place].people if place in earlier else None, word.people)
            for place, word in enumerate(after.shown)
        ]
        return changes + [Change(word.text, word.people, None) for word in left.values()]


def word_cells(basis: ExportTexts, word: WordRecord, themes: Sequence[ThemeRecord]) -> tuple[Cell, ...]:
    """An entry as cells: text, people, answers, forms, state, who merged it, theme."""
    forms = ", ".join(f"{form.text} ({form.answers})" for form in word.forms)
    merged_by = basis.text(f"export.merged_by.{word.merged_by}") if word.merged_by else ""
    state, theme = basis.text(f"export.states.{word.state}"), theme_name(basis, themes, word.theme)
    return word.text, word.people, word.answers, forms, state, merged_by, theme


def _listed(words: Sequence[WordRecord]) -> tuple[tuple[str, int], ...]:
    return tuple((word.text, word.people) for word in words)
