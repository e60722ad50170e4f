"""The preview of a workshop that is being written: what the live routes would tell, without a room or an answer."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import httpx
import pytest

from server.service import Service
from server.usecases.preview import Preview
from tests.conftest import Server
from tests.hostile.openapi import check, check_state
from workshop.content.draft_content import UnfinishedItemError, UnknownItemError
from workshop.content.draft_document import draft_of

ROUTE = "/workshops/{workshop}/preview"
Draft = dict[str, Any]


class KnownDraft:
    """Drafts of which there is this one."""

    def __init__(self, document: Draft) -> None:
        self.document = document

    def get(self, workshop: str) -> "KnownDraft":
        return self


@pytest.fixture
def draft(service: Service) -> Draft:
    """A draft that begins as the built-in workshop."""
    return draft_of(service.content.document)


@pytest.fixture
def preview(service: Service, draft: Draft) -> Preview:
    return Preview(KnownDraft(draft), service.lexicon, "")  # type: ignore[arg-type]


def item(draft: Draft, name: str) -> dict[str, Any]:
    activities: list[dict[str, Any]] = draft["workshop"]["activities"]
    return next(activity for activity in activities if activity["id"] == name)


def test_each_item_is_told_as_the_live_routes_tell_it(service: Service, preview: Preview) -> None:
    for activity in service.content.activities:
        states = preview.states("x", activity.id, "sv")
        check_state(states["participant"])
        assert states["participant"]["question"] == states["projector"]["question"] == activity.question("sv")
        assert states["participant"]["open"]
        assert (states["projector"]["result"] is not None) is activity.takes_answers


def test_the_answers_are_of_people_who_speak_the_language(preview: Preview) -> None:
    def words(lang: str) -> dict[str, int]:
        return dict(preview.states("x", "word_cloud", lang)["projector"]["result"]["list"])

    assert "luottamus" in words("fi")
    assert "förtroende" in words("sv")
    assert "trust" in words("en")


def test_a_draft_with_faults_elsewhere_is_shown(preview: Preview, draft: Draft) -> None:
    draft["workshop"]["activities"].append({"id": "new", "kind": "choice"})
    del draft["workshop"]["organiser"]
    draft["quiz"]["types"] = "garbled"
    assert preview.states("x", "roles", "fi")["projector"]["result"]["n"] == 40


UNFINISHED: list[Callable[[Draft], object]] = [
    lambda roles: roles.pop("question"),
    lambda roles: roles.update(question={"fi": ""}),
    lambda roles: roles.pop("title"),
    lambda roles: roles.update(options=[]),
    lambda roles: roles.update(options=[{"id": "a", "label": {"fi": "sama"}}, {"id": "b", "label": {"fi": "Sama"}}]),
    lambda roles: roles.update(options=[{"id": "a", "label": {}}, {"id": "b", "label": {"fi": "x" * 500}}]),
    lambda roles: roles.update(minutes=0, multiple=None, help={"fi": ""}),
]


@pytest.mark.parametrize("change", UNFINISHED)
def test_an_item_is_seen_while_it_is_being_written(
    preview: Preview, draft: Draft, change: Callable[[Draft], object]
) -> None:
    change(item(draft, "roles"))
    state = preview.states("x", "roles", "fi")["participant"]
    assert state["question"]
    labels = [option["label"] for option in state["options"]]
    assert len(labels) >= 2
    assert len(set(labels)) == len(labels)


def test_a_text_that_is_missing_in_a_language_is_shown_in_the_first(preview: Preview, draft: Draft) -> None:
    item(draft, "roles")["question"] = {"fi": "Kuka olet?"}
    assert preview.states("x", "roles", "sv")["participant"]["question"] == "Kuka olet?"


def test_a_language_that_the_workshop_does_not_have_is_its_own(preview: Preview, draft: Draft) -> None:
    draft["workshop"]["languages"] = ["sv"]
    assert preview.states("x", "roles", "en")["participant"]["lang"] == "sv"


def test_what_cannot_be_shown_is_told(preview: Preview, draft: Draft) -> None:
    with pytest.raises(UnknownItemError):
        preview.states("x", "no_such_item", "fi")
    draft["quiz"]["questions"] = []
    with pytest.raises(UnfinishedItemError):
        preview.states("x", "quiz", "fi")
    item(draft, "roles")["kind"] = "no_such_kind"
    with pytest.raises(UnfinishedItemError):
        preview.states("x", "roles", "fi")


def test_the_draft_is_left_as_it_is(preview: Preview, draft: Draft) -> None:
    item(draft, "roles")["options"] = [{"label": {"fi": ""}}]
    before = deepcopy(draft)
    preview.states("x", "roles", "fi")
    assert draft == before


@pytest.fixture(scope="module")
def organiser(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.address, timeout=30, headers={"Origin": server.address}) as browser:
        assert browser.post("/ohjaus", data={"password": "lupa"}).status_code == 303
        yield browser


def test_the_states_are_as_the_document_says(organiser: httpx.Client) -> None:
    answer = organiser.get("/workshops/built_in/preview?item=roles&kieli=sv")
    check(answer, "GET", ROUTE)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    for address in ("/workshops/built_in/preview?item=x", "/workshops/none/preview?item=roles"):
        refused = organiser.get(address)
        check(refused, "GET", ROUTE)
        assert refused.status_code == 404


@pytest.mark.parametrize("page", ["participant", "projector"])
def test_our_own_pages_alone_may_hold_a_preview_in_a_frame(organiser: httpx.Client, page: str) -> None:
    answer = organiser.get(f"/workshops/built_in/preview/{page}?kieli=sv")
    check(answer, "GET", f"{ROUTE}/{page}")
    assert 'lang="sv"' in answer.text
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors 'self'" in policy
    assert "script-src 'self'" in policy
    for name in _files(answer.text):
        file = organiser.get(name)
        assert (file.status_code, "immutable" in file.headers["cache-control"]) == (200, True)


def _files(page: str) -> list[str]:
    return [part.split('"')[0] for part in page.split('"') if part.startswith("/assets/") and "preview" in part]


@pytest.mark.parametrize("address", ["", "/participant", "/projector"])
def test_nobody_but_the_organiser_sees_a_preview(server: Server, address: str) -> None:
    room = server.new_room()
    with httpx.Client(base_url=server.address) as facilitator:
        facilitator.get(room.control)
        answer = facilitator.get(f"/workshops/built_in/preview{address}?item=roles")
    check(answer, "GET", ROUTE + address)
    assert answer.status_code == 403
