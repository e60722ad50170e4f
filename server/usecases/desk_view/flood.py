"""A flood of answers at the desk: what is seen, what can be done, and what was done that can be undone."""

from babel.dates import format_time

from server import clock
from server.store.rows import Withdrawal
from server.usecases.desk_view.buttons import button
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import DeskFlood, WithdrawnAnswers
from server.usecases.floods import Flood, Floods


def flood_part(ctx: DeskViewContext, floods: Floods) -> DeskFlood | None:
    """Nothing where nothing is unusual and nothing is taken out."""
    room = ctx.desk.room
    flood, withdrawals = floods.detect(room), floods.withdrawn(room)
    if flood is None and not withdrawals:
        return None
    part: DeskFlood = {"title": "", "text": "", "buttons": [], "help": "", "withdrawn": []}
    if flood is not None:
        part |= _flood(ctx, flood)
    part["withdrawn"] = [_withdrawn(ctx, withdrawal) for withdrawal in withdrawals]
    return part


def _flood(ctx: DeskViewContext, flood: Flood) -> DeskFlood:
    time, n = _time(ctx, flood.since), len(flood.people)
    lock = [] if ctx.desk.room.locked else [button(ctx.text("lock"), "lock", {"locked": True}, icon="lock")]
    newcomers = ctx.text("flood.withdraw_newcomers", n=n)
    everything = ctx.text("flood.withdraw_all", time=time)
    return {
        "title": ctx.text("flood.title"),
        "text": ctx.text("flood.seen", n=n, time=time),
        "buttons": [
            *lock,
            button(newcomers, "withdraw", {"whose": "newcomers"}, icon="person_remove"),
            button(everything, "withdraw", {"whose": "all"}, icon="visibility_off"),
            button(ctx.text("flood.accept"), "accept_flood", kind="quiet"),
        ],
        "help": ctx.text("flood.help"),
        "withdrawn": [],
    }


def _withdrawn(ctx: DeskViewContext, withdrawal: Withdrawal) -> WithdrawnAnswers:
    time = _time(ctx, withdrawal.until)
    if withdrawal.since is None:
        text = ctx.text("flood.withdrawn_people", n=withdrawal.answers, time=time)
    else:
        since = _time(ctx, withdrawal.since)
        text = ctx.text("flood.withdrawn_all", n=withdrawal.answers, since=since, time=time)
    undo = button(ctx.text("flood.put_back"), "put_back", {"withdrawal": withdrawal.id}, icon="undo")
    return {"text": text, "button": undo}


def _time(ctx: DeskViewContext, moment: int) -> str:
    """The clock time in Helsinki, to the minute."""
    return str(format_time(clock.local(moment), "short", locale=ctx.lang))
