"""The API's document matches the routes, and what the server answers whatever it is sent."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT, Server
from tests.hostile.openapi import check, operations
from tests.server.api_client import OpenRoom, Phone

ROUTES = """
import json, app
routes = [(method, route.path) for route in app.app._user_routes for method in route.methods if method != "HEAD"]
print(json.dumps(routes))
"""
RELAXED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)

TOKENS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=20, max_size=64)
CODES = st.text(
    st.characters(codec="utf-8", exclude_characters="/?#\\.", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12
)


def test_the_document_names_the_routes_and_nothing_else(tmp_path: Path) -> None:
    environment = {**os.environ, "PROPELLI_HOME": str(tmp_path), "PROPELLI_METRICS": "1", "PROPELLI_PASSWORD": "lupa"}
    printed = subprocess.run(
        [sys.executable, "-c", ROUTES], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout
    routes = {(method, re.sub(r":\w+}", "}", path)) for method, path in json.loads(printed.splitlines()[-1])}
    assert routes == operations()


@pytest.fixture(scope="module")
def room(server: Server) -> Iterator[OpenRoom]:
    open_room = OpenRoom(server)
    yield open_room
    open_room.close()


@pytest.fixture(scope="module")
def phone(room: OpenRoom) -> Phone:
    """One phone for all: a client is dear to make."""
    return room.phone()


@pytest.fixture(scope="module")
def round_id(phone: Phone) -> str:
    return str(phone.state()["round"])


_FIELDS = dict.fromkeys(("round", "words", "choices", "form"), ANYTHING)


@RELAXED
@given(body=st.fixed_dictionaries({}, optional=_FIELDS), right_round=st.booleans(), token=TOKENS)
def test_any_body_gets_an_answer_that_the_document_names(
    room: OpenRoom, phone: Phone, round_id: str, body: dict[str, Any], right_round: bool, token: str
) -> None:
    raw = json.dumps({**body, "round": round_id} if right_round else body)
    phone.client.cookies.clear()
    headers = {"Content-Type": "application/json", "X-Participant": token}
    answer = phone.client.post(f"/live/{room.code}/answers", content=raw, headers=headers)
    check(answer, "POST", "/live/{code}/answers")


@RELAXED
@given(
    raw=st.binary(max_size=5000), kind=st.sampled_from(["application/json", "text/plain", "application/json; x=y", ""])
)
def test_any_bytes_get_an_answer_that_the_document_names(room: OpenRoom, phone: Phone, raw: bytes, kind: str) -> None:
    phone.client.cookies.clear()
    answer = phone.client.post(f"/live/{room.code}/answers", content=raw, headers={"Content-Type": kind})
    check(answer, "POST", "/live/{code}/answers")


@RELAXED
@given(
    code=CODES, what=st.sampled_from(["/me", "/results"]), cookie=st.text("abÅ;='_-", max_size=40),
    lang=st.sampled_from(["sv", "xx", "<b>"]),
)  # fmt: skip
def test_any_code_cookie_and_language_get_an_answer(
    room: OpenRoom, phone: Phone, code: str, what: str, cookie: str, lang: str
) -> None:
    phone.client.cookies.clear()
    headers = {b"Cookie": f"propelli={cookie}".encode(), b"X-Participant": cookie.encode()}
    for chosen in (code, room.code):
        path = httpx.URL(room.server.address).copy_with(path=f"/live/{chosen}{what}", query=f"kieli={lang}".encode())
        check(phone.client.get(path, headers=headers), "GET", "/live/{code}" + what)


@pytest.mark.parametrize(
    "path", ["/vastaa", "/liity", "/ohjaus", "/healthz", "/live/000000/me", "/assets/x", "/{code}"]
)
def test_every_answer_carries_the_headers_that_protect_a_browser(room: OpenRoom, path: str) -> None:
    answer = httpx.get(room.server.address + path.format(code=room.code))
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
