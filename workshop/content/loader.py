"""Loads and validates a folder of content; reports every fault at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from workshop.activities.registry import Activity
from workshop.assessment.criteria import Criteria
from workshop.assessment.criteria import findings as criteria_findings
from workshop.content.documents import Document, read_yaml
from workshop.content.errors import ContentError, Finding
from workshop.content.localised import Localised
from workshop.content.page_texts import Organiser, PageTexts
from workshop.content.text_files import load_texts
from workshop.content.texts import LANGUAGES, Texts
from workshop.content.validation import repeated, validated
from workshop.examples.models import Example
from workshop.examples.regions import RegionOutlines, read_outlines
from workshop.examples.rows import read_examples
from workshop.examples.vocabularies import Vocabularies
from workshop.quiz.models import Quiz
from workshop.quiz.models import findings as quiz_findings

Language = Literal["fi", "sv", "en"]


def _without_duplicates(languages: tuple[str, ...]) -> tuple[str, ...]:
    duplicate = next((lang for place, lang in enumerate(languages) if lang in languages[:place]), None)
    if duplicate is not None:
        raise PydanticCustomError("repeated", "a language twice", {"name": duplicate})
    return languages


class Workshop(BaseModel):
    """`data/workshop.yaml`: the programme, the pages' texts and the vocabularies.

    `retention_days` says when a room's answers are deleted; distributions of fewer than `min_group` people are hidden.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Localised
    languages: Annotated[tuple[Language, ...], Field(min_length=1), AfterValidator(_without_duplicates)]
    retention_days: int = Field(default=90, ge=1, le=3650)
    min_group: int = Field(default=5, ge=2, le=100)
    organiser: Organiser
    activities: tuple[Activity, ...] = Field(min_length=1)
    pages: PageTexts
    vocabularies: Vocabularies


@dataclass(frozen=True)
class Content:
    """The content of one folder, whole and checked; the first of `workshop.languages` is the workshop's own."""

    workshop: Workshop
    criteria: Criteria
    quiz: Quiz
    examples: tuple[Example, ...]
    outlines: RegionOutlines
    texts: Mapping[str, Texts]

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
    def vocabularies(self) -> Vocabularies:
        return self.workshop.vocabularies

    @property
    def retention_days(self) -> int:
        """After how many days a room's answers are deleted."""
        return self.workshop.retention_days

    @property
    def min_group(self) -> int:
        """The smallest group whose distributions are shown."""
        return self.workshop.min_group

    def activity(self, activity_id: str) -> Activity | None:
        """The activity of this id, None where the programme has none."""
        return next((activity for activity in self.activities if activity.id == activity_id), None)


def load(folder: Path) -> Content:
    """The content of a folder such as `data/`.

    The screen's texts and the map are the packaged ones where the folder has none of its own. Raises ContentError with
    every fault of every file.
    """
    documents = {name: read_yaml(folder / f"{name}.yaml") for name in ("workshop", "criteria", "quiz")}
    languages = _languages(documents["workshop"])
    workshop = validated(Workshop, documents["workshop"], languages)
    criteria = validated(Criteria, documents["criteria"], languages)
    quiz = validated(Quiz, documents["quiz"], languages)
    if workshop is not None:
        documents["workshop"].add_findings(_workshop_findings(workshop))
    if criteria is not None:
        documents["criteria"].add_findings(criteria_findings(criteria))
    elements = _elements(documents["criteria"])
    if quiz is not None:
        documents["quiz"].add_findings(quiz_findings(quiz, elements))
    vocabularies = _vocabularies(documents["workshop"], languages)
    examples, rows = read_examples(folder / "examples.csv", vocabularies, elements, languages)
    outlines, map_faults = read_outlines(folder / "regions.geojson")
    texts, text_faults = load_texts(folder / "texts")
    faults = [fault for document in (*documents.values(), rows) for fault in document.in_order()]
    faults += map_faults + text_faults
    if faults or workshop is None or criteria is None or quiz is None or outlines is None:
        raise ContentError(tuple(faults))
    return Content(workshop, criteria, quiz, examples, outlines, texts)


def _languages(document: Document) -> tuple[str, ...]:
    """The languages that every text must stand in; all of them where the file does not say."""
    languages = document.data.get("languages") if isinstance(document.data, dict) else None
    known = tuple(lang for lang in languages if lang in LANGUAGES) if isinstance(languages, list) else ()
    return known or LANGUAGES


def _elements(criteria: Document) -> tuple[str, ...] | None:
    """The criteria's ids, also where something else in their file is wrong; None where they are not known."""
    items = criteria.data.get("criteria") if isinstance(criteria.data, dict) else None
    ids = [item.get("id") for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return tuple(map(str, ids)) if ids and all(ids) else None


def _vocabularies(workshop: Document, languages: tuple[str, ...]) -> Vocabularies | None:
    """The vocabularies, also where something else in their file is wrong; None where they are."""
    vocabularies = workshop.data.get("vocabularies") if isinstance(workshop.data, dict) else None
    return validated(Vocabularies, Document(workshop.file, vocabularies), languages)


def _workshop_findings(workshop: Workshop) -> Iterator[Finding]:
    yield from repeated([activity.id for activity in workshop.activities], lambda index: ("activities", index, "id"))
    yield from repeated([link.id for link in workshop.pages.links], lambda index: ("pages", "links", index, "id"))
    codes = [region.code for region in workshop.vocabularies.regions.values()]
    names = list(workshop.vocabularies.regions)
    yield from repeated(codes, lambda index: ("vocabularies", "regions", names[index], "code"))
