"""The organiser's list and its routes: what it tells, and what each way to a new workshop makes of what it is sent."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import openpyxl
import pytest

from server.service import Service
from server.settings import Settings
from server.usecases.drafts import DraftFaultsError
from server.usecases.workshop_files import zipped
from server.usecases.written_workshops import MAX_FILE_BYTES
from tests.conftest import ROOT, Server, eventually
from tests.hostile.openapi import check
from workshop.content.loader import load

LINES = "Mistä tulet? 2 min\n- Kunta\n- Järjestö\nMitä se sinulle merkitsee? 5 min"


@pytest.fixture(scope="module")
def beside(server: Server) -> Iterator[Service]:
    service = Service(Settings(home=server.home, password="lupa"))
    yield service
    service.close()


@pytest.fixture(scope="module")
def organiser(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.address, timeout=30) as client:
        client.post("/ohjaus", data={"password": "lupa"})
        yield client


def listed(client: httpx.Client, workshop: str) -> dict[str, Any]:
    answer = client.get("/workshops?kieli=fi")
    check(answer, "GET", "/workshops")
    card: dict[str, Any] = next(card for card in answer.json()["workshops"] if card["id"] == workshop)
    return card


def post(client: httpx.Client, path: str, body: object, named: str) -> httpx.Response:
    answer = client.post(f"{path}?kieli=fi", json=body)
    check(answer, "POST", named)
    return answer


def new_workshop(client: httpx.Client, **body: object) -> str:
    return str(post(client, "/workshops", body, "/workshops").json()["id"])


def test_lines_become_a_workshop_that_can_be_held(organiser: httpx.Client) -> None:
    workshop = new_workshop(organiser, title="Kylät", lines=LINES)
    card = listed(organiser, workshop)
    assert card["title"] == "Kylät"
    assert card["facts"] == ["2 kohtaa", "7 min", "suomi", "ei vielä pidetty"]
    assert [item["kind"] for item in card["items"]] == ["choice", "words"]
    assert card["fault"] is None
    code = post(organiser, f"/workshops/{workshop}/rooms", {}, "/workshops/{workshop}/rooms").json()["code"]
    rooms = listed(organiser, workshop)["rooms"]
    assert [(room["code"], room["open"], room["title"]) for room in rooms] == [(code, True, "")]


def test_an_empty_one_says_what_it_lacks(organiser: httpx.Client) -> None:
    fault = listed(organiser, new_workshop(organiser, title="Tyhjä"))["fault"]
    assert fault["title"] == "Korjaa ennen aloittamista 1 kohta."


def test_the_list_tells_a_fault_with_the_item_that_has_it(organiser: httpx.Client) -> None:
    workshop = new_workshop(organiser, title="Vajaa", lines="Miksi?\nMikä? (valitse yksi)\n- Tämä")
    assert listed(organiser, workshop)["fault"]["text"].startswith("Kohta 2: ")


def test_a_fault_that_several_places_have_alike_is_told_once(organiser: httpx.Client) -> None:
    workshop = new_workshop(organiser, title="Vajaa", lines=LINES)
    options = {"op": "set", "path": ["workshop", "activities", 0, "options"], "value": [{"label": {}}] * 2}
    change = {"session": "a", "rev": 1, "changes": [options]}
    assert organiser.post(f"/workshops/{workshop}/draft?kieli=fi", json=change).status_code == 200
    fault = listed(organiser, workshop)["fault"]
    assert fault["title"] == "Korjaa ennen aloittamista 2 kohtaa."
    assert fault["text"].count("Kohta 1:") == 1


def test_the_editor_gets_lines_as_items_in_the_workshops_language(organiser: httpx.Client) -> None:
    body = {"text": "Var bor du?\n- I byn\n- I staden", "items_in": "sv"}
    (item,) = post(organiser, "/workshops/lines", body, "/workshops/lines").json()["items"]
    assert item["question"] == {"sv": "Var bor du?"}
    assert [option["label"] for option in item["options"]] == [{"sv": "I byn"}, {"sv": "I staden"}]
    assert "items" not in post(organiser, "/workshops/lines", {"text": "Miksi?"}, "/workshops/lines").json()


def test_lines_without_a_question_are_refused(organiser: httpx.Client) -> None:
    answer = post(organiser, "/workshops", {"title": "x", "lines": "kahvi"}, "/workshops")
    assert (answer.status_code, answer.json()["error"]) == (422, "no_lines")


def test_lines_are_shown_as_what_they_become_and_a_change_is_written_into_them(organiser: httpx.Client) -> None:
    sent = {"text": f"tauko\n{LINES}", "change": {"line": 2, "form": "multiple"}}
    lines = post(organiser, "/workshops/lines", sent, "/workshops/lines").json()
    assert lines["changed"]
    assert "(valitse useita)" in lines["text"]
    assert [question["form"] for question in lines["questions"]] == ["multiple", "words"]
    assert [leftover["line"] for leftover in lines["leftovers"]] == [1]
    shortened = post(
        organiser, "/workshops/lines", {**sent, "change": {"line": 1, "form": None}}, "/workshops/lines"
    ).json()
    assert (shortened["text"], shortened["leftovers"]) == (LINES, [])


def upload(client: httpx.Client, data: bytes) -> httpx.Response:
    answer = client.post("/workshops/files?kieli=fi", content=data)
    check(answer, "POST", "/workshops/files")
    return answer


def test_a_downloaded_workshop_is_taken_back(organiser: httpx.Client) -> None:
    answer = organiser.get("/workshops/library/files.zip?kieli=fi")
    check(answer, "GET", "/workshops/{workshop}/files.zip")
    workshop = upload(organiser, answer.content).json()["id"]
    assert listed(organiser, workshop)["items"] == listed(organiser, "library")["items"]


def test_a_filled_in_workbook_is_taken_and_its_faults_are_told_by_row(organiser: httpx.Client) -> None:
    answer = organiser.get("/workshops/questions.xlsx?kieli=sv")
    check(answer, "GET", "/workshops/questions.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    book.worksheets[0].append(["Varför?", None, None, "fem"])
    target = io.BytesIO()
    book.save(target)
    refused = upload(organiser, target.getvalue())
    assert refused.status_code == 422
    assert refused.json()["faults"] == [
        "Rivi 2: Minuutit ”fem” ei kelpaa. Kirjoita kokonaisluku, enintään 480, tai jätä solu tyhjäksi."
    ]
    book.worksheets[0]["D2"] = 5
    book.save(target := io.BytesIO())
    workshop = upload(organiser, target.getvalue()).json()["id"]
    assert listed(organiser, workshop)["facts"][:2] == ["1 kohta", "5 min"]


def test_faults_of_a_zip_are_those_of_the_check(organiser: httpx.Client, tmp_path: Path) -> None:
    document = load(ROOT / "data" / "examples" / "library").document
    path = tmp_path / "own.zip"
    path.write_bytes(zipped(document))
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["workshop.yaml"] = files["workshop.yaml"].replace(b"max_answers: 2", b"max_answers: kaksi", 1)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    refused = upload(organiser, path.read_bytes())
    assert refused.status_code == 422
    assert any("max_answers" in fault and "Tässä pitää olla luku" in fault for fault in refused.json()["faults"])


@pytest.mark.parametrize("data", [b"", b"a", b"PK\x03\x04" + b"x" * 50])
def test_what_is_no_workshop_is_refused_with_a_sentence(organiser: httpx.Client, data: bytes) -> None:
    answer = upload(organiser, data)
    assert (answer.status_code, answer.json()["faults"]) == (422, [])


def test_a_file_that_is_too_large_is_refused_unread(organiser: httpx.Client) -> None:
    answer = upload(organiser, b"x" * (MAX_FILE_BYTES + 1))
    assert (answer.status_code, answer.json()["error"]) == (413, "upload_size")


def test_a_large_file_in_pieces_is_refused_while_it_comes(organiser: httpx.Client) -> None:
    answer = organiser.post("/workshops/files", content=(b"x" * 65_536 for _ in range(70)))
    assert answer.status_code == 413


def test_a_copy_can_be_put_away_and_brought_back(organiser: httpx.Client) -> None:
    copy = post(organiser, "/workshops/built_in/copy", {}, "/workshops/{workshop}/copy").json()["id"]
    assert str(listed(organiser, copy)["title"]).endswith("(kopio)")
    for archived in (True, False):
        post(organiser, f"/workshops/{copy}/archive", {"archived": archived}, "/workshops/{workshop}/archive")
        assert listed(organiser, copy)["archived"] is archived


def delete(client: httpx.Client, workshop: str) -> httpx.Response:
    return post(client, f"/workshops/{workshop}/delete", {}, "/workshops/{workshop}/delete")


def ids(client: httpx.Client) -> set[str]:
    return {card["id"] for card in client.get("/workshops").json()["workshops"]}


def test_a_workshop_of_ones_own_is_deleted_unless_its_rooms_show_it(organiser: httpx.Client, server: Server) -> None:
    workshop = new_workshop(organiser, title="Poistettava", lines=LINES)
    code = post(organiser, f"/workshops/{workshop}/rooms", {}, "/workshops/{workshop}/rooms").json()["code"]
    refused = delete(organiser, workshop)
    assert (refused.status_code, refused.json()["error"]) == (409, "workshop_held")
    assert httpx.get(f"{server.address}/live/{code}/state").status_code == 200
    post(organiser, f"/live/{code}/delete", {"code": code}, "/live/{code}/delete")
    assert delete(organiser, workshop).status_code == 200
    assert workshop not in ids(organiser)
    assert delete(organiser, workshop).status_code == 404
    assert organiser.get(f"/workshops/{workshop}/draft").status_code == 404


def test_what_comes_with_the_program_is_not_deleted(organiser: httpx.Client) -> None:
    assert delete(organiser, "built_in").status_code == 403
    assert "built_in" in ids(organiser)


def test_a_deleted_workshop_leaves_the_front_page_to_the_built_in_one(organiser: httpx.Client, beside: Service) -> None:
    workshop = new_workshop(organiser, title="Hetken edessä", lines=LINES)
    post(organiser, f"/workshops/{workshop}/front", {}, "/workshops/{workshop}/front")
    assert delete(organiser, workshop).status_code == 200
    assert listed(organiser, "built_in")["front"]
    eventually(lambda: beside.content_of(None) is beside.content)


def test_the_chosen_workshop_is_shown_where_there_is_no_room(organiser: httpx.Client, beside: Service) -> None:
    workshop = new_workshop(organiser, title="Etusivun työpaja", lines=LINES)
    post(organiser, f"/workshops/{workshop}/front", {}, "/workshops/{workshop}/front")
    assert listed(organiser, workshop)["front"]
    eventually(lambda: beside.content_of(None).title("fi") == "Etusivun työpaja")
    assert not beside.content_of(None).has_page("/testi")
    eventually(lambda: "Etusivun työpaja" in organiser.get("/liity?kieli=fi").text)
    room = beside.rooms.create()
    assert room.code in beside.projector.page(room.code, room, "", "fi", keys=False)["addresses"]["closing"]
    post(organiser, f"/workshops/{workshop}/archive", {"archived": True}, "/workshops/{workshop}/archive")
    eventually(lambda: beside.content_of(None) is beside.content)
    post(organiser, "/workshops/built_in/front", {}, "/workshops/{workshop}/front")


def test_what_cannot_be_held_is_not_shown_first(organiser: httpx.Client, beside: Service) -> None:
    empty = new_workshop(organiser, title="Tyhjä")
    answer = post(organiser, f"/workshops/{empty}/front", {}, "/workshops/{workshop}/front")
    assert (answer.status_code, answer.json()["error"]) == (409, "draft_faults")
    with pytest.raises(DraftFaultsError):
        beside.front_page.choose(empty)


def test_a_room_is_copied_and_deleted_by_its_code(organiser: httpx.Client, server: Server) -> None:
    code = server.new_room().code
    copy = post(organiser, f"/live/{code}/copy", {}, "/live/{code}/copy").json()["code"]
    wrong = post(organiser, f"/live/{copy}/delete", {"code": code}, "/live/{code}/delete")
    assert (wrong.status_code, wrong.json()["error"]) == (422, "room_code")
    written = f"{copy[:3]} {copy[3:]}"
    assert post(organiser, f"/live/{copy}/delete", {"code": written}, "/live/{code}/delete").status_code == 200
    rooms = [room["code"] for card in organiser.get("/workshops").json()["workshops"] for room in card["rooms"]]
    assert code in rooms
    assert copy not in rooms


ROUTES = [
    ("GET", "/workshops"), ("POST", "/workshops"), ("POST", "/workshops/lines"), ("POST", "/workshops/files"),
    ("GET", "/workshops/questions.xlsx"), ("GET", "/workshops/{workshop}/files.zip"),
    ("POST", "/workshops/{workshop}/copy"), ("POST", "/workshops/{workshop}/archive"),
    ("POST", "/workshops/{workshop}/delete"),
    ("POST", "/workshops/{workshop}/front"), ("POST", "/live/{code}/copy"), ("POST", "/live/{code}/delete"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_nobody_else_gets_anything(server: Server, method: str, path: str) -> None:
    room = server.new_room()
    with httpx.Client(base_url=server.address) as facilitator:
        facilitator.get(room.control.removeprefix(server.address))
        address = path.format(workshop="library", code=room.code)
        answer = facilitator.request(method, address, json={"code": room.code} if method == "POST" else None)
        check(answer, method, path)
        assert (answer.status_code, answer.json()["error"]) == (403, "organiser")


@pytest.mark.parametrize("path", [path for method, path in ROUTES if method == "POST"])
def test_another_sites_page_changes_nothing(organiser: httpx.Client, server: Server, path: str) -> None:
    code = server.new_room().code
    address = path.format(workshop="library", code=code)
    answer = organiser.post(address, json={"code": code, "text": ""}, headers={"Origin": "https://example.org"})
    assert (answer.status_code, answer.json()["error"]) == (403, "origin")


def test_the_organisers_words_are_no_markup(organiser: httpx.Client) -> None:
    workshop = new_workshop(organiser, title="<b>Lihava</b>", lines="<script>alert(1)</script>?")
    assert listed(organiser, workshop)["title"] == "<b>Lihava</b>"
