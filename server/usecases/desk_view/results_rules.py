"""When results may be seen, and whether on phones too."""

from typing import get_args

from server.store.rows import ResultsRule
from server.usecases.desk_view.buttons import button, choices
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import ResultsRules

RULES: tuple[ResultsRule, ...] = get_args(ResultsRule)


def results_rules_part(ctx: DeskViewContext) -> ResultsRules:
    chosen = ctx.chosen
    options = [(rule, ctx.text(f"rule_{rule}")) for rule in RULES]
    rules = choices(ctx.text("rule"), "results_rule", "rule", options, chosen.results_rule)
    phones = button(
        ctx.text("on_phones"), "phone_results", {"on": not chosen.phone_results}, chosen=chosen.phone_results
    )
    return {"label": rules["label"], "buttons": rules["buttons"], "phones": phones}
