"""The preview of a workshop that is being written: one of its questions as phones and the projector would show it.

A room that is not stored is told by the builders of the live routes, with answers that made-up people give.
"""

import zlib
from collections.abc import Mapping
from typing import Any, TypedDict

from server.store.rows import Room, RoomState, Round, StoredActivity
from server.usecases.activities import stored
from server.usecases.drafts import Drafts
from server.usecases.lexicon import SharedLexicon
from server.usecases.participants import ParticipantState
from server.usecases.payloads import ApiState
from server.usecases.projector import Projected, ProjectedRoom, ProjectorPage, shown_address
from server.usecases.rooms import RESULTS_PATH, grouped_code
from workshop.activities.sample_answers import SampleRoundAnswers
from workshop.content.draft_content import DraftContent

SAMPLE_CODE = "000000"
"""The code that a preview shows; no room ever has it."""


class PreviewStates(TypedDict):
    """The bodies that a phone and a projector would be sent; the latter is the API's `projector`."""

    participant: ApiState
    projector: dict[str, Any]


class Preview:
    """Previews of drafts as they are now."""

    def __init__(self, drafts: Drafts, lexicon: SharedLexicon, base: str) -> None:
        self._drafts, self._lexicon, self._base = drafts, lexicon, base

    def content(self, workshop: str, lang: str | None) -> DraftContent:
        """The draft in a language that it has; its own where it does not have `lang`. Raises UnknownWorkshopError."""
        draft = self._drafts.get(workshop).document
        own = DraftContent(draft, "fi").languages
        return DraftContent(draft, lang if lang in own else own[0])

    def states(self, workshop: str, item: str, lang: str | None) -> PreviewStates:
        """The item while it is open and answered. Raises the errors of `content` and of `DraftContent.activity`."""
        content = self.content(workshop, lang)
        activity = content.activity(item)
        answers = SampleRoundAnswers.given_to(activity, content, self._lexicon.ready())
        current = _opened(content, stored(activity))
        people, _ = answers.counts()
        projected = ProjectedRoom(
            current=current, is_latest=True, content=content, base=self._base, intents={}, answered=people,
            present=people, answers=answers,
        )  # fmt: skip
        state = projected.state(content.lang, now=0)
        return {
            "participant": ParticipantState(current, content, self._base, None).payload(content.lang, now=0),
            "projector": Projected(state, now=0, ends_at=None, is_behind=False).payload(),
        }

    def participant_page(self, content: DraftContent) -> dict[str, Any]:
        """What the participant page of the preview is made with, as that of a room."""
        return {
            "base": self._base,
            "room": SAMPLE_CODE,
            "lang": content.lang,
            "languages": list(content.languages),
            "texts": content.texts[content.lang].section("participant"),
            "retention_days": content.workshop.get("retention_days") or 90,
            "privacy_href": f"{self._base}/tietoa?kieli={content.lang}",
            "title": content.title,
        }

    def projector_page(self, content: DraftContent, address: str, qr: str) -> ProjectorPage:
        """What the projector's page of the preview is made with; `qr` is the address of the picture."""
        shown = shown_address(address)
        return {
            "room": SAMPLE_CODE,
            "lang": content.lang,
            "base": self._base,
            "keys": False,
            "addresses": {
                "code": grouped_code(SAMPLE_CODE),
                "address": f"{shown}/liity",
                "url": f"{address}/{SAMPLE_CODE}",
                "qr": qr,
                "closing": f"{shown}/seuraavaksi",
                "results": f"{shown}{RESULTS_PATH}/{SAMPLE_CODE}",
                "results_qr": qr,
            },
            "texts": content.texts[content.lang].section("screen"),
        }


def _opened(content: DraftContent, columns: Mapping[str, Any]) -> RoomState:
    """A room that has opened the activity of these columns and shows its results."""
    room = Room(
        id=0, code=SAMPLE_CODE, title=content.title, lang=content.lang, created_at=0, closed_at=None,
        retention_days=1, key_number=0, rev=1, activity=1, view="results", approval=False, locked=False,
    )  # fmt: skip
    activity = StoredActivity(
        id=1, room=0, position=0, results_rule="always", phone_results=False, name=columns["name"],
        spec=columns["spec"],
    )  # fmt: skip
    number = zlib.crc32(columns["name"].encode())
    return RoomState(room, activity, Round(number, 1, 1, opened_at=0, ends_at=None, closed_at=None))
