"""The projector: the room's question, its joining address and the live result."""

import streamlit as st

from components.screen import screen
from pages.visit import Visit, visit
from workshop.errors import PropelliError

LOOK_EVERY_SECONDS = 0.5

seen = visit()


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def live(code: str) -> None:
    """One look at the room; the component changes only what has changed."""
    data = seen.service.screen.data(code, seen.address, seen.lang, keys=seen.may_control)
    pressed = screen(data, key=f"screen_{code}")
    if pressed is not None and seen.may_control:
        act(seen, code, pressed)


def act(seen: Visit, code: str, pressed: str) -> None:
    """A key that the facilitator pressed on the projector: the same as on the desk."""
    desk, control = seen.service.desks.of(code), seen.service.control
    chosen = desk.current or desk.activities[0]
    try:
        if pressed == "toggle" and chosen.state == "open":
            control.close(code)
        elif pressed == "toggle":
            control.open(code, chosen.name)
        elif pressed in {"next", "previous"}:
            control.step(code, 1 if pressed == "next" else -1)
        elif pressed == "results":
            control.show(code, "question" if desk.room.view == "results" else "results")
    except PropelliError as error:
        st.toast(seen.service.sentence(error, seen.lang))


if seen.room is None:
    st.title(seen.text("app.pages.screen"), anchor=False)
    st.warning(seen.text("errors.room"))
else:
    live(seen.room.code)
