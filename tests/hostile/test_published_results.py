"""Whoever tries codes at the address of results learns nothing of which rooms there are."""

import httpx
import pytest

from tests.conftest import Server
from tests.server.api_client import OpenRoom

FOREIGN = ("000001", "12345", "1234567", "٠٠٠٠٠٢")


@pytest.mark.parametrize("foreign", FOREIGN)
def test_an_unpublished_room_answers_as_one_that_is_not_there(server: Server, foreign: str) -> None:
    room = OpenRoom(server)
    headers = {"Accept-Language": "sv"}
    unpublished, unknown = (
        httpx.get(f"{server.address}/tulos/{code}", headers=headers, timeout=60) for code in (room.code, foreign)
    )
    assert unpublished.status_code == unknown.status_code == 404
    assert unpublished.content.replace(room.code.encode(), b"") == unknown.content.replace(foreign.encode(), b"")
    for answer in (unpublished, unknown):
        assert answer.headers["cache-control"] == "no-store"
        assert "set-cookie" not in answer.headers
    room.close()


@pytest.mark.parametrize("path", ["/tulos/482915/../../etc", "/tulos/%00", "/tulos/<b>", "/tulos/48291a", "/tulos/"])
def test_an_address_that_is_no_code_breaks_nothing(server: Server, path: str) -> None:
    assert httpx.get(f"{server.address}{path}", timeout=60).status_code < 500
