"""What the projector shows."""

from typing import get_args

from server.store.rows import View
from server.usecases.desk_view.buttons import choices
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import ButtonGroup

VIEWS: tuple[View, ...] = get_args(View)


def view_part(ctx: DeskViewContext) -> ButtonGroup:
    views = [view for view in VIEWS if view != "questions" or ctx.desk.room.speaker_questions]
    options = [(view, ctx.text(f"view_{view}")) for view in views]
    return choices(ctx.text("view"), "show", "view", options, ctx.desk.room.view)
