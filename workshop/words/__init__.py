"""Answers in words: cleaned, merged as a reader of their language would, and filtered.

`displayed` and `blocked` are the public calls; both load the word lists at first use and share them. A room keeps a
`Merger` of its own. Whoever only cleans or folds words loads neither lists nor numpy: hence the imports within.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.content.texts import Language

__all__ = ["blocked", "displayed"]


def displayed(answers: list[str], lang: Language | Sequence[Language] = "fi") -> list[str | None]:
    """For each answer the entry it is shown under, given all the others; None for an answer with nothing to show.

    `lang` is the room's language, or the language of each answer's phone. The order of the answers does not matter.
    """
    from workshop.words.answer_labels import labels_of

    return labels_of(answers, lang)


def blocked(text: str) -> bool:
    """Whether an answer is not drawn until the facilitator restores it."""
    from workshop.words.shared import shared_word_filter

    return shared_word_filter().blocked(text)
