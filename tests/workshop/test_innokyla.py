"""A solution under Innokylä's headings: in their order, only what is known, and a question for the rest."""

import re
from typing import Any

import pytest

from workshop.assessment.criteria import AssessmentAnswer
from workshop.content.content import Content
from workshop.innokyla.assessment_facts import OwnWords, assessment_facts
from workshop.innokyla.description import Description, describe, joined
from workshop.innokyla.example_facts import example_facts
from workshop.innokyla.markdown import description_markdown
from workshop.innokyla.template import template

DATE = "30. marraskuuta 2026"


def described(content: Content, answers: Any, example_id: str = "", own: OwnWords | None = None) -> Description:
    example = next((example for example in content.examples if example.id == example_id), None)
    facts = example_facts(template(), content, example) if example else (own or OwnWords()).facts
    return describe(
        template(),
        joined(facts, assessment_facts(template(), content.criteria, answers, ["own_view"], content.texts["fi"])),
        DATE,
    )


def lines(description: Description, heading: str) -> list[str]:
    return [line.plain for section in description.sections if section.title == heading for line in section.lines]


@pytest.fixture
def auraamo(content: Content) -> Description:
    case = next(case for case in content.criteria.cases if case.id == "auraamo")
    return described(content, case.answers, "auraamo")


def test_the_worked_case_is_told_as_the_draft_has_it(auraamo: Description) -> None:
    assert auraamo.name == "Monitoimitalo Auraamo"
    basics = lines(auraamo, "Perustiedot")
    assert "Paikkakunta, maakunta tai hyvinvointialue: Aura, Varsinais-Suomi" in basics
    assert "Toimintamallin rahoittaja: [Kuka rahoitti kehittämisen ja kuka maksaa nyt?]" in basics
    people = lines(auraamo, "Kehittäjäjoukon kokoaminen ja yhteiskehittäminen")
    assert people[0].startswith("Mukana: ")
    change = lines(auraamo, "Tavoiteltu muutos")
    assert "taso 4" in change[0]
    assert change[1] == "Muutos näkyy tässä: Uudet roolit ja suhteet, Voimavarojen parempi käyttö."
    assert lines(auraamo, "Muutoksen mittaaminen")[0] == "Parempi kuin ennen: auki."
    summary = lines(auraamo, "Arviointitietoa tiivistetysti")
    assert summary[0] == "Propellin oma arvio, ei virallinen arviointi."
    assert any("Kehittyvä sosiaalinen innovaatio" in line for line in summary)
    assert lines(auraamo, "Innokylän palkintoprosessin kolme ehtoa") == [
        "Viety käytäntöön: kyllä. Jotakin uutta aiempaan nähden: kyllä. Vastaa ongelmaan, jota varten se tehtiin: auki."
    ]


def test_headings_stand_in_innokylas_order_and_every_empty_part_asks(content: Content) -> None:
    empty = described(content, {})
    headings = re.findall(r"^## (.+)$", description_markdown(empty), re.M)
    assert headings == [template().basics.title, *(heading.title for heading in template().sections)]
    for section in empty.sections:
        assert all(line.is_question for line in section.lines)


def test_partners_that_were_only_inferred_are_left_out(content: Content) -> None:
    example = next(
        example for example in content.examples if set(example.partners_inferred) - set(example.partners_stated)
    )
    text = description_markdown(described(content, {}, example.id))
    labels = content.vocabularies.partners
    mentioned = next((line for line in text.splitlines() if line.startswith("Mukana:")), "")
    assert [
        name for name in example.partners_inferred
        if name not in example.partners_stated and labels[name]("fi") in mentioned
    ] == []  # fmt: skip


@pytest.mark.parametrize(("level", "begins"), [(3, " (taso 3)"), (2, ", puutteena (taso 2)")])
def test_a_level_that_is_not_met_is_told_as_a_gap(content: Content, level: int, begins: str) -> None:
    text = described(content, {"social_need": AssessmentAnswer(level=level)})
    assert lines(text, "Kehitystyön lähtökohtana olevat tarpeet")[0].startswith(f"Yhteiskunnallinen tarve{begins}")


def test_what_a_visitor_types_is_no_markup(content: Content) -> None:
    own = OwnWords(name="<b>Kylä*talo*", summary="[x](javascript:alert(1))\n# otsikko")
    text = description_markdown(described(content, {}, own=own))
    assert "<b>" not in text
    assert "[x](" not in text
    assert not re.search(r"^# otsikko", text, re.M)


def test_it_does_not_claim_to_follow_the_tools_eight_questions(auraamo: Description) -> None:
    text = description_markdown(auraamo)
    assert "kahdeksan" not in text
    assert "Otsikot ovat Innokylän toimintamallin otsikoita." in text
