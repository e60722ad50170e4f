"""What the editor's tabs ask of the server: the quiz's balance, the worked cases, the examples' files."""

from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from server.service import Service
from server.settings import Settings
from server.web.draft_rules_routes import DraftRulesRoutes
from server.web.example_file_routes import ExampleFileRoutes
from tests.conftest import ROOT, run_alone
from tests.hostile.openapi import check

SESSION = "first-session"
Visit = Callable[[httpx.AsyncClient], Coroutine[Any, Any, Any]]
PATHS = ("balance", "cases", "examples.csv", "examples.xlsx")


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Service]:
    service = Service(Settings(home=tmp_path, password="lupa", data=ROOT / "data"))
    service.workshops.renew()
    yield service
    service.close()


@pytest.fixture
def workshop(running: Service) -> str:
    return running.workshops.add(running.content.document)


@pytest.fixture
def ask(running: Service) -> Callable[..., Any]:
    hub = running.hub
    routes = [*DraftRulesRoutes(running, hub).routes(""), *ExampleFileRoutes(running, hub).routes("")]

    def run(visit: Visit, *, signed_in: bool = True) -> Any:
        async def visited() -> Any:
            transport = httpx.ASGITransport(app=Starlette(routes=routes))
            async with httpx.AsyncClient(transport=transport, base_url="http://propelli.test") as client:
                if signed_in:
                    client.cookies.set(running.cookies.organiser, running.access.sign_in("lupa"))
                return await visit(client)

        return run_alone(visited())

    return run


async def get(client: httpx.AsyncClient, workshop: str, name: str) -> httpx.Response:
    answer = await client.get(f"/workshops/{workshop}/draft/{name}?kieli=fi")
    check(answer, "GET", f"/workshops/{{workshop}}/draft/{name}")
    return answer


async def post(client: httpx.AsyncClient, workshop: str, data: bytes) -> httpx.Response:
    headers = {"Content-Type": "application/octet-stream"}
    query = {"session": SESSION, "kieli": "fi"}
    answer = await client.post(f"/workshops/{workshop}/draft/examples", params=query, content=data, headers=headers)
    check(answer, "POST", "/workshops/{workshop}/draft/examples")
    return answer


def test_nobody_but_the_organiser_is_told_anything(ask: Callable[..., Any], workshop: str) -> None:
    async def visit(client: httpx.AsyncClient) -> list[int]:
        answers = [await get(client, workshop, name) for name in PATHS]
        answers.append(await post(client, workshop, b"x"))
        return [answer.status_code for answer in answers]

    assert ask(visit, signed_in=False) == [403] * 5


def test_the_balance_and_the_cases_follow_the_draft(running: Service, ask: Callable[..., Any], workshop: str) -> None:
    changes = [
        {"op": "set", "path": ["quiz", "questions", 0, "options", 0, "points"], "value": {"efficiency_freak": 10}},
        {"op": "set", "path": ["criteria", "verdicts", 0, "below"], "value": {"novelty": 4}},
    ]

    async def visit(client: httpx.AsyncClient) -> list[dict[str, Any]]:
        answers = [(await get(client, workshop, name)).json() for name in ("balance", "cases")]
        running.editing.change(workshop, SESSION, 0, changes)
        return answers + [(await get(client, workshop, name)).json() for name in ("balance", "cases")]

    balance, cases, balance_after, cases_after = ask(visit)
    assert sum(balance["shares"].values()) == pytest.approx(1)
    assert balance_after["shares"]["efficiency_freak"] > balance["shares"]["efficiency_freak"] + 0.1
    assert cases["cases"][0]["worst"] != cases_after["cases"][0]["worst"] == "promising_idea"
    assert (balance["rev"], balance_after["rev"]) == (0, 1)


def test_a_workshop_without_the_parts_has_nothing_to_count(running: Service, ask: Callable[..., Any]) -> None:
    blank = running.new_workshops.empty("Kylät", "fi")

    async def visit(client: httpx.AsyncClient) -> list[httpx.Response]:
        return [await get(client, blank, name) for name in PATHS]

    balance, cases, table, workbook = ask(visit)
    assert balance.json()["shares"] == {}
    assert cases.json()["cases"] == []
    assert (table.status_code, workbook.status_code) == (422, 422)


def test_a_file_is_taken_or_its_faults_are_told_in_plain_words(ask: Callable[..., Any], workshop: str) -> None:
    async def visit(client: httpx.AsyncClient) -> list[httpx.Response]:
        table = (await get(client, workshop, "examples.csv")).content
        wrong = table.replace(b"Kunta;", "Kylä;".encode())
        return [await post(client, workshop, data) for data in (table, wrong, b"", b"PK\x03\x04broken")]

    right, wrong, empty, broken = ask(visit)
    assert right.json() == {"n": 14}
    assert wrong.status_code == empty.status_code == broken.status_code == 422
    assert "Alueen laji" in wrong.json()["faults"][0]
    assert empty.json()["faults"]


def test_the_editor_is_told_how_each_part_begins(running: Service, workshop: str) -> None:
    from server.usecases.editor_payloads import EditorPayloads

    payloads = EditorPayloads(running.drafts, running.editing, "")
    state = payloads.state(running.editing.draft(workshop), SESSION, running.texts("fi"))
    assert set(state["forms"]) == {"assessment", "quiz", "pages", "details"}
    for part in ("assessment", "quiz", "examples"):
        for step in ("end", "begin"):
            rev = running.example_editing.revision(workshop)
            running.editing.change(workshop, SESSION, rev, state["part_changes"][part][step])
    document = running.editing.draft(workshop).document
    assert document["criteria"]["verdicts"]
    assert document["quiz"]["types"]
    assert document["workshop"]["vocabularies"]["themes"]
