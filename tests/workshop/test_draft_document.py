"""A draft becomes a document that rooms can run, or says at each field what is still to be mended."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.workshop.test_draft_changes import fitting_changes
from workshop.activities.blanks import blank_activity
from workshop.activities.registry import KINDS
from workshop.content.blank_workshop import blank_workshop
from workshop.content.draft_changes import ChangeError, Tree, all_applied, applied
from workshop.content.draft_document import CompiledDraft, compiled, draft_of, sentence_key
from workshop.content.draft_ids import identified
from workshop.content.loader import load
from workshop.content.template import TEMPLATE
from workshop.content.text_files import with_packaged

FOLDERS = (ROOT / "data", TEMPLATE)
DRAFTS = {folder.name: draft_of(load(folder).document) for folder in FOLDERS}


def changed(draft: Tree, *changes: tuple[str, list[str | int], Any]) -> Tree:
    for operation, path, value in changes:
        change = {"op": operation, "path": path, "value": value}
        draft, _ = applied(draft, identified(draft, change))
    return draft


def reasons_at(result: CompiledDraft) -> list[tuple[str, str]]:
    """Each finding as its place and its reason."""
    return [(".".join(map(str, finding.path)), finding.reason) for finding in result.findings]


def new_draft(*activities: dict[str, Any]) -> Tree:
    draft = blank_workshop("Kylät", "fi")
    for index, activity in enumerate(activities):
        draft = changed(draft, ("insert", ["workshop", "activities", index], activity))
    return draft


POLL = {
    "kind": "choice",
    "question": {"fi": "Kuka olet?"},
    "options": [{"label": {"fi": "Minä"}}, {"label": {"fi": "Sinä"}}],
}
ITEM: list[str | int] = ["workshop", "activities", 0]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_packaged_workshop_as_a_draft_is_the_same_document(folder: Any) -> None:
    result = compiled(DRAFTS[folder.name])
    assert result.findings == ()
    assert result.document == load(folder).document
    assert not any(result.missing.values())


def test_a_new_workshop_needs_only_a_question_to_be_run() -> None:
    assert reasons_at(compiled(blank_workshop("Kylät", "fi"))) == [("workshop.activities", "few")]
    result = compiled(new_draft(POLL))
    assert result.findings == ()
    assert result.document is not None
    activity = result.document.workshop.activities[0]
    assert activity.title("fi") == activity.question("sv") == "Kuka olet?", "the programme lists it by its question"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_blank_question_of_each_kind_tells_only_of_fields_that_its_form_has(kind: Any) -> None:
    draft = {
        **new_draft(blank_activity(kind.activity)),
        "criteria": DRAFTS["data"]["criteria"],
        "quiz": DRAFTS["data"]["quiz"],
    }
    names = {entry.name for entry in kind.activity.editor_fields()}
    for finding in compiled(draft).findings:
        if finding.path[:2] == ("workshop", "activities") and len(finding.path) > 3:
            assert finding.path[3] in names
            assert finding.reason in {"empty", "few"}


def test_faults_stand_at_their_field() -> None:
    draft = changed(
        new_draft(POLL, {"kind": "words", "question": {}}, {"kind": "quiz", "question": {"fi": "Testi?"}}),
        ("set", [*ITEM, "options", 1, "label", "fi"], "  minä"),
        ("set", [*ITEM, "question", "fi"], "x" * 201),
        ("set", ["workshop", "activities", 1, "max_answers"], 40),
        ("set", ["workshop", "activities", 1, "minutes"], 0),
        (
            "insert",
            ["workshop", "pages", "links", 0],
            {"url": "javascript:alert(1)", "page": "home", "label": {"fi": "x"}},
        ),
    )
    assert sorted(reasons_at(compiled(draft))) == [
        ("workshop.activities.0.options.1", "repeated"),
        ("workshop.activities.0.question.fi", "long"),
        ("workshop.activities.1.max_answers", "most"),
        ("workshop.activities.1.minutes", "least"),
        ("workshop.activities.1.question.fi", "empty"),
        ("workshop.activities.2", "part"),
        ("workshop.pages.links.0.url", "address"),
    ]


def test_every_sentence_can_be_said() -> None:
    text = with_packaged({})["fi"]
    draft = changed(
        new_draft({"kind": "choice", "question": {}}, {"kind": "link", "href": "ei"}),
        ("set", ["workshop", "organiser", "updated"], "eilen"),
        ("set", ["quiz"], {"types": [{}], "questions": [{"options": [{"points": {}}]}]}),
        ("set", ["criteria"], {"criteria": [{"aspects_required": {"9": 1}}], "verdicts": [{"below": {"x": 9}}]}),
        ("set", ["examples"], [{"area_type": "planet", "lon": 500}]),
        ("set", ["texts", "fi"], {"app": 5}),
    )
    result = compiled(draft)
    assert result.document is None
    for finding in result.findings:
        assert text(sentence_key(finding), **finding.values).endswith(".")


def test_missing_translations_are_listed_and_fall_back_to_the_first_language() -> None:
    draft = changed(
        new_draft(POLL),
        ("set", ["workshop", "languages"], ["fi", "sv"]),
        ("set", ["workshop", "title", "sv"], "Byar"),
        ("set", [*ITEM, "options", 0, "label", "sv"], "Jag"),
        ("set", [*ITEM, "options", 1, "label", "sv"], " \n"),
    )
    result = compiled(draft)
    assert (result.findings, list(result.missing)) == ((), ["sv"])
    assert set(result.missing["sv"]) == {(*ITEM, "question"), (*ITEM, "options", 1, "label")}
    assert result.document is not None
    options = result.document.workshop.activities[0].options  # type: ignore[attr-defined]
    assert [option.label("sv") for option in options] == ["Jag", "Sinä"]
    first = changed(draft, ("set", ["workshop", "languages"], ["sv", "fi"]))
    assert ("workshop.activities.0.question.sv", "empty") in reasons_at(compiled(first)), (
        "the first language needs every text"
    )


def test_a_text_that_is_left_empty_is_left_out() -> None:
    draft = changed(
        new_draft(POLL), ("set", [*ITEM, "help"], {"fi": "", "sv": " "}), ("set", [*ITEM, "speaker_note"], "")
    )
    result = compiled(draft)
    assert result.document is not None
    assert result.document.workshop.activities[0].help is None


def test_an_item_that_becomes_another_kind_keeps_its_old_fields_for_the_way_back() -> None:
    draft = changed(new_draft(POLL), ("set", [*ITEM, "kind"], "words"))
    result = compiled(draft)
    assert result.document is not None
    assert result.document.workshop.activities[0].kind == "words"
    back = compiled(changed(draft, ("set", [*ITEM, "kind"], "choice")))
    assert back.document == compiled(new_draft(POLL)).document


def test_sentences_of_the_template_must_not_be_left_in_another_workshop() -> None:
    copied = DRAFTS[TEMPLATE.name]
    titled = changed(copied, ("set", ["workshop", "title"], {"fi": f"{copied['workshop']['title']['fi']} (kopio)"}))
    assert compiled(titled).findings == (), "a copy that nobody has begun to change"
    own = changed(titled, ("set", ["workshop", "title"], {"fi": "Kuntosali", "sv": "Gym", "en": "Gym"}))
    reasons = reasons_at(compiled(own))
    assert {reason for _, reason in reasons} == {"template"}
    assert ("workshop.pages.home.why.fi", "template") in reasons
    assert any(place.startswith("examples.0.") for place, _ in reasons)
    mended = changed(
        own, ("set", ["workshop", "pages", "home", "why", "fi"], "Aivan oma teksti, joka sopii kuntosalille.")
    )
    assert ("workshop.pages.home.why.fi", "template") not in reasons_at(compiled(mended))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_is_compiled_after_a_change_is_what_is_compiled_anew(data: st.DataObject) -> None:
    draft = DRAFTS[TEMPLATE.name]
    result = compiled(draft)
    for _ in range(data.draw(st.integers(1, 5))):
        try:
            draft, _ = all_applied(draft, [data.draw(fitting_changes(draft))])
        except ChangeError:
            continue
        result = compiled(draft, result)
        anew = compiled(draft)
        assert (result.document, result.findings, result.missing) == (anew.document, anew.findings, anew.missing)


def parts_looked_at(before: CompiledDraft, after: CompiledDraft) -> Iterator[Any]:
    known = {id(part) for part in before.parts.values()}
    return (part.circumstances[0] for part in after.parts.values() if id(part) not in known)


def test_a_part_that_has_not_changed_is_not_looked_at_again() -> None:
    draft = DRAFTS["data"]
    before = compiled(draft)
    after = compiled(changed(draft, ("set", [*ITEM, "question", "fi"], "Mitä nyt?")), before)
    assert list(parts_looked_at(before, after)) == ["activity"]


@pytest.mark.parametrize(
    "change",
    [
        ("set", ["workshop", "languages"], ["sv", "fi"]),
        ("set", ["workshop", "languages"], ["fi"]),
        ("set", ["workshop", "title", "fi"], "Kuntosali"),
        ("set", ["criteria"], None),
        ("set", ["quiz"], None),
        ("set", ["examples"], []),
        ("set", ["workshop", "vocabularies"], None),
    ],
    ids=lambda change: "_".join(map(str, change[1])),
)
def test_a_part_is_looked_at_again_when_what_it_depends_on_has_changed(
    change: tuple[str, list[str | int], Any],
) -> None:
    draft = changed(DRAFTS[TEMPLATE.name], ("set", [*ITEM, "question", "sv"], None))
    after = changed(draft, change)
    result, anew = compiled(after, compiled(draft)), compiled(after)
    assert (result.document, result.findings, result.missing) == (anew.document, anew.findings, anew.missing)
    assert (result.findings, result.missing) != (compiled(draft).findings, compiled(draft).missing)
