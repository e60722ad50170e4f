"""By which group the answers are looked at."""

from server.usecases.desk_view.buttons import button, choices
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import ButtonGroup, DeskButton, DeskGroups
from server.usecases.groups import Grouping, RoundGroups
from workshop.activities.groups import background_of


def groups_part(ctx: DeskViewContext) -> DeskGroups | None:
    """Nothing where no background question stands before what is on."""
    background = background_of([activity.model for activity in ctx.desk.activities], ctx.chosen.name)
    if background is None:
        return None
    label = ctx.text("groups", title=background.title(ctx.lang))
    groups = ctx.desk.groups
    if groups is None:
        return {"label": label, "note": ctx.text("groups_wait"), "buttons": [], "layout": None}
    if not groups.groups.members:
        note = ctx.text("groups_small", n=ctx.activities.content.min_group)
        return {"label": label, "note": note, "buttons": [], "layout": None}
    return {"label": label, "note": "", "buttons": _buttons(ctx, groups), "layout": _layout(ctx, groups)}


def _buttons(ctx: DeskViewContext, groups: RoundGroups) -> list[DeskButton]:
    """All together, the groups side by side, and each group with its people."""
    chosen = ctx.desk.grouping
    whole = button(ctx.text("all_together"), "group_by", {"layout": "whole", "group": ""}, chosen=chosen is None)
    columns = Grouping("columns")
    beside_one_another = button(
        ctx.text("groups_side_by_side"), "group_by", {"layout": "columns", "group": ""}, chosen=chosen == columns
    )
    layout = chosen.layout if chosen and chosen.group else "alone"
    each = [
        button(
            f"{groups.label(group, ctx.activities)} ({len(people)})", "group_by", {"layout": layout, "group": group},
            chosen=chosen is not None and chosen.group == group,
        )
        for group, people in groups.groups.members.items()
    ]  # fmt: skip
    return [whole, *([beside_one_another] if groups.allows(columns) else []), *each]


def _layout(ctx: DeskViewContext, groups: RoundGroups) -> ButtonGroup | None:
    """Whether the chosen group stands alone or beside all others."""
    chosen = ctx.desk.grouping
    if chosen is None or not chosen.group or not groups.allows(Grouping("beside", chosen.group)):
        return None
    label = groups.label(chosen.group, ctx.activities)
    options = (("alone", ctx.text("group_alone")), ("beside", ctx.text("group_beside")))
    buttons = choices(label, "group_by", "layout", options, chosen.layout)
    for choice in buttons["buttons"]:
        choice["arguments"] = {**choice["arguments"], "group": chosen.group}
    return buttons
