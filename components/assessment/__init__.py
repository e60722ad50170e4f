"""Components of the self-assessment page: its questions, its outcome, the window's width and the focus."""

from components.assessment.outcome import notice, outcome_scale, profile_table, small
from components.assessment.question import Question, ask, progress
from components.assessment.window import arrival, window_is_narrow

__all__ = [
    "Question",
    "arrival",
    "ask",
    "notice",
    "outcome_scale",
    "profile_table",
    "progress",
    "small",
    "window_is_narrow",
]
