"""Questions at one's own pace at the desk: how many have answered each, and until when they may."""

from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import DeskOwnPace
from server.usecases.spoken_moment import spoken_moment


def own_pace_part(ctx: DeskViewContext) -> DeskOwnPace | None:
    """Nothing where one question at a time is asked of all."""
    if not ctx.desk.room.own_pace:
        return None
    listed = [activity for activity in ctx.desk.activities if activity.is_unclosed]
    ends = [activity.ends_at for activity in listed if activity.ends_at is not None]
    is_open = any(activity.state == "open" for activity in listed)
    until = spoken_moment(min(ends), ctx.activities.content.texts[ctx.lang]) if ends else ""
    note = ("own_pace_until" if until else "own_pace_on") if is_open else "own_pace_over"
    return {
        "title": ctx.text("own_pace"),
        "note": ctx.text(note, until=until),
        "items": [
            {"question": activity.model.title(ctx.lang), "answered": ctx.text("answered_by", n=activity.answered)}
            for activity in listed
        ],
    }
