"""The self-assessment: levels, verdicts, open answers, next steps, and the group's counts."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.activities.form import clean_form
from workshop.assessment import form as assessment_form
from workshop.assessment.criteria import LEVELS, AssessmentAnswer, Criteria
from workshop.assessment.rules import Step, assess, comparisons, effective_level, verdict
from workshop.content.content import Content

IDS = ("novelty", "implementation", "social_need", "effectiveness", "capacity")
OPTIONS = ("1", "2", "3", "4", "unknown")


@pytest.fixture(scope="module")
def criteria(content: Content) -> Criteria:
    return content.criteria


def answers(*levels: int | None) -> dict[str, AssessmentAnswer]:
    return {name: AssessmentAnswer(level=level) for name, level in zip(IDS, levels, strict=True)}


# case, status, worst, best, deciding, criteria of the next steps
CASES = [
    ("neuvola", "firm", "social_innovation", "social_innovation", (), ("novelty",)),
    ("auraamo", "open", "emerging_innovation", "social_innovation", ("effectiveness",), ("effectiveness",)),
    ("idea_not_in_use", "firm", "promising_idea", "promising_idea", (), ("implementation", "capacity")),
    ("pilot_ending", "firm", "promising_pilot", "promising_pilot", (), ("implementation",)),
    ("familiar_club", "firm", "practice_in_use", "practice_in_use", (), ("novelty",)),
    ("claim_without_aspect", "firm", "emerging_innovation", "emerging_innovation", (), ("effectiveness",)),
]


@pytest.mark.parametrize(("case_id", "status", "worst", "best", "deciding", "next_steps"), CASES)
def test_worked_cases(
    criteria: Criteria,
    case_id: str,
    status: str,
    worst: str,
    best: str,
    deciding: tuple[str, ...],
    next_steps: tuple[str, ...],
) -> None:
    case = next(case for case in criteria.cases if case.id == case_id)
    outcome = assess(criteria, case.answers)
    assert (outcome.status, outcome.worst, outcome.best, outcome.deciding) == (status, worst, best, deciding)
    assert tuple(step.criterion for step in outcome.steps) == next_steps


def test_every_case_of_the_content_is_worked(criteria: Criteria) -> None:
    assert [case.id for case in criteria.cases] == [row[0] for row in CASES]


def test_nothing_known_gives_no_verdict(criteria: Criteria) -> None:
    outcome = assess(criteria, answers(None, None, None, None, None))
    assert (outcome.status, outcome.worst, outcome.best, outcome.steps) == ("empty", None, None, ())
    assert assess(criteria, {}) == outcome
    assert assessment_form.text(criteria, outcome, "fi") == "Vastaa ainakin yhteen kohtaan, niin näet tuloksen."


def test_a_claim_without_its_aspect_is_lowered_and_reported(criteria: Criteria) -> None:
    case = next(case for case in criteria.cases if case.id == "claim_without_aspect")
    outcome = assess(criteria, case.answers)
    assert (outcome.levels["effectiveness"], outcome.levels["capacity"]) == (2, 3)
    assert outcome.lowered == ("effectiveness", "capacity")


@pytest.mark.parametrize(
    ("level", "aspects", "effective"),
    [
        (4, ["influence", "resources"], 4),
        (4, ["influence"], 3),
        (4, ["influence", "influence"], 3),
        (4, ["something else"], 2),
        (3, [], 2),
        (2, [], 2),
        (None, ["influence"], None),
        (4, None, 4),
    ],
)
def test_capacity_needs_its_aspects(
    criteria: Criteria, level: int | None, aspects: list[str] | None, effective: int | None
) -> None:
    answer = AssessmentAnswer(level=level, aspects=None if aspects is None else tuple(aspects))
    assert effective_level(criteria.criterion("capacity"), answer) == effective


def test_raising_an_answer_never_lowers_the_verdict(criteria: Criteria) -> None:
    order = [verdict.id for verdict in criteria.verdicts]
    profiles = {
        levels: order.index(verdict(criteria, dict(zip(IDS, levels, strict=True))))
        for levels in product(LEVELS, repeat=5)
    }
    assert len(profiles) == 1024
    assert set(profiles.values()) == set(range(5))
    for levels, rank in profiles.items():
        for place in range(5):
            if levels[place] < 4:
                raised = (*levels[:place], levels[place] + 1, *levels[place + 1 :])
                assert profiles[raised] >= rank


def test_a_strong_point_does_not_buy_off_a_missing_one(criteria: Criteria) -> None:
    for missing in range(5):
        levels = [4] * 5
        levels[missing] = 2
        assert assess(criteria, answers(*levels)).best != "social_innovation"


@given(st.tuples(*[st.sampled_from([None, *LEVELS])] * 5), st.tuples(*[st.sampled_from(LEVELS)] * 5))
def test_the_open_ends_hold_whatever_the_unknown_turns_out_to_be(
    content: Content, levels: tuple[int | None, ...], truth: tuple[int, ...]
) -> None:
    criteria = content.criteria
    outcome = assess(criteria, answers(*levels))
    if outcome.worst is None or outcome.best is None:
        assert levels == (None,) * 5
        return
    order = [verdict.id for verdict in criteria.verdicts]
    turned_out = [known if known is not None else true for known, true in zip(levels, truth, strict=True)]
    outcome_verdict = verdict(criteria, dict(zip(IDS, turned_out, strict=True)))
    assert order.index(outcome.worst) <= order.index(outcome_verdict) <= order.index(outcome.best)
    assert (outcome.status == "open") == bool(outcome.deciding) == (outcome.worst != outcome.best)
    assert set(outcome.deciding) <= set(outcome.unknown)
    assert 1 <= len(outcome.steps) <= 2


def test_next_steps_follow_the_order_of_advice(criteria: Criteria) -> None:
    assert assess(criteria, answers(1, 2, None, 1, 1)).steps == (Step("social_need", "unknown"), Step("novelty", "1"))
    assert assess(criteria, answers(4, 2, 4, 2, 4)).steps == (Step("implementation", "2"), Step("effectiveness", "2"))
    assert assess(criteria, answers(4, 4, 4, 3, 4)).steps == (Step("effectiveness", "strong"),)
    assert assess(criteria, answers(4, 4, 4, 4, 4)).steps == (Step("social_need", "strong"),)


def test_the_most_alike_case_comes_first(criteria: Criteria) -> None:
    compared = comparisons(criteria, assess(criteria, answers(1, 4, 3, 3, None)))
    assert compared[0].case.id == "familiar_club"
    assert compared[0].same == ("novelty", "implementation", "social_need", "effectiveness")
    auraamo = next(comparison for comparison in compared if comparison.case.id == "auraamo")
    assert (auraamo.own_higher, auraamo.case_higher) == (("implementation",), ("novelty",))
    assert len(compared) == len(criteria.cases)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_phone_gets_every_question_with_five_options(criteria: Criteria, lang: str) -> None:
    form = assessment_form.as_form(criteria, lang)
    assert [question["id"] for question in form] == list(IDS)
    for question in form:
        assert set(question) == {"id", "question", "help", "options"}
        assert [option["id"] for option in question["options"]] == list(OPTIONS)
        assert len({option["label"] for option in question["options"]}) == 5
    options = {question["id"]: [option["id"] for option in question["options"]] for question in form}
    assert clean_form(dict.fromkeys(IDS, "unknown"), options)


def test_a_phone_gets_its_outcome_in_words(criteria: Criteria) -> None:
    form = {"novelty": "3", "implementation": "3", "social_need": "3", "effectiveness": "unknown", "capacity": "4"}
    form_result = assessment_form.as_result(criteria, form, "fi")
    assert form_result["title"] == "Kehittyvä sosiaalinen innovaatio – Sosiaalinen innovaatio"
    assert "Parempi kuin ennen" in form_result["text"]
    assert [step["label"] for step in form_result["details"]] == ["Seuraava askel: Parempi kuin ennen"]

    idea = assessment_form.as_result(criteria, {**form, "implementation": "1"}, "fi")
    assert idea["title"] == "Lupaava idea"
    assert idea["text"].endswith("Avoimet kohdat eivät muuta tätä tulosta.")


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_no_outcome_leaves_a_gap_in_its_words(criteria: Criteria, lang: str) -> None:
    for levels in product(OPTIONS[::2], repeat=5):
        form_result = assessment_form.as_result(criteria, dict(zip(IDS, levels, strict=True)), lang)
        texts = [form_result["title"], form_result["text"], *(step["text"] for step in form_result["details"])]
        assert all(texts)
        assert "{" not in "".join(texts)


def test_what_a_form_does_not_know_stays_open(criteria: Criteria) -> None:
    read = assessment_form.from_form(criteria, {"novelty": "5", "capacity": "2", "charm": "4"})
    assert {name: answer.level for name, answer in read.items()} == {**dict.fromkeys(IDS), "capacity": 2}


def test_the_group_is_counted_a_level_at_a_time_with_the_unknown_apart(criteria: Criteria) -> None:
    forms = [{**dict.fromkeys(IDS, "3"), "novelty": option} for option in ("1", "4", "4", "unknown", "unknown")]
    rows = assessment_form.level_counts(criteria, forms, 5)
    assert rows is not None
    assert [row.criterion for row in rows] == list(IDS)
    assert (rows[0].counts, rows[0].unknown) == ((1, 0, 0, 2), 2)
    assert all((row.counts, row.unknown) == ((0, 0, 5, 0), 0) for row in rows[1:])


def test_a_small_group_is_not_shown(criteria: Criteria) -> None:
    assert assessment_form.level_counts(criteria, [dict.fromkeys(IDS, "3")] * 4, 5) is None
