"""The programme: every activity with its state and counts; any of them can be chosen out of order."""

from server.usecases.desk import DeskActivity
from server.usecases.desk_view.buttons import button
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import ButtonGroup, DeskButton


def programme_part(ctx: DeskViewContext) -> ButtonGroup:
    """One row an activity; what is on is marked. An ended workshop's programme is only looked at."""
    return {"label": ctx.text("programme"), "buttons": [_row(ctx, activity) for activity in ctx.desk.activities]}


def _row(ctx: DeskViewContext, activity: DeskActivity) -> DeskButton:
    is_on = ctx.desk.current is not None and activity.id == ctx.desk.current.id
    row = button(
        activity.model.title(ctx.lang),
        "choose",
        {"activity": activity.name},
        detail=_detail(ctx, activity),
        chosen=is_on,
        disabled=ctx.desk.room.closed_at is not None,
    )
    minutes = activity.model.minutes
    planned = "" if minutes is None else ctx.text("minutes", n=minutes)
    return {**row, "picture": ctx.activities.picture(f"kind_{activity.model.kind}.svg"), "minutes": planned}


def _detail(ctx: DeskViewContext, activity: DeskActivity) -> str:
    """State, people, rounds: in a few words."""
    parts = [ctx.text(activity.state)]
    if activity.answered:
        present = max(ctx.desk.present, activity.answered)
        parts.append(
            ctx.text("answered_of", n=activity.answered, present=present)
            if activity.state == "open"
            else ctx.text("answered_by", n=activity.answered)
        )
    if activity.rounds > 1:
        parts.append(ctx.text("rounds", n=activity.rounds))
    return " · ".join(parts)
