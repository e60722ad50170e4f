"""Changes of a draft: each can be taken back, none leads outside the shape, and whatever comes is refused by name."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from workshop.content.draft_changes import ChangeError, DraftRowsError, DraftTextError, all_applied, applied, as_done
from workshop.content.draft_difference import differences, row_changes
from workshop.content.draft_document import compiled, draft_of
from workshop.content.draft_history import MAX_STEPS, DraftStep, History, history_from
from workshop.content.draft_ids import identified
from workshop.content.draft_shape import document_shape
from workshop.content.loader import load

QUICK = settings(max_examples=150, deadline=None)
DOCUMENT = load(ROOT / "data" / "examples" / "library").document
DRAFT = draft_of(DOCUMENT)
WORDS = st.text(max_size=12)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def item(index: int, *rest: str | int) -> list[str | int]:
    return ["workshop", "activities", index, *rest]


def fingerprint(tree: Any) -> str:
    """Equal for trees that are the same, also in the order of a map's names."""
    return json.dumps(tree, ensure_ascii=False)


@st.composite
def fitting_changes(draw: st.DrawFn, tree: dict[str, Any]) -> dict[str, Any]:
    """A change that fits the tree, somewhere in it."""
    node: Any = tree
    place, path = document_shape(), list[str | int]()
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        inner = [key for key in keys if isinstance(node[key], dict | list) and node[key] and key not in {"texts"}]
        if not inner or (path and draw(st.booleans())):
            break
        key = draw(st.sampled_from(inner))
        place = place.for_value(node).inside(key)  # type: ignore[assignment]
        node, path = node[key], [*path, key]
    if isinstance(node, list) and node:
        index = draw(st.integers(0, len(node) - 1))
        operation = draw(st.sampled_from(["insert", "remove", "move", "set"]))
        more = {"insert": {"value": node[index]}, "set": {"value": node[index]}, "remove": {}}
        move = {"to": draw(st.integers(0, len(node) - 1))}
        return {"op": operation, "path": [*path, index], **more.get(operation, move)}
    key = draw(st.sampled_from(sorted(node, key=str)))
    value = draw(WORDS) if isinstance(node[key], str) else node[key]
    return {"op": "set", "path": [*path, key], "value": draw(st.sampled_from([value, None]))}


@QUICK
@given(data=st.data())
def test_whatever_was_changed_is_taken_back_step_by_step(data: st.DataObject) -> None:
    tree, history, before = DRAFT, History(), [fingerprint(DRAFT)]
    for _ in range(data.draw(st.integers(1, 12))):
        change = data.draw(fitting_changes(tree))
        try:
            tree, inverses = all_applied(tree, [change])
        except ChangeError:
            continue
        history = history.added(DraftStep((as_done(tree, change),), tuple(inverses), 10_000 * len(before)))
        before.append(fingerprint(tree))
    after = before[-1]
    while history.can_undo:
        history, changes = history.undone()
        tree, _ = all_applied(tree, changes, is_own=True)
        assert json.loads(fingerprint(tree)) == json.loads(before[history.position])
    while history.can_redo:
        history, changes = history.redone()
        tree, _ = all_applied(tree, changes, is_own=True)
    assert json.loads(fingerprint(tree)) == json.loads(after)


def test_a_hundred_changes_are_undone_to_the_first_state_and_a_word_that_is_typed_is_one_step() -> None:
    tree, history = DRAFT, History()
    for number in range(100):
        changes = [{"op": "set", "path": item(number % 4, "question", "fi"), "value": f"Kysymys {number}"}]
        tree, inverses = all_applied(tree, changes)
        history = history.added(DraftStep(tuple(changes), tuple(inverses), 5_000 * number))
    for letters in ("K", "Ku", "Kuk"):
        changes = [{"op": "set", "path": item(0, "help", "fi"), "value": letters}]
        tree, inverses = all_applied(tree, changes)
        history = history.added(DraftStep(tuple(changes), tuple(inverses), 600_000 + 900 * len(letters)))
    assert len(history.steps) == 101
    history = history_from(history.text, history.position)
    while history.can_undo:
        history, changes_back = history.undone()
        tree, _ = all_applied(tree, changes_back, is_own=True)
    assert tree == DRAFT


def test_the_history_is_bounded_in_steps_and_in_bytes() -> None:
    history = History()
    for number in range(MAX_STEPS + 20):
        change = {"op": "set", "path": item(number, "question", "fi"), "value": "x"}
        history = history.added(DraftStep((change,), (change,), number))
    assert (len(history.steps), history.position) == (MAX_STEPS, MAX_STEPS)
    large = {"op": "set", "path": ["quiz"], "value": "x" * 600_000}
    history = history.added(DraftStep((large,), (), 0))
    assert len(history.steps) == MAX_STEPS
    history = history.added(DraftStep((large,), (), 0))
    assert len(history.text.encode()) < 1_000_100
    assert not history.added(DraftStep((large, large), (), 0)).can_undo


@QUICK
@given(
    change=st.fixed_dictionaries(
        {},
        optional={
            "op": st.sampled_from(["set", "insert", "remove", "move"]) | ANYTHING,
            "path": st.lists(
                st.sampled_from(["workshop", "activities", "options", "quiz", "criteria", "id", "__class__", 0, -1, 1])
                | ANYTHING,
                max_size=14,
            )
            | ANYTHING,
            "value": ANYTHING,
            "to": ANYTHING,
        },
    )
    | ANYTHING
)
def test_whatever_comes_is_done_or_refused_by_name(change: Any) -> None:
    before = fingerprint(DRAFT)
    try:
        named = identified(DRAFT, change)
        tree, inverse = applied(DRAFT, named)
    except ChangeError:
        assert fingerprint(DRAFT) == before
        return
    assert fingerprint(DRAFT) == before, "a tree is never changed in place"
    compiled(tree)
    json.dumps(tree, allow_nan=False).encode()
    assert applied(tree, inverse, is_own=True)[0] == DRAFT


@pytest.mark.parametrize(
    "change",
    [
        {"op": "set", "path": [], "value": {}},
        {"op": "set", "path": ["workshop"], "value": {}},
        {"op": "set", "path": ["workshop", "activities"], "value": None},
        {"op": "set", "path": ["workshop", "secret"], "value": "x"},
        {"op": "set", "path": item(0, "id"), "value": "toinen"},
        {"op": "set", "path": item(0, "kind"), "value": "film"},
        {"op": "set", "path": item(99, "question", "fi"), "value": "x"},
        {"op": "set", "path": item(-1, "question", "fi"), "value": "x"},
        {"op": "set", "path": item(0, "question", "de"), "value": "x"},
        {"op": "set", "path": item(0, "question", "fi"), "value": 5},
        {"op": "set", "path": item(0, "question", "fi")},
        {"op": "set", "path": item(0, "minutes"), "value": True},
        {"op": "set", "path": item(0, "minutes"), "value": float("inf")},
        {"op": "set", "path": item(0, "minutes"), "value": 10**400},
        {"op": "insert", "path": item(0), "value": {"kind": "film"}},
        {"op": "insert", "path": item(0), "value": {"kind": "words", "options": []}},
        {"op": "insert", "path": item(0), "value": None},
        {"op": "insert", "path": item(0, "question", "fi"), "value": "x"},
        {"op": "remove", "path": item(True)},
        {"op": "move", "path": item(0), "to": 99},
        {"op": "copy", "path": item(0)},
    ],
)
def test_no_path_leads_outside_and_no_value_of_another_kind_is_kept(change: dict[str, Any]) -> None:
    with pytest.raises(ChangeError):
        applied(DRAFT, change)


def test_beyond_the_limits_a_sentence_says_so() -> None:
    with pytest.raises(DraftTextError):
        applied(DRAFT, {"op": "set", "path": item(0, "question", "fi"), "value": "x" * 20_001})
    rows = [{"kind": "words", "question": {"fi": "?"}}] * 201
    with pytest.raises(DraftRowsError):
        applied(DRAFT, {"op": "set", "path": ["workshop", "activities"], "value": rows})


def test_what_no_text_has_is_left_out_and_missing_sections_are_made_and_unmade() -> None:
    bare = {**DRAFT, "workshop": {**DRAFT["workshop"], "activities": [{"id": "a", "kind": "words"}]}}
    change = {"op": "set", "path": item(0, "help", "fi"), "value": "rivi\r\nto\x00inen\ud800"}
    tree, inverse = applied(bare, change)
    assert tree["workshop"]["activities"][0]["help"] == {"fi": "rivi\ntoinen"}
    assert applied(tree, inverse)[0] == bare


def test_a_name_that_is_put_back_into_a_map_stands_where_it_stood() -> None:
    path = ["workshop", "vocabularies", "themes"]
    names = list(DRAFT["workshop"]["vocabularies"]["themes"])
    tree, inverse = applied(DRAFT, {"op": "set", "path": [*path, names[0]], "value": None})
    assert list(tree["workshop"]["vocabularies"]["themes"]) == names[1:]
    back, _ = applied(tree, inverse)
    assert list(back["workshop"]["vocabularies"]["themes"]) == names


def inserted(tree: dict[str, Any], path: list[str | int], value: Any) -> Any:
    return identified(tree, {"op": "insert", "path": path, "value": value})["value"]


def test_ids_are_made_of_the_first_languages_text_and_differ() -> None:
    question = {"sv": "Vem är du?", "fi": "Kuka olet – ja mistä?"}
    new = {
        "kind": "choice",
        "question": question,
        "options": [{"label": {"fi": "Minä"}}, {"label": {}}, {"label": {"fi": "minä!"}}],
    }
    row = inserted(DRAFT, item(0), new)
    assert (row["id"], [option["id"] for option in row["options"]]) == (
        "kuka_olet_ja_mista",
        ["mina", "option_1", "mina_2"],
    )
    tree, _ = applied(DRAFT, {"op": "insert", "path": item(0), "value": row})
    again = inserted(tree, item(0), row)
    assert again["id"] == "kuka_olet_ja_mista_2", "a copy is another item"
    assert [option["id"] for option in again["options"]] == ["mina", "option_1", "mina_2"]
    assert inserted(tree, item(0), {"kind": "words"})["id"] == "item_1"
    assert inserted(tree, item(0), {"kind": "words", "question": {"fi": "2030: mitä?"}})["id"] == "item_2030_mita"
    assert len(inserted(tree, item(0), {"kind": "words", "question": {"fi": "ä" * 300}})["id"]) <= 40


def test_an_item_that_is_set_anew_keeps_its_id_and_a_label_that_changes_too() -> None:
    first = DRAFT["workshop"]["activities"][0]["id"]
    change = {"op": "set", "path": item(0), "value": {"kind": "words", "id": "vaihdettu", "question": {"fi": "Uusi?"}}}
    tree, _ = applied(DRAFT, identified(DRAFT, change))
    assert tree["workshop"]["activities"][0]["id"] == first
    tree, _ = applied(tree, {"op": "set", "path": item(0, "question", "fi"), "value": "Aivan muu?"})
    assert tree["workshop"]["activities"][0]["id"] == first


@QUICK
@given(
    before=st.lists(st.integers(0, 4), max_size=8).map(lambda rows: [{"title": {"fi": str(row)}} for row in rows]),
    after=st.lists(st.integers(0, 4), max_size=8).map(lambda rows: [{"title": {"fi": str(row)}} for row in rows]),
)
def test_rows_become_others_by_few_changes(before: list[Any], after: list[Any]) -> None:
    tree = {**DRAFT, "examples": before}
    changes = row_changes(before, after, ("examples",))
    assert all_applied(tree, changes)[0]["examples"] == after
    assert len(changes) <= max(len(before), len(after))


def test_a_difference_names_only_what_differs() -> None:
    other = copy.deepcopy(DRAFT)
    other["workshop"]["activities"][0]["question"]["fi"] = "Toinen"
    del other["workshop"]["activities"][1]["help"]
    changes = list(differences(DRAFT, other))
    assert [change["path"] for change in changes] == [item(0, "question", "fi"), item(1, "help")]
    assert all_applied(DRAFT, changes)[0] == other
