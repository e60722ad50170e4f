"""An organiser edits a workshop: every change is kept, can be undone, and a room runs what stands there."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server import clock
from server.service import Service
from server.settings import Settings
from server.store.workshops import UnknownWorkshopError
from server.usecases import drafts as drafts_module
from server.usecases.drafts import DraftFaultsError
from server.usecases.editing import (
    EDITOR_MS,
    DraftElsewhereError,
    NothingToUndoError,
    ReadOnlyWorkshopError,
    SavedChanges,
    SessionError,
)
from server.usecases.workshops import BUILT_IN, LIBRARY
from tests.conftest import ROOT
from tests.workshop.test_draft_changes import ANYTHING, fitting_changes
from tests.workshop.test_draft_document import POLL
from workshop.content.draft_changes import ChangeError, all_applied
from workshop.content.workshop_document import DocumentSizeError

ITEMS = ["workshop", "activities"]
ONE, TWO = "first-session", "second-session"


def started(home: Path) -> Service:
    return Service(Settings(home=home, password="lupa", data=ROOT / "data"))


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Service]:
    service = started(tmp_path)
    service.workshops.renew()
    yield service
    service.close()


@pytest.fixture
def workshop(running: Service) -> str:
    return running.new_workshops.empty("Kylät", "fi")


def add(path: list[Any], value: Any) -> dict[str, Any]:
    return {"op": "insert", "path": path, "value": value}


def fill(path: list[Any], value: Any) -> dict[str, Any]:
    return {"op": "set", "path": path, "value": value}


def change(running: Service, workshop: str, *changes: dict[str, Any], session: str = ONE) -> SavedChanges:
    return running.editing.change(workshop, session, running.editing.draft(workshop).head.rev, changes)


def test_a_workshop_is_begun_filled_and_run_and_a_room_gets_a_version_only_of_what_is_new(
    running: Service, workshop: str
) -> None:
    with pytest.raises(DraftFaultsError):
        running.rooms.create(workshop=workshop)
    change(running, workshop, add([*ITEMS, 0], POLL))
    first, second = (running.rooms.create(workshop=workshop) for _ in range(2))
    assert (first.title, first.version) == ("Kylät", second.version)
    change(running, workshop, fill([*ITEMS, 0, "question", "fi"], "Kuka sinä olet?"))
    third = running.rooms.create(workshop=workshop)
    questions = [running.content_of(room).activities[0].question("fi") for room in (first, third)]
    assert questions == ["Kuka olet?", "Kuka sinä olet?"]
    listed = {stored.id: stored for stored in running.workshops.all()}[workshop]
    assert (listed.version, listed.origin, listed.title) == (2, "own", "Kylät")


def test_a_draft_is_there_after_a_restart_with_all_that_can_be_undone(tmp_path: Path) -> None:
    running = started(tmp_path)
    workshop = running.new_workshops.empty("Kylät", "fi")
    trees = [running.editing.draft(workshop).document]
    for number in range(60):
        saved = change(running, workshop, add([*ITEMS, number % 3 and 1], POLL if number % 2 else {"kind": "words"}))
        trees.append(saved.draft.document)
        if number == 57:
            running.close()
            running = started(tmp_path)
    try:
        for tree in reversed(trees[:-1]):
            rev = running.editing.draft(workshop).head.rev
            assert running.editing.undo(workshop, ONE, rev).draft.document == tree
        with pytest.raises(NothingToUndoError):
            running.editing.undo(workshop, ONE, running.editing.draft(workshop).head.rev)
        for tree in trees[1:]:
            rev = running.editing.draft(workshop).head.rev
            assert running.editing.redo(workshop, ONE, rev).draft.document == tree
        with pytest.raises(NothingToUndoError):
            running.editing.redo(workshop, ONE, running.editing.draft(workshop).head.rev)
    finally:
        running.close()


def test_a_client_that_does_the_changes_it_is_told_has_the_same_draft(running: Service, workshop: str) -> None:
    mine = running.editing.draft(workshop).document
    words = fill([*ITEMS, 0, "help"], {"fi": "yksi\x00", "sv": None})
    for changes in (
        [add([*ITEMS, 0], POLL), add([*ITEMS, 0], copy.deepcopy(POLL)), words],
        [fill([*ITEMS, 1, "minutes"], 5)],
    ):
        saved = change(running, workshop, *changes)
        mine, _ = all_applied(mine, copy.deepcopy(changes), is_own=True)
        ids = [each for each in saved.changes if each["path"][-1] == "id"]
        mine, _ = all_applied(mine, [each for each in saved.changes if each not in ids], is_own=True)
        for each in ids:
            row: Any = mine
            for key in each["path"][:-1]:
                row = row[key]
            row["id"] = each["value"]
        assert mine == saved.draft.document
    assert saved.changes == ()
    undone = running.editing.undo(workshop, ONE, saved.draft.head.rev)
    assert all_applied(mine, undone.changes, is_own=True)[0] == undone.draft.document


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_changed_in_a_copy_can_be_undone(running: Service, data: st.DataObject) -> None:
    workshop = running.new_workshops.duplicate(LIBRARY, running.texts("fi"))
    before = running.editing.draft(workshop).document
    steps = 0
    for _ in range(data.draw(st.integers(1, 6))):
        try:
            change(running, workshop, data.draw(fitting_changes(running.editing.draft(workshop).document)))
            steps += 1
        except ChangeError:
            continue
    while running.editing.draft(workshop).history.can_undo:
        running.editing.undo(workshop, ONE, running.editing.draft(workshop).head.rev)
    assert running.editing.draft(workshop).document == before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(ANYTHING, min_size=1, max_size=3), session=st.text(max_size=120))
def test_whatever_is_sent_is_refused_by_name_and_changes_nothing(
    running: Service, changes: list[Any], session: str
) -> None:
    workshop = getattr(running, "hostile_workshop", None) or running.new_workshops.empty("Kylät", "fi")
    running.hostile_workshop = workshop  # type: ignore[attr-defined]
    before = running.editing.draft(workshop)
    with pytest.raises((ChangeError, SessionError)):
        running.editing.change(workshop, session, before.head.rev, changes)
    assert running.editing.draft(workshop).head == before.head


def test_a_stale_change_is_refused_and_nothing_is_lost(running: Service, workshop: str) -> None:
    rev = running.editing.draft(workshop).head.rev
    change(running, workshop, add([*ITEMS, 0], POLL))
    with pytest.raises(DraftElsewhereError):
        running.editing.change(workshop, ONE, rev, [add([*ITEMS, 0], POLL)])
    assert len(running.editing.draft(workshop).document["workshop"]["activities"]) == 1


def test_one_session_edits_at_a_time_until_another_takes_over_or_it_has_been_away(
    running: Service, workshop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_790_000_000_000
    monkeypatch.setattr(clock, "now_ms", lambda: now)
    editing = running.editing
    draft = change(running, workshop, add([*ITEMS, 0], POLL)).draft
    assert editing.other_since(draft, ONE) is None
    assert editing.other_since(draft, TWO) == now
    with pytest.raises(DraftElsewhereError):
        change(running, workshop, fill([*ITEMS, 0, "minutes"], 5), session=TWO)
    draft = editing.take_over(workshop, TWO)
    assert (draft.head.rev, editing.is_editor(draft, TWO), editing.other_since(draft, ONE)) == (3, True, now)
    change(running, workshop, fill([*ITEMS, 0, "minutes"], 5), session=TWO)
    with pytest.raises(DraftElsewhereError):
        change(running, workshop, fill([*ITEMS, 0, "minutes"], 6))
    now += EDITOR_MS + 1
    draft = change(running, workshop, fill([*ITEMS, 0, "minutes"], 6)).draft
    assert editing.is_editor(draft, ONE)


def test_a_change_from_outside_leaves_the_one_who_edits_the_editor(running: Service, workshop: str) -> None:
    change(running, workshop, add([*ITEMS, 0], POLL))
    saved = running.editing.add(workshop, add([*ITEMS, 1], {"kind": "words", "question": {"fi": "Mitä nyt?"}}))
    assert running.editing.is_editor(saved.draft, ONE)
    assert len(running.editing.undo(workshop, ONE, saved.draft.head.rev).draft.document["workshop"]["activities"]) == 1


def test_examples_are_set_as_one_step_that_keeps_little(running: Service) -> None:
    workshop = running.new_workshops.duplicate(BUILT_IN, running.texts("fi"))
    rows = running.editing.draft(workshop).document["examples"]
    changed = [*rows[:3], {**rows[3], "title": {"fi": "Toinen nimi"}}, *rows[4:], {"title": {"fi": "Uusi kylätalo"}}]
    saved = running.editing.set_examples(workshop, ONE, changed)
    after = saved.draft.document["examples"]
    assert [row["id"] for row in after] == [*(row["id"] for row in rows), "uusi_kylatalo"]
    assert after[3]["title"] == {"fi": "Toinen nimi"}
    assert len(saved.draft.history.text) < 5 * len(json.dumps(rows[3]))
    assert running.editing.set_examples(workshop, ONE, after).draft.head.rev == saved.draft.head.rev
    assert running.editing.undo(workshop, ONE, saved.draft.head.rev).draft.document["examples"] == rows


def test_a_workshop_is_duplicated_as_it_stands_with_faults_too(running: Service, workshop: str) -> None:
    change(running, workshop, add([*ITEMS, 0], {"kind": "words", "question": {}}))
    copied = running.new_workshops.duplicate(workshop, running.texts("fi"))
    assert running.editing.draft(copied).title == "Kylät (kopio)"
    assert running.editing.draft(copied).document["workshop"]["activities"][0]["kind"] == "words"
    for name in (BUILT_IN, LIBRARY):
        ready = running.new_workshops.duplicate(name, running.texts("fi"))
        room = running.rooms.create(workshop=ready)
        assert running.content_of(room).activities == running.workshops.content(name).activities


def test_a_built_in_or_unknown_workshop_is_not_edited(running: Service) -> None:
    with pytest.raises(ReadOnlyWorkshopError):
        running.editing.draft(BUILT_IN)
    with pytest.raises(UnknownWorkshopError):
        change(running, "ei-ole", fill(["quiz"], None))
    with pytest.raises(UnknownWorkshopError):
        running.new_workshops.archive("ei-ole")


def test_a_workshop_is_put_away_and_brought_back(running: Service, workshop: str) -> None:
    def archived() -> bool:
        return next(stored for stored in running.workshops.all() if stored.id == workshop).archived_at is not None

    running.new_workshops.archive(workshop)
    assert archived()
    running.new_workshops.unarchive(workshop)
    assert not archived()


def test_a_workshop_from_files_is_edited_from_its_newest_version(running: Service) -> None:
    workshop = running.new_workshops.from_document(running.workshops.content(LIBRARY).document)
    room = running.rooms.create(workshop=workshop)
    draft = running.editing.draft(workshop)
    assert (draft.head.rev, draft.history.can_undo) == (0, False)
    after = running.editing.change(workshop, ONE, 0, [fill([*ITEMS, 0, "minutes"], 7)]).draft
    assert after.head.rev == 1
    later = running.rooms.create(workshop=workshop)
    assert [running.content_of(each).activities[0].minutes for each in (room, later)] == [None, 7]
    running.editing.undo(workshop, ONE, 1)
    assert running.rooms.create(workshop=workshop).version == room.version


def test_a_draft_that_would_be_too_large_is_refused_and_kept_as_it_was(running: Service, workshop: str) -> None:
    rows = [{"kind": "words", "question": {"fi": "x" * 19_000}, "help": {"fi": "x" * 19_000}} for _ in range(60)]
    with pytest.raises(DocumentSizeError):
        change(running, workshop, fill(ITEMS, rows))
    assert running.editing.draft(workshop).document["workshop"]["activities"] == []


def test_drafts_that_are_forgotten_are_read_again(
    running: Service, workshop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts_module, "MAX_DRAFTS", 1)
    other = running.new_workshops.empty("Toinen", "fi")
    for number in range(3):
        for name in (workshop, other):
            change(running, name, add([*ITEMS, 0], {**POLL, "question": {"fi": f"{name} {number}"}}))
    assert running.editing.draft(workshop).document["workshop"]["activities"][0]["question"]["fi"] == f"{workshop} 2"


def test_what_another_process_has_changed_is_what_is_edited(running: Service, workshop: str, tmp_path: Path) -> None:
    change(running, workshop, add([*ITEMS, 0], POLL))
    other = started(tmp_path)
    try:
        change(other, workshop, fill([*ITEMS, 0, "minutes"], 9))
        assert running.editing.draft(workshop).document["workshop"]["activities"][0]["minutes"] == 9
        change(running, workshop, fill([*ITEMS, 0, "minutes"], 8))
        room = other.rooms.create(workshop=workshop)
        assert other.content_of(room).activities[0].minutes == 8
    finally:
        other.close()
