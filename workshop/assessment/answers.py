"""Converts a visitor's choices, and the aspects that the page asks for, into the answers that the rules take."""

from collections.abc import Iterable, Mapping

from workshop.assessment.criteria import LEVELS, MET, AssessmentAnswer, Criterion
from workshop.assessment.form import UNKNOWN

CHOICES = (*(str(level) for level in LEVELS), UNKNOWN)
"""The choices of every question in their order: the four levels and the one that leaves it open."""


def asks_aspects(criterion: Criterion, choice: str | None) -> bool:
    """Whether a choice brings up the question of aspects: from the level up where the criterion counts as met.

    It comes up earlier where the content requires aspects of a lower level.
    """
    if not criterion.aspects or choice is None or choice == UNKNOWN:
        return False
    return int(choice) >= min([MET, *criterion.aspects_required])


def required_aspects(criterion: Criterion, choice: str | None) -> int:
    """How many aspects the chosen level requires; 0 where none."""
    if choice is None or choice == UNKNOWN:
        return 0
    return max((count for level, count in criterion.aspects_required.items() if level <= int(choice)), default=0)


def form_values(levels: Mapping[str, int | None]) -> dict[str, str]:
    """Levels as the form that is sent to a room: criterion to one of CHOICES. Nothing else leaves the page."""
    return {name: UNKNOWN if level is None else str(level) for name, level in levels.items()}


def answer(criterion: Criterion, choice: str | None, marked: Iterable[str] | None) -> AssessmentAnswer:
    """One answer; `marked` is None where aspects were not asked. No choice and `unknown` both leave it open."""
    if choice is None or choice == UNKNOWN:
        return AssessmentAnswer(level=None)
    if marked is None or not asks_aspects(criterion, choice):
        return AssessmentAnswer(level=int(choice))
    chosen = set(marked)
    return AssessmentAnswer(level=int(choice), aspects=tuple(name for name in criterion.aspects if name in chosen))
