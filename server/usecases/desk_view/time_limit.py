"""The limits of time: of the open question, or to open it with."""

from server.usecases.desk_view.buttons import button
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import DeskTime

MINUTES = (1, 2, 5)
EXTRA_SECONDS = 30


def time_part(ctx: DeskViewContext) -> DeskTime:
    """Where time runs, the first button gives more of it and the last takes the limit away."""
    is_open = ctx.chosen.state == "open"
    action = "limit" if is_open else "count_down"
    buttons = [button(ctx.text("minutes", n=n), action, {"seconds": n * 60}) for n in MINUTES]
    seconds = {"seconds": EXTRA_SECONDS}
    if ctx.chosen.ends_at is None:
        buttons.insert(0, button(ctx.text("seconds", n=EXTRA_SECONDS), action, seconds))
    else:
        buttons.insert(0, button(ctx.text("more_seconds", n=EXTRA_SECONDS), "extend", seconds))
        buttons.append(button(ctx.text("no_limit"), "limit", {"seconds": None}))
    return {
        "label": ctx.text("time" if is_open else "time_opens"),
        "buttons": buttons,
        "own": button(ctx.text("own_time"), action),
    }
