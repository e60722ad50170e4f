"""A workshop as one document: the models of all content files together, as the store and a room's file keep it."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from workshop.activities.registry import Activity
from workshop.assessment.criteria import Criteria
from workshop.content.localised import Localised
from workshop.content.page_texts import Organiser, PageTexts
from workshop.content.parts import Part
from workshop.content.texts import Language
from workshop.errors import PropelliError
from workshop.examples.models import Example
from workshop.examples.rows import MAX_EXAMPLES
from workshop.examples.vocabularies import Vocabularies
from workshop.quiz.models import Quiz
from workshop.strict_model import StrictModel

FORMAT: Literal["propelli-workshop-1"] = "propelli-workshop-1"
MAX_ACTIVITIES = 60
MAX_DOCUMENT_BYTES = 2_000_000


class DocumentSizeError(PropelliError):
    """The workshop is larger than `MAX_DOCUMENT_BYTES`."""

    id = "workshop_size"


def _without_duplicates(languages: tuple[str, ...]) -> tuple[str, ...]:
    duplicate = next((lang for place, lang in enumerate(languages) if lang in languages[:place]), None)
    if duplicate is not None:
        raise PydanticCustomError("repeated", "a language twice", {"name": duplicate})
    return languages


class Workshop(StrictModel):
    """`data/workshop.yaml`: the programme, the pages' texts and the vocabularies.

    `retention_days` says when a room's answers are deleted; distributions of fewer than `min_group` people are hidden.
    With `questions`, rooms take questions to the speaker from the start; with the pace `own`, phones have
    every question from the start.
    """

    title: Localised
    languages: Annotated[tuple[Language, ...], Field(min_length=1), AfterValidator(_without_duplicates)]
    retention_days: int = Field(default=90, ge=1, le=3650)
    min_group: int = Field(default=5, ge=2, le=100)
    questions: bool = False
    pace: Literal["together", "own"] = "together"
    organiser: Organiser
    activities: tuple[Activity, ...] = Field(min_length=1, max_length=MAX_ACTIVITIES)
    pages: PageTexts
    vocabularies: Vocabularies | None = None


class WorkshopDocument(StrictModel):
    """All content of one workshop; a part that it does not have is None or empty.

    `regions` is a map of its own as GeoJSON, `texts` are the screen's texts that it says otherwise than the packaged
    ones, by language, and `blocked` the lines of its own lists of blocked words, by the file's name without ending.
    """

    format: Literal["propelli-workshop-1"] = FORMAT
    workshop: Workshop
    criteria: Criteria | None = None
    quiz: Quiz | None = None
    examples: tuple[Example, ...] = Field(default=(), max_length=MAX_EXAMPLES)
    regions: dict[str, Any] | None = None
    texts: Mapping[Language, dict[str, Any]] = Field(default_factory=dict)
    blocked: Mapping[str, tuple[str, ...]] | None = None

    def has(self, part: Part) -> bool:
        """Whether the workshop has the part."""
        return bool({"assessment": self.criteria, "examples": self.examples, "quiz": self.quiz}[part])


def document_json(document: WorkshopDocument) -> str:
    """The document as the store keeps it: equal documents give equal text. Raises DocumentSizeError."""
    text = document.model_dump_json(by_alias=True)
    size = len(text.encode())
    if size > MAX_DOCUMENT_BYTES:
        raise DocumentSizeError(max=MAX_DOCUMENT_BYTES // 1_000_000, n=f"{size / 1_000_000:.1f}")
    return text
