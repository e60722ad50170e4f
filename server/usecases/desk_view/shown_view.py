"""What the projector shows."""

from server.store.rows import RESULT_VIEWS, View
from server.usecases.desk_view.buttons import choices
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import ButtonGroup

VIEWS: tuple[View, ...] = ("join", "question", "results", "hold")


def view_part(ctx: DeskViewContext) -> ButtonGroup:
    views = [view for view in VIEWS if view != "questions" or ctx.desk.room.speaker_questions]
    options = [(view, ctx.text(f"view_{view}")) for view in views]
    view = ctx.desk.room.view
    return choices(ctx.text("view"), "show", "view", options, "results" if view in RESULT_VIEWS else view)
