"""The second workshop, on libraries: complete, in three languages, a template for own content."""

import shutil
from pathlib import Path

import pytest

from server.__main__ import main
from server.service import Service
from server.settings import Settings
from tests.conftest import ROOT
from workshop.assessment.rules import assess
from workshop.content.content import Content
from workshop.content.loader import load
from workshop.quiz.rules import result

LIBRARY = ROOT / "data" / "examples" / "library"


@pytest.fixture(scope="module")
def library() -> Content:
    return load(LIBRARY)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(LIBRARY, tmp_path / "oma")
    return tmp_path / "oma"


def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = main(["content", "check", str(folder)])
    captured = capsys.readouterr()
    return status, captured.out + captured.err


def test_the_folder_is_whole(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(copy, capsys) == (0, f"Sisältö on kunnossa ({copy}).\n")


def test_it_is_about_something_else_in_every_language(library: Content) -> None:
    ours = load(ROOT / "data")
    for lang in library.languages:
        assert library.title(lang) != ours.title(lang)
        assert not {activity.question(lang) for activity in library.activities} & {
            activity.question(lang) for activity in ours.activities
        }
        assert library.texts[lang]("home.what") != ours.texts[lang]("home.what")
        assert library.texts[lang]("participant.send") == ours.texts[lang]("participant.send")


def test_every_verdict_and_every_type_can_be_had(library: Content) -> None:
    cases = {case.id: assess(library.criteria, case.answers) for case in library.criteria.cases}
    assert cases["quiet_hall"].worst == "waiting"
    assert (cases["village_living_room"].worst, cases["village_living_room"].best) == ("growing", "shared")
    for letter, type_id in zip("abc", library.quiz.ids, strict=True):
        quiz_result = result(library.quiz, {question.id: letter for question in library.quiz.questions})
        assert quiz_result is not None
        assert quiz_result.types == (type_id,)


def test_a_room_has_its_programme(tmp_path: Path) -> None:
    running = Service(Settings(home=tmp_path, password="lupa", data=LIBRARY))
    try:
        room = running.rooms.create()
        assert room.title == "Millainen kirjasto tarvitaan huomenna?"
        assert room.retention_days == 60
        names = [activity.name for activity in running.desks.get(room.code).activities]
        assert names == ["word_cloud", "visits", "wishes", "assessment", "examples", "quiz", "closing"]
    finally:
        running.close()


# file, what stands there, what is written instead, the key that is told, words of the advice
MISTAKES = [
    ("workshop.yaml", 'sv: "Ordmoln", ', "", "activities.word_cloud.title.sv", "ei ole tällä kielellä"),
    ("workshop.yaml", "max_answers: 3", "max_answers: kolme", "activities.word_cloud.max_answers", "luku"),
    ("workshop.yaml", "max_answers: 3", "max_answer: 3", "activities.word_cloud.max_answer", "Tarkista kirjoitusasu"),
    ("workshop.yaml", "    max_chars: 40", "\tmax_chars: 40", "", "Käytä sisennykseen välilyöntejä"),
    ("workshop.yaml", 'label: {fi: "Tapaan ihmisiä"', 'label: {fi: "Tapaan ihmisiä', "", "lainausmerkit"),
    ("workshop.yaml", "id: visits", "id: Käynnit", "activities.Käynnit.id", "pieniä kirjaimia"),
    ("workshop.yaml", "updated: 2026-11-25", "updated: 25.11.2026", "organiser.updated", "2026-01-31"),
    ("criteria.yaml", "below: {reach: 3}", "below: {reech: 3}", "verdicts.waiting.below.reech", "ei ole määritelty"),
    ("quiz.yaml", "best_pair: host", "best_pair: hoster", "types.seeker.best_pair", "seeker, maker, host"),
    ("examples.csv", ";kainuu;", ";kajaani;", "region", "ei ole määritelty"),
    ("texts/fi.yaml", "  centre:", "  center:", "closing.center", "ei tunneta"),
]


@pytest.mark.parametrize(("file", "old", "new", "key", "advice"), MISTAKES)
def test_a_mistake_is_reported_with_file_line_key_and_advice(
    copy: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, key: str, advice: str
) -> None:
    path = copy / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    place = text[: text.index(old)].count("\n") + 1
    status, output = check(copy, capsys)
    assert status == 1
    lines = [line for line in output.splitlines() if line.startswith(f"{file}, rivi ")]
    assert any(advice in line and (not key or f"({key})" in line) for line in lines), output
    assert any(abs(int(line.split("rivi ")[1].split(":")[0].split(" ")[0]) - place) <= 1 for line in lines), output
    assert "Traceback" not in output


def test_what_leads_to_a_missing_file_is_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "quiz.yaml").unlink()
    status, output = check(copy, capsys)
    assert status == 1
    assert "(activities.quiz): Tämä tarvitsee tiedoston quiz.yaml" in output


def test_the_templates_sentences_are_refused_in_a_workshop_on_another_subject(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy / "workshop.yaml"
    text = path.read_text("utf-8")
    own = text.replace("Millainen kirjasto tarvitaan huomenna?", "Millainen uimahalli tarvitaan huomenna?")
    path.write_text(own, "utf-8")
    status, output = check(copy, capsys)
    assert status == 1
    lines = output.splitlines()
    line = own[: own.index("Mitä kirjastossa pitäisi")].count("\n") + 1
    assert any(
        line_text.startswith(f"workshop.yaml, rivi {line} (activities.wishes.question.fi): ") for line_text in lines
    ), output
    for place in ("pages.home.why.fi", "criteria.yaml", "quiz.yaml", "examples.csv", "texts/fi.yaml (home.what)"):
        assert any(place in line_text and "mallin oma teksti" in line_text for line_text in lines), place
    assert "pages.links" not in output
    assert "vocabularies.evidence" not in output
