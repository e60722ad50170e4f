"""The pieces of the self-assessment page: its questions, its outcome, and what only the browser knows or can do."""

from components.assessment.outcome import ladder, notice, profile_table, small
from components.assessment.question import Question, ask, progress
from components.assessment.window import arrival, window_is_narrow

__all__ = [
    "Question",
    "arrival",
    "ask",
    "ladder",
    "notice",
    "profile_table",
    "progress",
    "small",
    "window_is_narrow",
]
