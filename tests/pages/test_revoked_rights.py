"""A right revoked while the page is open: nothing acts, nothing is shown, and the sign-in link is."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from pages.common import context as visiting
from server.service import Service
from tests.pages.test_facilitators_pages import running as running

NO_ACCESS = "Tämä sivu on ohjaajalle"
Ran = Callable[..., AppTest]


def press_page() -> None:
    import streamlit as st

    from pages.desk.press import act, note

    query = st.query_params
    st.text(str(act(query["of"], query["action"], {}, int(query["rev"]))))
    note()


def dialog_page() -> None:
    import streamlit as st

    from pages.common.rights import facilitator

    def fields() -> None:
        st.text("secret")

    facilitator(st.query_params["of"]).view(fields)()


def file_page() -> None:
    import streamlit as st

    from pages.common.rights import facilitator
    from server.access import WrongKeyError

    try:
        st.text(facilitator(st.query_params["of"]).action(lambda: "secret")())
    except WrongKeyError:
        st.text("refused")


def run(page: Callable[[], None], **query: str) -> AppTest:
    test = AppTest.from_function(page, default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
    return test.run()


def holds(running: Service, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """From now on the visitor's browser has the cookie of the room's control link as it is now."""
    key = running.access.room_key(running.rooms.get(code))
    jar = {**visiting._jar(), running.cookies.control(code): key}
    monkeypatch.setattr(visiting, "_jar", lambda: jar)


@pytest.mark.parametrize("address", ["same", "another"])
def test_a_renewed_link_ends_presses_dialogs_and_files(
    running: Service, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(visiting, "_jar", dict)
    code, own = running.rooms.create().code, running.rooms.create().code
    holds(running, monkeypatch, code)
    holds(running, monkeypatch, own)
    huone = code if address == "same" else own  # a room that the visitor may control does not help
    running.control.open(code, "word_cloud")
    press = {"huone": huone, "of": code, "action": "close", "rev": str(running.rooms.get(code).rev)}
    assert run(dialog_page, **press).text[0].value == "secret"
    assert run(file_page, **press).text[0].value == "secret"
    running.rooms.new_link(code)
    press["rev"] = str(running.rooms.get(code).rev)
    acted = run(press_page, **press)
    assert acted.text[0].value == "False"
    assert "Ohjauslinkki ei kelpaa" in acted.warning[0].value
    assert running.desks.get(code).activities[0].state == "open"
    dialog = run(dialog_page, **press)
    assert [element.value for element in dialog.text] == []
    assert NO_ACCESS in dialog.warning[0].value
    assert run(file_page, **press).text[0].value == "refused"
