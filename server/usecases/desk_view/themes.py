"""The themes of what is on."""

from server.store.rows import RESULT_VIEWS
from server.usecases.desk_view.buttons import choices
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import DeskThemes
from server.usecases.sorting import theme_rows


def themes_part(ctx: DeskViewContext) -> DeskThemes | None:
    """Nothing where answers are not sorted into themes, or there can be none yet."""
    desk, text = ctx.desk, ctx.text
    by_theme = desk.current.model.by_theme(desk.answers) if desk.current and desk.answers else None
    if by_theme is None:
        return None
    view = desk.room.view
    options = [("unsorted", text("view_unsorted")), ("results", text("view_by_theme"))]
    return {
        "themes": theme_rows(by_theme, ctx.lang),
        "unsorted": by_theme.unsorted(),
        "view": choices(text("view"), "show", "view", options, view if view in RESULT_VIEWS else None),
    }
