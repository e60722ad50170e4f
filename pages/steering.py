"""What the facilitator's keys do, on the desk and on the projector alike."""

from pages.visit import Visit


def steer(seen: Visit, code: str, press: str) -> None:
    """Carries out `toggle`, `next`, `previous` or `results` on the room as it is now. Raises PropelliError."""
    desk, control = seen.service.desks.of(code), seen.service.control
    chosen = desk.current or desk.activities[0]
    if press == "toggle" and chosen.state == "open":
        control.close(code)
    elif press == "toggle":
        control.open(code, chosen.name)
    elif press in {"next", "previous"}:
        control.step(code, 1 if press == "next" else -1)
    elif press == "results":
        control.show(code, "question" if desk.room.view == "results" else "results")
