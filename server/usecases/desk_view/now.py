"""What is on: its state and counts, the one large button, and the steps through the programme."""

from server.usecases.desk_actions import toggle
from server.usecases.desk_view.buttons import button
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import ButtonGroup, DeskButton, DeskForm, DeskNow, DeskNumber, FormName
from server.usecases.questions import is_own


def now_part(ctx: DeskViewContext) -> DeskNow:
    chosen = ctx.chosen
    return {
        "state": chosen.state,
        "state_label": ctx.text(chosen.state),
        "locked": ctx.text("is_locked") if ctx.desk.room.locked else None,
        "question": chosen.model.question(ctx.lang),
        "numbers": _numbers(ctx),
        "clock": ctx.text("time_left"),
        "toggle": _toggle(ctx),
        "steps": _steps(ctx),
        "activity": chosen.name,
        "forms": _forms(ctx),
        "remote": _remote(ctx),
    }


def _numbers(ctx: DeskViewContext) -> list[DeskNumber]:
    chosen = ctx.chosen
    numbers: list[DeskNumber] = []
    if chosen.model.takes_answers:
        numbers.append({"label": ctx.text("answered"), "n": chosen.answered})
    numbers.append({"label": ctx.text("present"), "n": max(ctx.desk.present, chosen.answered)})
    if chosen.rounds > 1:
        numbers.append({"label": ctx.text("round_number"), "n": chosen.rounds})
    return numbers


def _toggle(ctx: DeskViewContext) -> DeskButton:
    chosen = ctx.chosen
    if any(activity.state == "open" for activity in ctx.desk.activities) and ctx.desk.room.own_pace:
        return button(ctx.text("end_own_pace"), "end_own_pace", icon="stop", kind="main large")
    opens, closes = ("open_question", "close_question") if chosen.model.takes_answers else ("show_link", "hide_link")
    if chosen.state == "open":
        label, icon = closes, "stop"
    else:
        is_again = chosen.state == "closed" and chosen.model.takes_answers
        label, icon = ("reopen_question" if is_again else opens), "play_arrow"
    return button(ctx.text(label), **toggle(chosen.state, chosen.name), icon=icon, kind="main large")


def _steps(ctx: DeskViewContext) -> ButtonGroup:
    current, following = ctx.desk.current, ctx.desk.following
    key = "first" if current is None else "next"
    ahead = ctx.text(key, title=following.model.title(ctx.lang)) if following else ctx.text("last")
    is_first = current is None or current == ctx.desk.activities[0]
    return {
        "label": "",
        "buttons": [
            button(ctx.text("previous"), "step", {"by": -1}, icon="arrow_back", disabled=is_first),
            button(ahead, "step", {"by": 1}, icon="arrow_forward", disabled=following is None),
        ],
    }


def _remote(ctx: DeskViewContext) -> DeskButton:
    """Open, close, next: what comes next, so that a phone needs one button."""
    following = ctx.desk.following
    if ctx.chosen.state != "closed" or following is None or ctx.desk.current is None:
        return _toggle(ctx)
    ahead = ctx.text("next", title=following.model.title(ctx.lang))
    return button(ahead, "step", {"by": 1}, icon="arrow_forward", kind="main large")


def _forms(ctx: DeskViewContext) -> list[DeskForm]:
    """The forms of the question that is on; what has been answered is only copied."""
    current = ctx.desk.current
    if current is None or ctx.desk.room.closed_at is not None:
        return []
    names: list[FormName] = ["copy"] if current.model.takes_answers and current.model.part is None else []
    names += ["edit"] if current.most_answered == 0 else []
    names += ["keep"] if is_own(current.name) else []
    return [{"name": name, "label": ctx.text(f"{name}_question")} for name in names]
