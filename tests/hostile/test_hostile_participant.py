"""A hostile participant: floods, forged cookies, guesses, other people's answers, words that are code."""

import re
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from server.service import Service
from server.settings import Settings
from tests.conftest import Server, eventually
from tests.server.api_client import OpenRoom

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def room(server: Server) -> Iterator[OpenRoom]:
    open_room = OpenRoom(server)
    yield open_room
    open_room.close()


def test_one_phone_that_sends_a_thousand_answers_keeps_three_and_others_answer_on(room: OpenRoom) -> None:
    flood, other = room.phone(), room.phone()
    round_id = flood.state()["round"]
    codes = []
    for number in range(1_000):
        codes.append(flood.send(round=round_id, words=[f"tulva {number}"]).status_code)
        if number in {500, 900}:
            assert other.send(round=round_id, words=[f"muu {number}"]).status_code == 200
    assert codes[:3] == [200] * 3
    assert set(codes[3:]) == {422, 429}
    assert codes.count(429) > 500
    eventually(lambda: flood.me()["answers"] == ["tulva 0", "tulva 1", "tulva 2"])


def _locked(server: Server, code: str, locked: bool) -> None:
    beside = Service(Settings(home=server.home, password="lupa"))
    beside.rooms.lock(code, locked=locked)
    beside.close()


def test_a_locked_room_takes_nobody_new_and_lets_those_inside_go_on(room: OpenRoom) -> None:
    answered, present = room.phone(), room.phone()
    state = answered.state()
    assert answered.send(round=state["round"], words=["ennen"]).status_code == 200
    present.state()  # has had the page open, has not answered
    _locked(room.server, room.code, locked=True)
    eventually(lambda: answered.state()["rev"] > state["rev"])
    assert answered.send(round=state["round"], words=["yhä"]).status_code == 200
    assert present.send(round=state["round"], words=["mukana"]).status_code == 200
    refused = room.phone().send(round=state["round"], words=["uusi"])
    assert (refused.status_code, refused.json()["error"]) == (403, "locked")
    assert refused.json()["message"].endswith(".")
    bare = httpx.post(f"{room.server.address}/live/{room.code}/answers", json={"round": state["round"], "words": ["x"]})
    assert bare.status_code == 403, "without a cookie everyone is new"
    _locked(room.server, room.code, locked=False)
    eventually(lambda: room.phone().send(round=state["round"], words=["uusi"]).status_code == 200)


@pytest.mark.parametrize(
    "cookie",
    ["propelli=", "propelli=x", f"propelli={'a' * 5000}", f"propelli={SCRIPT}", "propelli=../../var/secret",
     "propelli_organiser=99999999999999.00", "propelli_control_000000=x", "propelli_language=<b>"],
)  # fmt: skip
def test_a_forged_cookie_opens_nothing(room: OpenRoom, cookie: str) -> None:
    headers = {"Cookie": cookie}
    assert 'name="password"' in httpx.get(f"{room.server.address}/ohjaus?huone={room.code}", headers=headers).text
    own = httpx.get(f"{room.server.address}/live/{room.code}/me", headers=headers)
    assert (own.status_code, own.json()["answers"], own.json()["known"]) == (200, [], False)
    assert SCRIPT not in httpx.get(f"{room.server.address}/{room.code}", headers=headers).text


PATHS = [
    "/assets/../server/access.py", "/assets/..%2f..%2fvar%2fsecret", "/assets/%2e%2e/%2e%2e/etc/passwd",
    "/assets//etc/passwd", "/assets/fonts/..%5c..%5capp.py", "/assets/%00", "/static/../app.py",
    "/static/..%2f..%2f..%2f..%2fetc%2fpasswd", "/component/../app.py", "/media/../../etc/passwd",
    "/app/static/../app.py", "/assets/" + "a" * 5000, "/assets/svg", "/assets/",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_to_a_file_that_is_not_ours_to_show(server: Server, path: str) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert b"root:" not in answer
    assert b"import " not in answer.partition(b"<script")[0]
    assert int(answer.split()[1]) < 500


@pytest.mark.parametrize("field", ["koodi=123456", "kieli=sv", "huone=123456"])
def test_no_header_can_be_put_in_by_a_line_break(server: Server, field: str) -> None:
    for path in ("/liity", "/ohjaus", "/vastaa"):
        answer = httpx.get(f"{server.address}{path}?{field}%0d%0aSet-Cookie:%20evil=1%0d%0aX-Evil:%201")
        assert "x-evil" not in answer.headers
        assert "evil=1" not in "".join(answer.headers.get_list("set-cookie"))


def test_guesses_keep_neither_the_facilitator_nor_the_organiser_out(own_server: Server) -> None:
    room = OpenRoom(own_server)
    with httpx.Client(base_url=own_server.address, timeout=60) as guest:
        for number in range(30):
            assert guest.get(f"/ohjaa/{room.code}/guess{number}").status_code == 403
        with ThreadPoolExecutor(16) as guesses:
            responses = list(guesses.map(lambda n: guest.post("/ohjaus", data={"password": f"arvaus {n}"}), range(32)))
        assert {response.status_code for response in responses} == {403}
        assert "organiser" not in str(guest.cookies)
        assert guest.get(room.links.control).status_code == 303
        signed = guest.post("/ohjaus", data={"password": "lupa"})
        assert signed.status_code == 303
        assert "propelli_organiser" in signed.cookies


def test_nobody_reads_anothers_answers(room: OpenRoom) -> None:
    victim, thief = room.phone(), room.phone()
    round_id = victim.state()["round"]
    victim.send(round=round_id, words=["salaisuus"])
    token = victim.client.cookies["propelli"]
    bodies = [
        thief.client.get(f"/live/{room.code}/me{query}").text
        for query in ("", "?participant=1", "?id=1", f"?round={round_id}", "?propelli=x")
    ]
    bodies += [thief.client.get(f"/live/{room.code}/me", headers={"X-Participant": token}).text]
    bodies += [
        thief.client.get(f"/live/{room.code}/{name}").text for name in ("answers", "results", "me/1", "answers/1")
    ]
    assert not any("salaisuus" in text for text in bodies)
    file = room.server.home / "viety.csv"
    room.run("export", "--to", str(file))
    assert token not in file.read_text("utf-8")


@pytest.mark.parametrize("words", [SCRIPT, "</script>" + SCRIPT, '"><img src=x onerror=alert(1)>', "{{7*7}}${7*7}"])
def test_words_that_are_code_are_words(room: OpenRoom, words: str) -> None:
    phone = room.phone()
    answer = phone.send(round=phone.state()["round"], words=[words[:40]])
    assert answer.headers["content-type"].startswith("application/json")
    own = phone.client.get(f"/live/{room.code}/me")
    assert own.headers["content-type"].startswith("application/json")
    assert own.headers["x-content-type-options"] == "nosniff"


def test_a_title_that_is_code_is_a_title(server: Server) -> None:
    room = OpenRoom(server, "--title", "</script>" + SCRIPT)
    pages = [httpx.get(f"{server.address}/{path}").text for path in (room.code, f"esitys?huone={room.code}")]
    pages += [httpx.get(f"{server.address}/liity?koodi={SCRIPT}").text, httpx.get(f"{server.address}/{SCRIPT}").text]
    for page in pages:
        assert not re.search(r"<script>\s*alert", page)
