"""An unfinished workshop as far as one of its questions needs it: nothing else of it is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from workshop.activities.placeholders import filled, localised
from workshop.activities.registry import KINDS, Activity
from workshop.assessment.criteria import Criteria
from workshop.content.draft_validation import PartValidator
from workshop.content.localised import Localised
from workshop.content.text_files import with_packaged
from workshop.content.texts import LANGUAGES, Texts
from workshop.errors import PropelliError
from workshop.quiz.models import Quiz, findings

_FIELDS = {kind.name: kind.activity.editor_fields() for kind in KINDS}


class UnknownItemError(PropelliError):
    """The programme has no item of this id."""

    id = "preview_item"


class UnfinishedItemError(PropelliError):
    """The item, or the part of the workshop that it asks, has faults that it cannot be shown with."""

    id = "preview_faults"


@dataclass(frozen=True, eq=False)
class DraftContent:
    """`workshop.activities.context.ActivityContent` of a draft; made-up people speak `lang`."""

    draft: Mapping[str, Any]
    lang: str

    @property
    def workshop(self) -> Mapping[str, Any]:
        workshop: Mapping[str, Any] = self.draft["workshop"]
        return workshop

    @property
    def languages(self) -> tuple[str, ...]:
        """The workshop's languages, its own first."""
        return tuple(lang for lang in self.workshop.get("languages") or () if lang in LANGUAGES) or LANGUAGES[:1]

    @property
    def title(self) -> str:
        return (localised(self.workshop.get("title")) or {})[self.lang]

    @cached_property
    def criteria(self) -> Criteria:
        """Raises UnfinishedItemError."""
        criteria: Criteria = self._valid("criteria", self.draft.get("criteria"))
        return criteria

    @property
    def core_elements(self) -> Mapping[str, Localised]:
        criteria = self.criteria.criteria if self.draft.get("criteria") else ()
        return {criterion.id: criterion.label for criterion in criteria}

    @cached_property
    def quiz(self) -> Quiz:
        """Raises UnfinishedItemError."""
        quiz: Quiz = self._valid("quiz", self.draft.get("quiz"))
        if any(findings(quiz, None)):
            raise UnfinishedItemError
        return quiz

    @property
    def min_group(self) -> int:
        number = self.workshop.get("min_group")
        return number if isinstance(number, int) else 5

    @cached_property
    def texts(self) -> Mapping[str, Texts]:
        """The screen's texts, those of `lang` first."""
        texts = with_packaged(self.draft.get("texts") or {})
        return {self.lang: texts[self.lang], **texts}

    def activity(self, item: str) -> Activity:
        """The item of the programme that has this id, filled where it is unfinished.

        Raises UnknownItemError or UnfinishedItemError.
        """
        items = self.workshop.get("activities") or ()
        values = next((each for each in items if isinstance(each, Mapping) and each.get("id") == item), None)
        if values is None:
            raise UnknownItemError
        values = filled(values, _FIELDS.get(str(values.get("kind")), ()))
        activity: Activity = self._valid("activity", values)
        return activity

    def _valid(self, name: str, part: object) -> Any:
        """The part as its model, with its texts in every language. Raises UnfinishedItemError."""
        model = PartValidator(self.languages, True, {}).part(name, part, part).model
        if model is None:
            raise UnfinishedItemError
        return model
