"""Components of the self-assessment page: its questions, its outcome, and the focus after a step."""

from components.assessment.arrival import arrival
from components.assessment.outcome import notice, outcome_scale, outcome_so_far, profile_table, small
from components.assessment.question import Question, ask

__all__ = ["Question", "arrival", "ask", "notice", "outcome_scale", "outcome_so_far", "profile_table", "small"]
