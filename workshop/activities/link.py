"""Link: a page of the app that participants are pointed to; nothing is answered."""

from collections.abc import Sequence
from typing import ClassVar, Literal, TypedDict

from pydantic import Field

from workshop.activities.activity import BaseActivity
from workshop.activities.answers import KeyedText
from workshop.activities.context import ActivityContext
from workshop.activities.form_fields import FormField
from workshop.activities.payloads import OwnAnswers

LINKED_PAGES = ("/esimerkit", "/seuraavaksi", "/testi", "/arviointi", "/tietoa")
"""The pages of the app that a programme sensibly leads to."""
PAGE_PICTURE = "kind_link.svg"
PICTURES = {"/seuraavaksi": "kind_closing.svg", "/testi": "kind_quiz.svg", "/arviointi": "kind_assessment.svg"}
"""The pictures of pages that have their own."""


class LinkStateFields(TypedDict):
    """What the participant's state has of this kind."""

    href: str


class LinkActivity(BaseActivity):
    """A page of the app that the phones are pointed to, such as the examples."""

    api_kind: ClassVar[str] = "link"
    form_fields: ClassVar[tuple[FormField, ...]] = (FormField("href", "choice", choices=LINKED_PAGES),)

    kind: Literal["link"] = "link"
    href: str = Field(pattern=r"^/[a-z]*$")

    @property
    def shown_page(self) -> str | None:
        return self.href

    @property
    def shown_picture(self) -> str | None:
        return PICTURES.get(self.href, PAGE_PICTURE)

    def state_fields(self, ctx: ActivityContext) -> LinkStateFields:
        return {"href": f"{ctx.base}{self.href}?huone={ctx.code}&kieli={ctx.lang}"}

    def own_answers(self, answers: Sequence[KeyedText], ctx: ActivityContext) -> OwnAnswers:
        return {"left": 1, "answers": [], "result": None}
