"""A workshop's content, ready to be shown: its document with what is computed from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from workshop.activities.registry import Activity
from workshop.assessment.criteria import Criteria
from workshop.content.localised import Localised
from workshop.content.page_texts import AssessmentTexts, ExamplesTexts, PageTexts
from workshop.content.parts import PART_PAGES, Part
from workshop.content.text_files import with_packaged
from workshop.content.texts import Language, Texts
from workshop.content.workshop_document import Workshop, WorkshopDocument
from workshop.errors import PropelliError
from workshop.examples.models import Example
from workshop.examples.regions import RegionOutlines, outlines_of, packaged_outlines
from workshop.examples.vocabularies import Vocabularies
from workshop.quiz.models import Quiz
from workshop.words.filter.blocklists import Blocklists, packaged_lists, parsed

Item = TypeVar("Item")


class MissingPartError(PropelliError):
    """The workshop does not have the part that was asked for."""

    id = "workshop_part"


@dataclass(frozen=True, eq=False)
class Content:
    """The content of one workshop, whole and checked; the first of its `languages` is the workshop's own.

    Whoever asks for a part asks `has` first: a part that is not there raises MissingPartError.
    """

    document: WorkshopDocument

    @property
    def workshop(self) -> Workshop:
        return self.document.workshop

    def has(self, part: Part) -> bool:
        """Whether the workshop has the part."""
        return self.document.has(part)

    def has_page(self, address: str) -> bool:
        """Whether the page of the app at this address has something to show; pages that need no part always have."""
        return all(self.has(part) for part, page in PART_PAGES.items() if page == address)

    @property
    def criteria(self) -> Criteria:
        return _there(self.document.criteria)

    @property
    def core_elements(self) -> Mapping[str, Localised]:
        """The labels of the assessment's criteria by their ids; empty where there is no assessment."""
        criteria = self.document.criteria
        return {criterion.id: criterion.label for criterion in criteria.criteria} if criteria else {}

    @property
    def quiz(self) -> Quiz:
        return _there(self.document.quiz)

    @property
    def examples(self) -> tuple[Example, ...]:
        return self.document.examples

    @property
    def title(self) -> Localised:
        return self.workshop.title

    @property
    def languages(self) -> tuple[Language, ...]:
        return self.workshop.languages

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The activities in the order of the programme."""
        return self.workshop.activities

    @property
    def pages(self) -> PageTexts:
        return self.workshop.pages

    @property
    def assessment_texts(self) -> AssessmentTexts:
        return _there(self.pages.assessment)

    @property
    def examples_texts(self) -> ExamplesTexts:
        return _there(self.pages.examples)

    @property
    def vocabularies(self) -> Vocabularies:
        return _there(self.workshop.vocabularies)

    @property
    def retention_days(self) -> int:
        """After how many days a room's answers are deleted."""
        return self.workshop.retention_days

    @property
    def min_group(self) -> int:
        """The smallest group whose distributions are shown."""
        return self.workshop.min_group

    @cached_property
    def texts(self) -> Mapping[str, Texts]:
        """The screen's texts by language: the packaged ones, overridden by the workshop's own."""
        return with_packaged(self.document.texts)

    @cached_property
    def outlines(self) -> RegionOutlines:
        """The map: the workshop's own, or the packaged one."""
        regions = self.document.regions
        return packaged_outlines() if regions is None else outlines_of(regions)

    @cached_property
    def blocklists(self) -> Blocklists:
        """The blocked words: the workshop's own lists, or the packaged ones."""
        blocked = self.document.blocked
        return packaged_lists() if blocked is None else parsed(blocked)

    def activity(self, activity_id: str) -> Activity | None:
        """The activity of this id, None where the programme has none."""
        return next((activity for activity in self.activities if activity.id == activity_id), None)


def _there(item: Item | None) -> Item:
    if item is None:
        raise MissingPartError
    return item
