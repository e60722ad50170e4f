"""An ended workshop at the desk: its results come before anything else."""

from server.usecases.desk_view.buttons import button
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import DeskEnded


def ended_part(ctx: DeskViewContext) -> DeskEnded:
    return {
        "title": ctx.text("ended"),
        "help": ctx.text("ended_help"),
        "link": ctx.text("open_results"),
        "href": f"{ctx.activities.base}/tulokset?huone={ctx.desk.room.code}",
        "button": button(ctx.text("reopen"), "reopen", icon="play_arrow"),
    }
