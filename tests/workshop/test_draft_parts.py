"""Parts of a workshop that are begun, half written and taken away: references never break by an edit elsewhere."""

from copy import deepcopy
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from workshop.assessment.criteria import Criteria
from workshop.assessment.criteria import findings as criteria_findings
from workshop.assessment.draft_cases import case_outcomes
from workshop.assessment.rules import assess
from workshop.content.blank_parts import begin, end
from workshop.content.content import Content
from workshop.content.draft_parts import completed
from workshop.content.page_texts import AssessmentTexts, ExamplesTexts
from workshop.content.parts import Part
from workshop.examples.vocabularies import Vocabularies
from workshop.quiz.models import Quiz
from workshop.quiz.models import findings as quiz_findings

PARTS: tuple[Part, ...] = get_args(Part)
MODELS: dict[tuple[str, ...], type[BaseModel]] = {
    ("criteria",): Criteria,
    ("quiz",): Quiz,
    ("workshop", "pages", "assessment"): AssessmentTexts,
    ("workshop", "pages", "examples"): ExamplesTexts,
    ("workshop", "vocabularies"): Vocabularies,
}


@pytest.fixture
def draft(content: Content) -> dict[str, Any]:
    return content.document.model_dump(mode="json", by_alias=True)


def _written(value: Any, languages: tuple[str, ...]) -> Any:
    """The value with every empty text written."""
    if value == {}:
        return dict.fromkeys(languages, "text")
    if isinstance(value, list):
        return [_written(item, languages) for item in value]
    if isinstance(value, dict):
        groups = {"anchors": ("1", "2", "3", "4"), "advice": ("1", "2", "unknown", "strong")}
        return {
            name: {key: dict.fromkeys(languages, "text") for key in groups[name]}
            if name in groups and item == {}
            else _written(item, languages)
            for name, item in value.items()
        }
    return value


@pytest.mark.parametrize("languages", [("fi",), ("sv", "en"), ("fi", "sv", "en")])
@pytest.mark.parametrize("part", PARTS)
def test_a_new_part_lacks_nothing_but_its_texts(part: Part, languages: tuple[str, ...]) -> None:
    for change in begin(part, languages):
        model = MODELS[tuple(change["path"])]
        model.model_validate(_written(change["value"], languages), context={"languages": languages})


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_taken_away_from_all_its_places(part: Part) -> None:
    beginning, ending = (
        ({tuple(change["path"]) for change in changes}) for changes in (begin(part, ("fi",)), end(part))
    )
    assert beginning <= ending
    assert all(not change["value"] for change in end(part))


def test_the_packaged_workshop_is_complete_already(draft: dict[str, Any]) -> None:
    before = deepcopy(draft)
    assert completed(draft) == before
    assert draft == before


@given(st.data())
def test_no_reference_is_left_after_criteria_and_types_are_removed(content: Content, data: st.DataObject) -> None:
    draft = content.document.model_dump(mode="json", by_alias=True)
    for items, least in ((draft["criteria"]["criteria"], 1), (draft["quiz"]["types"], 2)):
        while len(items) > least and data.draw(st.booleans()):
            items.pop(data.draw(st.integers(0, len(items) - 1)))
    whole = completed(draft)
    criteria = Criteria.model_validate(whole["criteria"])
    reasons = {finding.reason for finding in criteria_findings(criteria)}
    assert reasons <= {"reachable", "otherwise"}, "an outcome that lost its conditions is for the organiser to mend"
    types = {quiz_type["id"] for quiz_type in whole["quiz"]["types"]}
    for question in whole["quiz"]["questions"]:
        assert all(set(option["points"]) <= types for option in question["options"])
    assert {frozenset(pair["types"]) for pair in whole["quiz"]["pairs"]} <= {
        frozenset((first, second)) for first in types for second in types if first != second
    }
    assert all(set(example["evidence"]) == set(criteria.ids) for example in whole["examples"])


def test_a_new_criterion_is_open_in_the_cases_and_not_told_of_in_the_examples(draft: dict[str, Any]) -> None:
    draft["criteria"]["criteria"].append({**deepcopy(draft["criteria"]["criteria"][0]), "id": "courage"})
    whole = completed(draft)
    assert whole["criteria"]["advice_order"][-1] == "courage"
    assert all(case["answers"]["courage"] == {"level": None} for case in whole["criteria"]["cases"])
    assert {example["evidence"]["courage"] for example in whole["examples"]} == {"none"}
    assert list(criteria_findings(Criteria.model_validate(whole["criteria"]))) == []


def test_a_new_type_has_a_dual_type_with_each_other_by_both_names(draft: dict[str, Any]) -> None:
    new = {**deepcopy(draft["quiz"]["types"][0]), "id": "dreamer", "title": {"fi": "Haaveilija"}}
    draft["quiz"]["types"].append(new)
    pairs = completed(draft)["quiz"]["pairs"]
    titles = [pair["title"] for pair in pairs if "dreamer" in pair["types"]]
    assert len(titles) == 5
    assert titles[0] == {"fi": "Tehokkuusfriikki + Haaveilija"}


@pytest.mark.parametrize("broken", [{}, {"criteria": 5, "quiz": "x", "examples": {}}, {"criteria": {"cases": [1]}}])
def test_anything_half_written_is_let_through(broken: dict[str, Any]) -> None:
    completed(broken)


def test_the_quiz_still_holds_together_after_completion(draft: dict[str, Any]) -> None:
    draft["quiz"]["pairs"] = []
    quiz = Quiz.model_validate(completed(draft)["quiz"])
    assert [finding.reason for finding in quiz_findings(quiz, None)] == []


def test_the_cases_of_a_draft_come_out_as_the_page_shows_them(draft: dict[str, Any], content: Content) -> None:
    outcomes = case_outcomes(draft["criteria"])
    assert len(outcomes) == len(content.criteria.cases)
    for case, outcome in zip(content.criteria.cases, outcomes, strict=True):
        assessed = assess(content.criteria, case.answers)
        assert (outcome.worst, outcome.best, outcome.status) == (assessed.worst, assessed.best, assessed.status)
        assert outcome.lowered == assessed.lowered


def test_a_changed_rule_changes_the_cases_at_once(draft: dict[str, Any]) -> None:
    before = {outcome.case: outcome.worst for outcome in case_outcomes(draft["criteria"])}
    draft["criteria"]["verdicts"][0]["below"] = {"novelty": 4}
    after = {outcome.case: outcome.worst for outcome in case_outcomes(draft["criteria"])}
    assert before["neuvola"] != after["neuvola"] == draft["criteria"]["verdicts"][0]["id"]


@pytest.mark.parametrize("part", [{}, {"criteria": [{"id": "need"}]}, {"criteria": "x", "verdicts": 1, "cases": [{}]}])
def test_an_assessment_without_rules_has_no_outcomes(part: dict[str, Any]) -> None:
    assert case_outcomes(part) == ()
