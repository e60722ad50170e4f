"""A visitor's answers in the session state, separate for their own solution and for each example."""

from dataclasses import dataclass

import streamlit as st

from components.assessment.solution import SolutionName
from workshop.assessment.answers import answer, asks_aspects
from workshop.assessment.criteria import AssessmentAnswer, Criteria
from workshop.assessment.form import UNKNOWN
from workshop.examples.models import Example, prefill
from workshop.words.clean import cleaned

OWN = "own"
EXAMPLE = "esimerkki"
STEP = "kohta"
LONGEST_NAME = 80


@dataclass(frozen=True)
class State:
    """The keys and values of one solution's answers; `example` is None for one's own."""

    criteria: Criteria
    example: Example | None

    def key(self, what: str) -> str:
        """The key of a value; an example's answers never replace one's own."""
        return f"assessment_{what}_{self.example.id if self.example else OWN}"

    def choice_key(self, criterion: str) -> str:
        return self.key(f"choice_{criterion}")

    def choice(self, criterion: str) -> str | None:
        """A level's number, the id of an open answer, or None where nothing is chosen."""
        return st.session_state.get(self.choice_key(criterion))

    def aspects_key(self, criterion: str) -> str:
        return self.key(f"aspects_{criterion}")

    @property
    def stated_criteria(self) -> frozenset[str]:
        """The criteria that the example's text states; their aspects are not asked."""
        prefilled = prefill(self.example) if self.example else {}
        return frozenset(name for name, answer in prefilled.items() if answer.level is not None)

    @property
    def result_step(self) -> int:
        """The step after the last question; the first question is step 1."""
        return len(self.criteria.ids) + 1

    @property
    def step(self) -> int:
        """The number of the question, then the result.

        It is in the address, so that the browser's Back leads to the previous question.
        """
        step = st.query_params.get(STEP, "")
        return max(1, min(int(step), self.result_step)) if step.isdecimal() and len(step) < 4 else 1

    @staticmethod
    def go_to(step: int) -> None:
        """Goes to a step; answers stay."""
        st.query_params[STEP] = str(step)

    @property
    def solution(self) -> str:
        return cleaned(self.typed.value)[:LONGEST_NAME]

    @property
    def typed(self) -> SolutionName:
        """The name as it was typed: stored apart from its field, which is on the page with the result alone."""
        name, version = st.session_state.get(self.key("name")), st.session_state.get(self.key("name_version"))
        return SolutionName(self.key("name"), str(name or ""), int(version or 0), LONGEST_NAME)

    def keep_name(self, name: str | None) -> None:
        """Stores the field's value; None means no new value."""
        if name is not None:
            st.session_state[self.key("name")] = name[:LONGEST_NAME]

    def _set_name(self, name: str) -> None:
        """Replaces the field's value."""
        st.session_state[self.key("name")] = name
        st.session_state[self.key("name_version")] = self.typed.version + 1

    @property
    def basis(self) -> tuple[str, ...]:
        return tuple(st.session_state.get(self.key("basis")) or ())

    def answers(self) -> dict[str, AssessmentAnswer]:
        """The answers as the rules take them."""
        stated_criteria = self.stated_criteria
        answers = {}
        for criterion in self.criteria.criteria:
            choice = self.choice(criterion.id)
            aspects_asked = asks_aspects(criterion, choice) and criterion.id not in stated_criteria
            marked = st.session_state.get(self.aspects_key(criterion.id)) or ()
            answers[criterion.id] = answer(criterion, choice, marked if aspects_asked else None)
        return answers

    def fill(self, lang: str) -> None:
        """Prefills, once, the answers that the example's text states."""
        if self.example is None or self.key("filled") in st.session_state:
            return
        st.session_state[self.key("filled")] = True
        self._set_name(self.example.title(lang))
        for name, prefilled in prefill(self.example).items():
            st.session_state[self.choice_key(name)] = UNKNOWN if prefilled.level is None else str(prefilled.level)

    def clear(self) -> None:
        """Empties every answer; an example is then prefilled again."""
        for name in self.criteria.ids:
            st.session_state[self.choice_key(name)] = None
            st.session_state[self.aspects_key(name)] = []
        self._set_name("")
        st.session_state[self.key("basis")] = []
        st.session_state.pop(self.key("filled"), None)
        self.go_to(1)
