"""A quiz result in the visitor's language, as plain values for the result card and the share card."""

from typing import Any

from pages.common.context import PageContext
from pages.common.links import drawing
from workshop.quiz.models import Quiz
from workshop.quiz.rules import QuizResult, paired_type
from workshop.quiz.share_card import ShareCard

INKS = {
    "efficiency_freak": "jarvi",
    "propeller_head": "lakka",
    "bridge_builder": "kanerva",
    "everyday_detective": "yo",
    "root_grower": "kuusi",
}


def _ink(quiz: Quiz, type_id: str) -> str:
    """The type's colour; other workshops' types cycle through the five."""
    colours = list(INKS.values())
    return INKS.get(type_id) or colours[quiz.ids.index(type_id) % len(colours)]


def _pictures(quiz: Quiz, outcome: QuizResult) -> list[str]:
    return [picture for name in outcome.types if (picture := quiz.type(name).picture)]


def _heading(quiz: Quiz, outcome: QuizResult, lang: str) -> dict[str, str]:
    """The result's heading in its parts: the text before the name, the name, and a dual type's two types."""
    texts = quiz.result_texts
    if outcome.second is None:
        before = texts.single(lang).partition("{type}")[0]
        return {"kicker": before.rstrip(" :"), "title": quiz.type(outcome.lead).title(lang), "types": ""}
    first, second = sorted(outcome.types, key=quiz.ids.index)
    return {
        "kicker": texts.dual(lang).partition("{pair}")[0].rstrip(" :"),
        "title": quiz.pair(first, second).title(lang),
        "types": f"{quiz.type(first).title(lang)} + {quiz.type(second).title(lang)}",
    }


def result_card(ctx: PageContext, outcome: QuizResult) -> dict[str, Any]:
    """The result card's data for `components.quiz`."""
    content, lang = ctx.content, ctx.lang
    quiz, texts = content.quiz, content.quiz.result_texts
    lead, pairing = quiz.type(outcome.lead), paired_type(quiz, outcome)
    pair = quiz.type(pairing.best_pair)
    details: list[dict[str, Any]] = [
        {"label": texts.strength(lang), "text": [quiz.type(name).strength(lang) for name in outcome.types]},
        {"label": texts.blind_spot(lang), "text": [lead.blind_spot(lang)]},
        {
            "label": f"{texts.best_pair(lang)}: {pair.title(lang)}",
            "text": [pairing.pair_reason(lang)],
            "picture": drawing(ctx, pair.picture) if pair.picture else None,
        },
        {"label": texts.tip(lang), "text": [lead.tip(lang)]},
    ]
    if lead.core_element is not None:
        element = content.criteria.criterion(lead.core_element)
        label = f"{texts.core_element(lang)}: {element.label(lang)}"
        details.append({"label": label, "text": [element.question(lang)]})
    flavour = "" if outcome.flavour is None else quiz.type(outcome.flavour).title(lang)
    return {
        "code": outcome.code,
        **_heading(quiz, outcome, lang),
        "text": lead.tagline(lang),
        "flavour": texts.flavour(lang).format(type=flavour) if flavour else "",
        "ink": _ink(quiz, outcome.lead),
        "pictures": [drawing(ctx, picture) for picture in _pictures(quiz, outcome)],
        "details": details,
    }


def picture_card(ctx: PageContext, outcome: QuizResult) -> ShareCard:
    """The share card's texts."""
    quiz, lang = ctx.content.quiz, ctx.lang
    address = ctx.address.partition("://")[2]
    return ShareCard(
        lang=lang,
        **_heading(quiz, outcome, lang),
        text=quiz.type(outcome.lead).tagline(lang),
        invitation=f"{quiz.title(lang)}: {address}/testi",
        ink=_ink(quiz, outcome.lead),
        pictures=_pictures(quiz, outcome),
    )
