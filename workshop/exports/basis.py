"""What every export is written with: the content, the texts of one language, and the columns of the tables."""

from dataclasses import dataclass

from workshop.activities.context import ActivityContent
from workshop.assessment.criteria import Criteria
from workshop.content.texts import Texts
from workshop.exports.tables_base import Column
from workshop.quiz.models import Quiz

ZONE = "Europe/Helsinki"

WIDTHS = {
    "question": 40, "round": 9, "rounds": 11, "time": 21, "person": 11, "text": 40, "state": 15, "iso_time": 32,
    "word": 30, "people": 12, "answers": 12, "forms": 60, "merged_by": 18, "theme": 30, "option": 45, "percent": 16,
    "respondents": 14, "criterion": 30, "level": 16, "unknown": 16, "type": 30, "before": 12, "after": 12,
    "difference": 12, "change": 14, "dots": 12, "standing": 9, "mean_place": 12,
    "retracted": 12, "speaker_question": 60, "votes": 9, "question_state": 22,
    "place": 9, "unplaced": 11, "opened": 21, "leading": 60, "name": 34, "meaning": 100,
    "group": 30, "room": 34, "group_people": 12, "statement": 45, "scale_ends": 30, "step": 10, "unsure": 16,
    "median": 12, "mean": 12,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ExportTexts:
    """The content and one language's texts; distributions of fewer than `min_group` people are not broken down."""

    content: ActivityContent
    text: Texts

    @property
    def criteria(self) -> Criteria:
        return self.content.criteria

    @property
    def quiz(self) -> Quiz:
        return self.content.quiz

    @property
    def min_group(self) -> int:
        return self.content.min_group

    @property
    def lang(self) -> str:
        return self.text.lang

    def columns(self, *keys: str) -> tuple[Column, ...]:
        """The columns of these keys."""
        return tuple(Column(key, self.heading(key), WIDTHS[key]) for key in keys)

    def heading(self, key: str) -> str:
        """A column's heading; a local time's names its zone."""
        title = self.text(f"export.columns.{key}")
        return f"{title} ({ZONE})" if key in {"time", "opened"} else title

    def sheet(self, key: str) -> str:
        return self.text(f"export.sheets.{key}")

    @property
    def withheld(self) -> str:
        """What stands in place of a distribution that is not broken down."""
        return self.text("export.withheld", n=self.min_group)

    @property
    def withheld_rows(self) -> str:
        """What stands in place of answers that are not listed."""
        return self.text("export.withheld_rows", n=self.min_group)

    @property
    def rounded(self) -> str:
        """What is said where shares do not add up."""
        return self.text("participant.rounded")
