"""The answers to what is on, as the desk shows them by its kind of question: the one table of these views."""

from collections.abc import Callable, Mapping
from typing import Any

from server.store.rows import RESULT_VIEWS
from server.usecases.desk import DeskActivity
from server.usecases.desk_view.buttons import choices
from server.usecases.desk_view.context import DeskViewContext
from server.usecases.desk_view.payloads import ButtonGroup, DeskAnswers, DeskOption, DeskStatement
from server.usecases.desk_view.themes import themes_part
from server.usecases.groups import Grouping, RoundGroups, group_heading, group_note
from server.usecases.moderation import Moderation

MAX_RETRACTED, MAX_RETRACTED_CHARS = 5, 40
"""Answers that were taken back and are told by their words, the latest, and how much of each."""

AnswersView = Callable[[DeskViewContext, DeskActivity, Moderation], DeskAnswers]


def answers_part(ctx: DeskViewContext, moderation: Moderation) -> DeskAnswers:
    current = ctx.desk.current
    if current is None:
        return _no_words(ctx)
    part = _answers(ctx, current, moderation)
    return {**part, "note": " ".join(filter(None, (part["note"], _retracted(ctx))))}


def _answers(ctx: DeskViewContext, current: DeskActivity, moderation: Moderation) -> DeskAnswers:
    """Those of everybody, of one group, or of groups side by side."""
    groups, grouping = ctx.desk.groups, ctx.desk.grouping
    if groups is None or grouping is None:
        return DESK_VIEWS[current.model.kind](ctx, current, moderation)
    if grouping.layout != "alone":
        return grouped_view(ctx, groups, grouping)
    label = groups.label(grouping.group, ctx.activities)
    heading = group_heading(label, len(groups.groups.members[grouping.group]), ctx.activities)
    answers = DESK_VIEWS[current.model.kind](ctx, current, moderation)
    return {**answers, "note": " · ".join(filter(None, (heading, answers["note"])))}


def _retracted(ctx: DeskViewContext) -> str:
    """What people have taken back themselves; empty where they have not."""
    retracted = ctx.desk.retracted
    if not retracted:
        return ""
    words = [_beginning(text) for text in retracted[-MAX_RETRACTED:] if text]
    sentence = ctx.text("retracted", n=len(retracted))
    return f"{sentence} ({', '.join(words)})" if words else sentence


def _beginning(text: str) -> str:
    return text if len(text) <= MAX_RETRACTED_CHARS else f"{text[: MAX_RETRACTED_CHARS - 1].rstrip()}…"


def _note(title: str, note: str) -> DeskAnswers:
    return {
        "title": title, "note": note, "options": [], "order": None, "statements": [], "words": None, "wording": "words",
        "themes": None, "activity": None,
    }  # fmt: skip


def _no_words(ctx: DeskViewContext) -> DeskAnswers:
    """The sentence where there is no list of words."""
    return _note(ctx.text("words"), ctx.text("no_words"))


def grouped_view(ctx: DeskViewContext, groups: RoundGroups, grouping: Grouping) -> DeskAnswers:
    """What was counted of each group beside the others; the bar is the first one's."""
    table = groups.table(grouping, ctx.activities, ctx.activities.content)
    text = ctx.activities.text
    options = [
        _option(
            label, table.columns[0].counts[place], table.columns[0].percents[place],
            " · ".join(
                f"{column.label} {text('screen.percent', n=column.percents[place])} ({column.counts[place]})"
                for column in table.columns
            ),
        )
        for place, label in enumerate(table.rows)
    ]  # fmt: skip
    return {**_note(ctx.text("options_given"), group_note(groups.activity, ctx.activities)), "options": options}


def words_view(ctx: DeskViewContext, current: DeskActivity, moderation: Moderation) -> DeskAnswers:
    """The list of words, or a sentence where there is none to list."""
    words = ctx.desk.words
    if words is None:
        return _no_words(ctx)
    listed = moderation.listed(ctx.desk.room.code, current.id, words)
    return {**_note(ctx.text("words"), ""), "words": listed, "themes": themes_part(ctx), "activity": current.id}


def texts_view(ctx: DeskViewContext, current: DeskActivity, moderation: Moderation) -> DeskAnswers:
    """The list of texts, or where they will come."""
    title, words = ctx.text("options_given"), ctx.desk.words
    if words is None:
        return _note(title, ctx.text("no_texts"))
    approval = current.model.needs_approval
    listed = moderation.listed(ctx.desk.room.code, current.id, words, needs_approval=approval)
    return {**_note(title, ""), "words": listed, "wording": "texts", "themes": themes_part(ctx), "activity": current.id}


def options_view(ctx: DeskViewContext, current: DeskActivity, moderation: Moderation) -> DeskAnswers:
    """The options with their people and shares, once the question has been opened."""
    if ctx.desk.shown_answers is None:
        return summary_view(ctx, current, moderation)
    results = current.model.participant_results(ctx.desk.shown_answers, ctx.activities) or {
        "options": (),
        "rounded": False,
    }
    note = ctx.activities.text("participant.rounded") if results["rounded"] else ""
    options = [
        _option(str(option["label"]), int(option["count"]), int(option["percent"])) for option in results["options"]
    ]
    return {**_note(ctx.text("options_given"), note), "options": options, "order": _order(ctx)}


def _order(ctx: DeskViewContext) -> ButtonGroup:
    """In which order the projector shows the options."""
    view = ctx.desk.room.view
    orders = [("results", ctx.text("order_of_question")), ("by_count", ctx.text("order_by_count"))]
    return choices(ctx.text("order"), "show", "view", orders, view if view in RESULT_VIEWS else None)


def dots_view(ctx: DeskViewContext, current: DeskActivity, moderation: Moderation) -> DeskAnswers:
    """The options with their dots and who placed them, once the question has been opened."""
    if ctx.desk.shown_answers is None:
        return summary_view(ctx, current, moderation)
    results = current.model.participant_results(ctx.desk.shown_answers, ctx.activities) or {"dots": ()}
    most = max((int(row["dots"]) for row in results["dots"]), default=0) or 1
    text = ctx.activities.text
    options = [
        _option(str(row["label"]), row["dots"], 100 * row["dots"] // most, text("results.people", n=row["people"]))
        for row in results["dots"]
    ]
    return {**_note(ctx.text("options_given"), ctx.text("dots_counted")), "options": options}


def ranking_view(ctx: DeskViewContext, current: DeskActivity, moderation: Moderation) -> DeskAnswers:
    """The options by their place with how many put them first, once somebody has answered."""
    if ctx.desk.shown_answers is None:
        return summary_view(ctx, current, moderation)
    results = current.model.participant_results(ctx.desk.shown_answers, ctx.activities) or {"n": 0, "ranking": ()}
    if not results["n"]:
        return _note(ctx.text("options_given"), ctx.text("ranking_waits"))
    options = [
        _option(
            f"{row['standing']}. {row['label']}", row["first"], 100 * row["first"] // results["n"],
            ctx.text("mean_place", mean=row["mean"]),
        )
        for row in results["ranking"]
    ]  # fmt: skip
    return {**_note(ctx.text("options_given"), ctx.text("first_counted")), "options": options}


def _option(label: str, count: int, percent: int, detail: str = "") -> DeskOption:
    return {"label": label, "count": count, "percent": percent, "detail": detail}


def statements_view(ctx: DeskViewContext, current: DeskActivity, moderation: Moderation) -> DeskAnswers:
    """The statements with the people on every step, once the question has been opened."""
    if ctx.desk.shown_answers is None:
        return summary_view(ctx, current, moderation)
    results = current.model.participant_results(ctx.desk.shown_answers, ctx.activities) or {
        "statements": (),
        "rounded": False,
    }
    note = ctx.activities.text("participant.rounded") if results["rounded"] else ""
    statements = [_statement(ctx, statement) for statement in results["statements"]]
    return {**_note(ctx.text("options_given"), note), "statements": statements}


def _statement(ctx: DeskViewContext, statement: Mapping[str, Any]) -> DeskStatement:
    figures = [f"{step}: {people}" for step, people in enumerate(statement["steps"], 1)]
    figures += [f"{ctx.activities.text('screen.unknown')}: {statement['unsure']}"] if statement["unsure"] else []
    return {
        "label": statement["label"],
        "percents": statement["percents"],
        "figures": " · ".join(figures),
        "summary": ", ".join(statement["summary"]),
    }


def summary_view(ctx: DeskViewContext, current: DeskActivity, moderation: Moderation) -> DeskAnswers:
    """Where the answers are to be seen."""
    return _note(ctx.text("options_given"), ctx.text("summary_shown"))


def link_view(ctx: DeskViewContext, current: DeskActivity, moderation: Moderation) -> DeskAnswers:
    """That nothing is answered."""
    return _note(ctx.text("options_given"), ctx.text("link_shown"))


DESK_VIEWS: Mapping[str, AnswersView] = {
    "words": words_view,
    "choice": options_view,
    "ranking": ranking_view,
    "dots": dots_view,
    "assessment": summary_view,
    "quiz": summary_view,
    "link": link_view,
    "text": texts_view,
    "scale": statements_view,
}
"""Kind of question to its view."""
