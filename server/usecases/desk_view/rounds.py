"""The rounds of the question that is on: a new one, undone while it is empty, and the earlier ones on the projector."""

from server.store.rows import RESULT_VIEWS
from server.usecases.desk_view.buttons import button, choices
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import ButtonGroup, DeskButton, DeskRounds, NewRound


def rounds_part(ctx: DeskViewContext) -> DeskRounds | None:
    """Nothing before the first round."""
    chosen = ctx.chosen
    if not chosen.rounds:
        return None
    is_undone = chosen.rounds > 1 and not chosen.answered
    return {
        "shown": _shown(ctx) if chosen.rounds > 1 else None,
        "undo": _undo(ctx) if is_undone else None,
        "new": None if is_undone else _new(ctx),
    }


def _shown(ctx: DeskViewContext) -> ButtonGroup:
    """Which round the projector shows."""
    options = [(n, ctx.text("round", n=n)) for n in range(1, ctx.chosen.rounds + 1)]
    shown = ctx.chosen.shown_number if ctx.desk.room.view in RESULT_VIEWS else None
    return choices(ctx.text("round_shown"), "show_round", "number", options, shown)


def _undo(ctx: DeskViewContext) -> DeskButton:
    rounds = ctx.chosen.rounds
    return button(
        ctx.text("undo_round", n=rounds), "undo_round", icon="undo", kind="quiet",
        detail=ctx.text("undo_round_help", n=rounds - 1),
    )  # fmt: skip


def _new(ctx: DeskViewContext) -> NewRound:
    """Says first what will happen."""
    chosen = ctx.chosen
    start = ctx.text("start_round", n=chosen.rounds + 1)
    return {
        "label": ctx.text("new_round"),
        "help": ctx.text("new_round_help", n=chosen.answered, round=chosen.rounds),
        "button": button(start, "new_round", {"activity": chosen.name}, kind="main"),
    }
