"""What a facilitator sees at a glance: the time that is left, the note, other open desks, and whether all is well."""

from babel.dates import format_time

from server import clock
from server.usecases.desk import DeskActivity
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import DeskOverview
from server.usecases.desk_view.stage import Stage

MINUTE_MS = 60_000
LONGEST_MS = 8 * 60 * MINUTE_MS
"""A question that was opened earlier than this is of another day."""


def overview_part(ctx: DeskViewContext, stage: Stage) -> DeskOverview:
    facts = [ctx.text("overview.phones", n=stage.phones), _last_answer(ctx, stage), _store(ctx, stage)]
    return {
        "item": _item_time(ctx),
        "programme": _programme_time(ctx),
        "share": _share_left(ctx),
        "note_title": ctx.text("overview.note"),
        "note": ctx.chosen.model.speaker_note,
        "desks": ctx.text("overview.desks", n=stage.desks) if stage.desks > 1 else "",
        "health": " · ".join(facts),
        "is_well": stage.problem is None,
    }


def _left_ms(activity: DeskActivity, now: int) -> int | None:
    """What is left of the time that was planned for an item, negative over it; None where none was planned."""
    minutes = activity.model.minutes
    if minutes is None:
        return None
    opened_at = activity.opened_at
    elapsed = 0 if opened_at is None or now - opened_at > LONGEST_MS else max(0, now - opened_at)
    return minutes * MINUTE_MS - elapsed


def _minutes(left_ms: int) -> int:
    return -(-left_ms // MINUTE_MS)


def _item_time(ctx: DeskViewContext) -> str:
    left_ms, planned = _left_ms(ctx.chosen, ctx.now), ctx.chosen.model.minutes
    if left_ms is None or ctx.desk.current is None:
        return ""
    if left_ms <= -MINUTE_MS:
        return ctx.text("overview.item_over", n=-left_ms // MINUTE_MS, planned=planned)
    return ctx.text("overview.item_left", n=max(0, _minutes(left_ms)), planned=planned)


def _programme_time(ctx: DeskViewContext) -> str:
    """The planned time of what is on and of all that follows, and when that ends."""
    total = _programme_left_ms(ctx)
    if total is None:
        return ""
    return ctx.text("overview.programme_left", n=_minutes(total), time=_time(ctx, ctx.now + total))


def _programme_left_ms(ctx: DeskViewContext) -> int | None:
    activities = ctx.desk.activities
    place = activities.index(ctx.chosen)
    left = [_left_ms(ctx.chosen, ctx.now), *(_planned_ms(activity) for activity in activities[place + 1 :])]
    planned = [max(0, part) for part in left if part is not None]
    return sum(planned) if planned else None


def _share_left(ctx: DeskViewContext) -> float | None:
    left, planned = _programme_left_ms(ctx), sum(_planned_ms(activity) or 0 for activity in ctx.desk.activities)
    return None if left is None or not planned else round(min(1.0, left / planned), 2)


def _planned_ms(activity: DeskActivity) -> int | None:
    minutes = activity.model.minutes
    return None if minutes is None else minutes * MINUTE_MS


def _last_answer(ctx: DeskViewContext, stage: Stage) -> str:
    if stage.last_answer_at is None:
        return ctx.text("overview.no_answers")
    return ctx.text("overview.last_answer", time=_time(ctx, stage.last_answer_at))


def _store(ctx: DeskViewContext, stage: Stage) -> str:
    return ctx.text("overview.store_well" if stage.problem is None else "overview.store_ill")


def _time(ctx: DeskViewContext, moment: int) -> str:
    """The clock time in Helsinki, to the minute."""
    return str(format_time(clock.local(moment), "short", locale=ctx.lang))
