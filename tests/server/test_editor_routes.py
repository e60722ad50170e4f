"""The editor on the wire: for the organiser alone, each change once, and a refusal that tells what there is."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from server.service import Service
from server.settings import Settings
from server.web.editor_routes import EditorRoutes
from tests.conftest import ROOT, run_alone
from tests.hostile.openapi import check
from tests.workshop.test_draft_document import POLL

ONE, TWO = "first-session", "second-session"
ITEMS = ["workshop", "activities"]
Asked = Callable[[httpx.AsyncClient], Coroutine[Any, Any, Any]]


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Service]:
    service = Service(Settings(home=tmp_path, password="lupa", data=ROOT / "data"))
    service.workshops.renew()
    yield service
    service.close()


@pytest.fixture
def draft(running: Service) -> str:
    """The address of a new workshop's draft."""
    return f"/workshops/{running.new_workshops.empty('Kylät', 'fi')}/draft"


@pytest.fixture
def ask(running: Service) -> Callable[..., Any]:
    """Runs a visit: as the organiser, unless it is said that nobody has signed in."""
    app = Starlette(routes=EditorRoutes(running, running.hub).routes(""))

    def run(visit: Asked, *, signed_in: bool = True) -> Any:
        async def visited() -> Any:
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://propelli.test") as client:
                if signed_in:
                    client.cookies.set(running.cookies.organiser, running.access.sign_in("lupa"))
                return await visit(client)

        return run_alone(visited())

    return run


def insert(value: Any, index: int = 0) -> dict[str, Any]:
    return {"op": "insert", "path": [*ITEMS, index], "value": value}


async def get(client: httpx.AsyncClient, draft: str, **query: Any) -> httpx.Response:
    answer = await client.get(draft, params={"session": ONE, "kieli": "fi", **query})
    check(answer, "GET", "/workshops/{workshop}/draft")
    return answer


async def post(client: httpx.AsyncClient, draft: str, press: str | None = None, **body: Any) -> httpx.Response:
    headers = {"Press-Id": press} if press else {}
    answer = await client.post(f"{draft}?kieli=fi", json={"session": ONE, **body}, headers=headers)
    check(answer, "POST", "/workshops/{workshop}/draft")
    return answer


def test_without_the_organisers_cookie_nothing_is_told_or_done(ask: Callable[..., Any], draft: str) -> None:
    async def visit(client: httpx.AsyncClient) -> list[httpx.Response]:
        rooms = draft.replace("/draft", "/rooms")
        return [
            await get(client, draft),
            await post(client, draft, rev=1, changes=[insert(POLL)]),
            await client.post(f"{draft}/editor", json={"session": ONE}),
            await client.post(rooms, json={}),
        ]

    for answer in ask(visit, signed_in=False):
        assert (answer.status_code, answer.json()["error"]) == (403, "organiser")


def test_a_draft_is_told_changed_and_told_again_only_when_it_is_newer(ask: Callable[..., Any], draft: str) -> None:
    async def visit(client: httpx.AsyncClient) -> None:
        state = (await get(client, draft)).json()
        assert (state["title"], state["rev"], state["example_count"], state["can_start"]) == ("Kylät", 1, 0, False)
        assert "examples" not in state["document"]
        assert [kind["available"] for kind in state["kinds"] if kind["kind"] in {"words", "quiz"}] == [True, False]
        assert (await get(client, draft, rev=1)).status_code == 204
        blank = next(kind["blank"] for kind in state["kinds"] if kind["kind"] == "choice")
        saved = (await post(client, draft, rev=1, changes=[insert(blank)])).json()
        assert {change["path"][-1] for change in saved["changes"]} == {"id"}
        assert saved["findings"][0]["path"] == [*ITEMS, 0, "question", "fi"]
        assert saved["findings"][0]["sentence"].endswith(".")
        assert not saved["can_start"]
        newer = (await get(client, draft, rev=1)).json()
        assert (newer["rev"], newer["editor"]["mine"], newer["can_undo"]) == (2, True, True)
        undone = (await post(client, draft, rev=2, undo=True)).json()
        assert undone["changes"] == [{"op": "remove", "path": [*ITEMS, 0]}]
        assert (undone["can_undo"], undone["can_redo"]) == (False, True)
        nothing = await post(client, draft, rev=3, undo=True)
        assert (nothing.status_code, nothing.json()["error"]) == (409, "draft_no_step")

    ask(visit)


def test_a_change_that_is_sent_again_is_done_once(ask: Callable[..., Any], draft: str) -> None:
    async def visit(client: httpx.AsyncClient) -> None:
        sent = {"rev": 1, "changes": [insert(POLL)]}
        answers = await asyncio.gather(*(post(client, draft, "a-press", **sent) for _ in range(4)))
        assert [answer.json() for answer in answers] == [answers[0].json()] * 4
        state = (await get(client, draft)).json()
        assert (state["rev"], len(state["document"]["workshop"]["activities"])) == (2, 1)

    ask(visit)


def test_a_stale_change_is_refused_with_the_draft_as_it_is_and_goes_through_then(
    ask: Callable[..., Any], draft: str
) -> None:
    async def visit(client: httpx.AsyncClient) -> None:
        await post(client, draft, rev=1, changes=[insert(POLL)])
        refused = await post(client, draft, "again", rev=1, changes=[insert({"kind": "words"})])
        assert refused.status_code == 409
        assert (refused.json()["rev"], len(refused.json()["document"]["workshop"]["activities"])) == (2, 1)
        assert (await post(client, draft, "again", rev=2, changes=[insert({"kind": "words"})])).status_code == 200

    ask(visit)


def test_a_second_session_is_told_since_when_another_edits_and_may_take_over(
    ask: Callable[..., Any], draft: str
) -> None:
    async def visit(client: httpx.AsyncClient) -> None:
        saved = (await post(client, draft, rev=1, changes=[insert(POLL)])).json()
        other = (await get(client, draft, session=TWO)).json()
        assert other["editor"] == {"mine": False, "since": saved["saved_at"]}
        refused = await post(client, draft, session=TWO, rev=2, changes=[insert(POLL)])
        assert (refused.status_code, refused.json()["editor"]["mine"]) == (409, False)
        answer = await client.post(f"{draft}/editor?kieli=fi", json={"session": TWO})
        check(answer, "POST", "/workshops/{workshop}/draft/editor")
        assert answer.json()["editor"]["mine"]
        first = await get(client, draft, rev=2)
        assert first.json()["editor"]["mine"] is False, "the first one hears it at its next request"
        assert (await post(client, draft, rev=3, changes=[insert(POLL)])).status_code == 409
        assert (await post(client, draft, session=TWO, rev=3, changes=[insert(POLL)])).status_code == 200

    ask(visit)


def test_a_room_is_started_once_and_only_without_faults(ask: Callable[..., Any], draft: str, running: Service) -> None:
    rooms = draft.replace("/draft", "/rooms")

    async def start(client: httpx.AsyncClient, press: str) -> httpx.Response:
        answer = await client.post(f"{rooms}?kieli=fi", json={}, headers={"Press-Id": press})
        check(answer, "POST", "/workshops/{workshop}/rooms")
        return answer

    async def visit(client: httpx.AsyncClient) -> None:
        refused = await start(client, "first")
        assert (refused.status_code, refused.json()["error"]) == (409, "draft_faults")
        await post(client, draft, rev=1, changes=[insert(POLL)])
        codes = [(await start(client, "second")).json()["code"] for _ in range(2)]
        assert codes[0] == codes[1]
        assert [room.code for room in running.rooms.all()] == codes[:1]

    ask(visit)


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ({"rev": 1, "changes": []}, 422, "draft_change"),
        ({"rev": 1}, 422, "draft_change"),
        ({"rev": True, "changes": [insert(POLL)]}, 422, "draft_change"),
        ({"rev": -1, "changes": [insert(POLL)]}, 422, "draft_change"),
        ({"rev": 1, "changes": [5]}, 422, "draft_change"),
        ({"rev": 1, "changes": [{"op": "set", "path": ["quiz", "__class__"], "value": {}}]}, 422, "draft_change"),
        (
            {"rev": 1, "changes": [{"op": "set", "path": [*ITEMS, 0, "question", "fi"], "value": "x"}]},
            422,
            "draft_change",
        ),
        ({"rev": 1, "changes": [insert({**POLL, "question": {"fi": "x" * 20_001}})]}, 422, "draft_text"),
        ({"rev": 1, "changes": [insert(POLL)] * 501}, 422, "draft_rows"),
        ({"rev": 1, "session": "", "changes": [insert(POLL)]}, 422, "draft_session"),
        ({"rev": 1, "session": None, "changes": [insert(POLL)]}, 422, "draft_session"),
    ],
)
def test_a_refused_change_is_told_in_a_sentence(
    ask: Callable[..., Any], draft: str, body: dict[str, Any], status: int, error: str
) -> None:
    async def visit(client: httpx.AsyncClient) -> tuple[httpx.Response, httpx.Response]:
        return await post(client, draft, **body), await get(client, draft, rev=1)

    answer, unchanged = ask(visit)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert answer.json()["message"].endswith(".")
    assert unchanged.status_code == 204


def test_another_sites_page_an_unknown_workshop_and_a_built_in_one_are_refused(
    ask: Callable[..., Any], draft: str
) -> None:
    async def visit(client: httpx.AsyncClient) -> list[httpx.Response]:
        sent = {"session": ONE, "rev": 1, "changes": [insert(POLL)]}
        return [
            await client.post(draft, json=sent, headers={"Origin": "https://elsewhere.example"}),
            await client.post(draft, content="{", headers={"Content-Type": "application/json"}),
            await get(client, "/workshops/ei-ole/draft"),
            await client.post("/workshops/x%00%F0/rooms?kieli=fi", json={}),
            await get(client, "/workshops/built_in/draft"),
        ]

    answers = [(answer.status_code, answer.json()["error"]) for answer in ask(visit)]
    unknown = (404, "workshop_unknown")
    assert answers == [(403, "origin"), (415, "json"), unknown, unknown, (403, "workshop_read_only")]
