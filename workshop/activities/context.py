"""What a kind of question may need besides itself: the content, a language and the app's base address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from workshop.assessment.criteria import Criteria
from workshop.content.localised import Localised
from workshop.content.texts import Texts
from workshop.quiz.models import Quiz


class ActivityContent(Protocol):
    """The parts of the content that kinds of questions use."""

    @property
    def criteria(self) -> Criteria: ...

    @property
    def core_elements(self) -> Mapping[str, Localised]: ...

    @property
    def quiz(self) -> Quiz: ...

    @property
    def min_group(self) -> int: ...

    @property
    def texts(self) -> Mapping[str, Texts]: ...


@dataclass(frozen=True)
class ActivityContext:
    """The content in one language, for the room of this code; `base` is the path under which the app stands.

    `shows_themes`: whether results that are sorted into themes are told by theme. `orders_by_count`: whether options
    stand by how many chose them, where their order is not a result itself.
    """

    content: ActivityContent
    lang: str
    base: str
    code: str
    shows_themes: bool = True
    orders_by_count: bool = False

    @property
    def text(self) -> Texts:
        """The screen's texts in the language."""
        return self.content.texts[self.lang]

    def picture(self, file: str) -> str:
        """The address of a file of `static/svg`."""
        return f"{self.base}/assets/svg/{file}"
