"""One server, several workshops: each room shows the version that it was made with, whatever the files say later."""

import io
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from server import clock
from server.service import Service
from server.settings import Settings
from server.store import rooms as table
from server.store.workshops import UnknownWorkshopError
from server.usecases import downloads
from server.usecases.importing import RoomFileError
from server.usecases.room_data import gathered
from server.usecases.workshop_files import read_files
from server.usecases.workshops import BUILT_IN, LIBRARY
from tests.conftest import ROOT
from tests.server.filled_rooms import Filled, filled, on_the_wall, whole_workshop
from workshop.activities.answers import UnknownOptionError
from workshop.activities.choice import ChoiceActivity
from workshop.content.loader import load

DATA = ROOT / "data"
ENDINGS = (".csv", ".zip", ".html", ".json")
NOON = 1_790_000_000_000


@contextmanager
def started(home: Path, data: Path = DATA) -> Iterator[Service]:
    running = Service(Settings(home=home, password="lupa", data=data))
    try:
        yield running
    finally:
        running.close()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Service]:
    with started(tmp_path / "home") as service:
        yield service


@pytest.fixture
def library_copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA / "examples" / "library", tmp_path / "library"))


def files(running: Service, code: str) -> dict[str, bytes]:
    """Every file of a room, as it would be exported home at noon."""
    return {
        ending: downloads.export_file(running, code, "fi", ending, lambda done: None, linked=True) for ending in ENDINGS
    }


def wall_texts(running: Service, code: str) -> object:
    return running.projector.page(code, running.rooms.get(code), "x", "fi", keys=False)["texts"]


def test_a_finished_rooms_files_stay_byte_for_byte_when_the_content_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with started(tmp_path) as running:
        code = whole_workshop(running).code
        running.rooms.end(code)
        monkeypatch.setattr(clock, "now_ms", lambda: NOON)
        before = files(running, code)
        projected = wall_texts(running, code)
    changed = Path(shutil.copytree(DATA, tmp_path / "changed"))
    for name in ("workshop.yaml", "criteria.yaml", "quiz.yaml"):
        text = (changed / name).read_text("utf-8")
        text = text.replace("Uutuus", "Tuoreus").replace("min_group: 5", "min_group: 40").replace("Propelli", "Ruori")
        (changed / name).write_text(text, "utf-8")
    with (changed / "blocked" / "fi.txt").open("a", encoding="utf-8") as blocked:
        blocked.write("yhteistyö\nkahvi\n")
    for data in (changed, DATA / "examples" / "library"):
        with started(tmp_path, data) as running:
            assert files(running, code) == before
            assert wall_texts(running, code) == projected
            assert running.content.criteria != running.content_of(running.rooms.get(code)).criteria


def test_finished_rooms_of_two_subjects_stay_byte_for_byte_when_both_subjects_have_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    with started(tmp_path / "home", data) as running:
        villages = running.written_workshops.from_lines("Kylät", "Mitä kylä sinulle merkitsee?", "fi")
        first, second = filled(running), Filled(running, running.rooms.create(workshop=villages))
        (question,) = running.store.read(table.activities_of, second.room.id)
        first.open("quiz")
        second.open(question.name)
        for person in range(6):
            first.fill_form(person, ["a", "b", "c"])
            second.answer(person, words=["koti", "kotia"][person % 2 :])
        monkeypatch.setattr(clock, "now_ms", lambda: NOON)
        for room in (first, second):
            running.rooms.end(room.code)
        before = {room.code: files(running, room.code) for room in (first, second)}
        draft = running.editing.draft(villages)
        renamed = {"op": "set", "path": ["workshop", "activities", 0, "question"], "value": {"fi": "Mitä toivot?"}}
        running.editing.change(villages, "a", draft.head.rev, [renamed])
        running.rooms.create(workshop=villages)
    workshop_file = data / "workshop.yaml"
    workshop_file.write_text(workshop_file.read_text("utf-8").replace("min_group: 5", "min_group: 40"), "utf-8")
    with started(tmp_path / "home", data) as running:
        assert running.content.min_group == 40
        assert {code: files(running, code) for code in before} == before
        assert "Mitä kylä sinulle merkitsee?" in before[second.code][".html"].decode()


def first_home(home: Path) -> None:
    """A home as 0.1.0 left it: words, an assessment that seven filled and a quiz that six took."""
    home.mkdir()
    with sqlite3.connect(home / "propelli.db") as store:
        store.executescript((ROOT / "tests" / "faults" / "first_store.sql").read_text("utf-8"))
        answer = 10
        for number, (kind, people) in enumerate({"assessment": 7, "quiz": 6}.items(), 2):
            title = {"fi": kind, "sv": kind, "en": kind}
            spec = {"kind": kind, "id": kind, "title": title, "question": title}
            store.execute(
                "INSERT INTO activity VALUES (?, 1, ?, ?, ?, 'always', 0)", (number, kind, number, json.dumps(spec))
            )
            store.execute("INSERT INTO round VALUES (?, ?, 1, 1750000000000, NULL, 1750000900000)", (number, number))
            for person in range(people):
                for slot, (question, option) in enumerate(_form(kind), 1):
                    answer += 1
                    store.execute(
                        "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?)",
                        (answer, number, bytes([person]) * 32, slot, question, option, 1750000001000 + answer),
                    )


def _form(kind: str) -> list[tuple[str, str]]:
    names = ("novelty", "implementation", "social_need", "effectiveness", "capacity")
    if kind == "assessment":
        return [(name, str(1 + place % 4)) for place, name in enumerate(names)]
    return [(question.id, question.options[0].id) for question in load(DATA).quiz.questions]


def counts(running: Service) -> list[object]:
    return [opened.results for _, opened in running.results.record("482915").all_rounds()]


def test_a_home_of_the_first_version_keeps_its_results_under_other_content(tmp_path: Path) -> None:
    first_home(tmp_path / "home")
    with started(tmp_path / "home") as running:
        before = counts(running)
        assert [result.people for result in before] == [2, 7, 6]  # type: ignore[attr-defined]
        room = running.rooms.get("482915")
        assert running.content_of(room).document == running.content.document
    with started(tmp_path / "home", DATA / "examples" / "library") as running:
        assert counts(running) == before
        assert running.content_of(running.rooms.get("482915")).document != running.content.document


def test_a_version_is_made_only_when_files_have_changed(tmp_path: Path, library_copy: Path) -> None:
    def versions(running: Service) -> dict[str, int]:
        return {workshop.id: workshop.version for workshop in running.workshops.all()}

    with started(tmp_path / "home") as running:
        running.rooms.create()
        assert versions(running) == {BUILT_IN: 1, LIBRARY: 1}
    with started(tmp_path / "home") as running:
        assert versions(running) == {BUILT_IN: 1, LIBRARY: 1}
    with started(tmp_path / "home", library_copy) as running:
        assert versions(running) == {BUILT_IN: 2, LIBRARY: 1}
    with started(tmp_path / "home") as running:
        assert versions(running) == {BUILT_IN: 2, LIBRARY: 1}
        room = running.rooms.create()
        assert room.title.startswith("Sosiaaliset innovaatiot")
        assert running.content_of(room) is running.content, "the version that the files are, not the newest"


def test_two_rooms_of_two_subjects_run_at_once(running: Service) -> None:
    first = filled(running)
    second = Filled(running, running.rooms.create(workshop=LIBRARY))
    assert (first.room.retention_days, second.room.retention_days) == (90, 60)
    for room in (first, second):
        room.open("quiz")
    first_state, second_state = (
        running.participants.state(room.code).payload("fi", NOON)  # type: ignore[union-attr]
        for room in (first, second)
    )
    assert len(first_state["questions"]) == 8
    assert len(second_state["questions"]) == 4
    with pytest.raises(UnknownOptionError):
        second.answer(1, form={question["id"]: "a" for question in first_state["questions"]})
    second.fill_form(5, ["a", "b", "c"])
    record = running.results.record(second.code)
    assert {row.id for row in record.activities[5].rounds[0].results.types} == {"seeker", "maker", "host"}  # type: ignore[union-attr]
    assert "kirjasto" in downloads.export_file(running, second.code, "fi", ".html", lambda done: None).decode()


def test_an_answer_asks_the_store_nothing_of_its_workshop(running: Service) -> None:
    room = Filled(running, running.rooms.create(workshop=LIBRARY))
    room.open("word_cloud")
    room.answer(1, words=["ensin"])
    statements: list[str] = []
    sa.event.listen(running.store.engine, "before_cursor_execute", lambda *event: statements.append(event[2]))
    room.answer(2, words=["toka"])
    assert any("INSERT INTO answer" in statement for statement in statements)
    assert not [statement for statement in statements if "workshop" in statement]


def test_blocked_words_are_the_workshops_own(running: Service, library_copy: Path) -> None:
    shutil.copytree(DATA / "blocked", library_copy / "blocked")
    with (library_copy / "blocked" / "fi.txt").open("a", encoding="utf-8") as blocked:
        blocked.write("kukkaruukku\n")
    workshop = running.workshops.add(read_files(library_copy))
    shown = {}
    for name in (workshop, LIBRARY):
        room = Filled(running, running.rooms.create(workshop=name))
        room.open("word_cloud")
        room.say("kukkaruukku", "lukulamppu")
        opened = running.results.rounds(room.code)[0]
        words = running.results_cache.words(room.code, opened.activity_id, opened.round.id, whole=True)
        shown[name] = {entry.text for entry in words.shown}
    assert shown == {workshop: {"lukulamppu"}, LIBRARY: {"lukulamppu", "kukkaruukku"}}


def test_an_unknown_workshop_is_told(running: Service) -> None:
    with pytest.raises(UnknownWorkshopError):
        running.rooms.create(workshop="ei-ole")


def test_a_copied_room_runs_the_same_version(running: Service) -> None:
    room = running.rooms.create(workshop=LIBRARY)
    assert running.rooms.copy(room.code).version == room.version


def test_a_rooms_file_brings_its_workshop_back(tmp_path: Path, library_copy: Path, running: Service) -> None:
    text = (library_copy / "quiz.yaml").read_text("utf-8")
    (library_copy / "quiz.yaml").write_text(text.replace("Etsijä", "Haravoija"), "utf-8")
    with started(tmp_path / "other", library_copy) as elsewhere:
        room = filled(elsewhere)
        room.open("quiz")
        room.fill_form(6, ["a", "b", "c"])
        exported = downloads.record_json(gathered(elsewhere, room.code, "fi"))
        document, results = (
            elsewhere.content.document,
            [opened.results for _, opened in elsewhere.results.record(room.code).all_rounds()],
        )
    back = running.importing.from_json(exported)
    assert running.content_of(back).document == document
    assert [opened.results for _, opened in running.results.record(back.code).all_rounds()] == results
    assert running.importing.from_json(exported).version == back.version, "the same workshop is not kept twice"
    assert len([workshop for workshop in running.workshops.all() if workshop.origin == "room"]) == 1
    without = json.loads(exported)
    del without["workshop"]
    assert running.content_of(running.importing.from_json(json.dumps(without).encode())) is running.content


@pytest.mark.parametrize("part", ["criteria", "quiz"])
def test_a_rooms_file_whose_workshop_does_not_hold_together_is_refused(running: Service, part: str) -> None:
    exported = json.loads(downloads.record_json(gathered(running, filled(running).code, "fi")))
    exported["workshop"][part] = None
    with pytest.raises(RoomFileError):
        running.importing.from_json(json.dumps(exported).encode())


def test_a_workshop_of_its_own_is_made_from_a_folder(running: Service, library_copy: Path) -> None:
    workshop = running.workshops.add(read_files(library_copy))
    room = running.rooms.create(workshop=workshop, lang="sv")
    assert (workshop, room.lang) == ("millainen-kirjasto-tarvitaan-huomenna", "sv")
    assert running.workshops.add(read_files(library_copy)) == f"{workshop}-2"


def test_an_option_that_was_removed_keeps_its_answers_under_its_name(running: Service) -> None:
    room = filled(running)
    room.open("roles")
    for person in range(6):
        room.answer(person, choices=["leader"] if person else ["ideator", "developer"])
    stored = next(
        activity for activity in running.store.read(table.activities_of, room.room.id) if activity.name == "roles"
    )
    roles = ChoiceActivity.model_validate_json(stored.spec)
    left = tuple(option for option in roles.options if option.id not in {"leader", "developer"})
    removed = tuple(option for option in roles.options if option.id == "leader")
    spec = roles.model_copy(update={"options": left, "removed": removed}).model_dump_json(exclude_none=True)
    running.store.write(lambda c: table.change_activity(c, stored.id, spec=spec), (room.code, "room"))
    leader = f"poistettu vaihtoehto ({removed[0].label('fi')})"
    projected = on_the_wall(running, room.code)["result"]
    assert projected["n"] == 6
    shares = {option["label"]: option["count"] for option in projected["options"] if option["count"]}
    assert shares == {"Ideoin uusia ratkaisuja": 1, leader: 5, "poistettu vaihtoehto (developer)": 1}
    for ending in (".csv", ".html", ".zip"):
        exported = downloads.export_file(running, room.code, "fi", ending, lambda done: None)
        if ending == ".zip":
            with zipfile.ZipFile(io.BytesIO(exported)) as archive:
                exported = b"".join(archive.read(name) for name in archive.namelist() if name.startswith("utf-8/"))
        assert leader in exported.decode("utf-8-sig"), ending
    with pytest.raises(UnknownOptionError):
        room.answer(9, choices=["leader"])


def test_a_corrected_label_reaches_the_questions_that_nobody_has_answered(tmp_path: Path) -> None:
    def labels(running: Service, code: str, activity: str) -> list[str]:
        models = [listed.model for listed in running.desks.get(code).activities if listed.name == activity]
        return [option.label("fi") for model in models if isinstance(model, ChoiceActivity) for option in model.options]

    own = Path(shutil.copytree(DATA, tmp_path / "own"))
    with started(tmp_path / "home", own) as running:
        running.workshops.renew()
        answered, fresh, ended = (filled(running) for _ in range(3))
        answered.open("roles")
        answered.answer(1, choices=["leader"])
        running.rooms.end(ended.code)
        roles, sectors = (labels(running, answered.code, name) for name in ("roles", "sectors"))
    text = (own / "workshop.yaml").read_text("utf-8")
    for label in (roles[0], sectors[0]):
        text = text.replace(f'fi: "{label}"', f'fi: "{label}, korjattu"')
    (own / "workshop.yaml").write_text(text, "utf-8")
    (own / "quiz.yaml").write_text((own / "quiz.yaml").read_text("utf-8").replace("Propelli", "Ruori"), "utf-8")
    with started(tmp_path / "home", own) as running:
        running.workshops.renew()
        now = f"{sectors[0]}, korjattu"
        assert labels(running, answered.code, "roles") == roles, "somebody answered it as it was"
        assert labels(running, answered.code, "sectors") == [now, *sectors[1:]]
        assert labels(running, fresh.code, "roles")[0] == f"{roles[0]}, korjattu"
        assert labels(running, ended.code, "sectors") == sectors
        quizzes = [running.content_of(running.rooms.get(room.code)).quiz for room in (answered, fresh)]
        assert quizzes[0] != running.content.quiz
        assert quizzes[1] == running.content.quiz
    with started(tmp_path / "home", DATA / "examples" / "library") as running:
        running.workshops.renew()
        assert labels(running, fresh.code, "sectors")[0] == now, "another subject changes no room"
        assert running.content_of(running.rooms.get(fresh.code)).title != running.content.title
