"""Questions to the speaker: asked on phones, approved at the desk, voted for, shown on the wall and in the files."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import openpyxl
import pytest

from server import clock
from server.service import Service
from server.settings import Settings
from server.store import withdrawals
from server.store.deletion import remove_batch
from server.store.schema import speaker_questions as stored_questions
from server.store.schema import speaker_votes
from server.usecases.desk_actions import UnknownActionError
from server.usecases.downloads import export_file
from server.usecases.speaker_questions import QUESTIONS
from tests.conftest import Server, eventually
from tests.hostile.openapi import check, check_state
from tests.server.api_client import OpenRoom, Phone
from tests.server.filled_rooms import Filled, filled, on_the_wall

ADDRESS = "/live/{code}/questions"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    yield running
    running.close()


@pytest.fixture
def beside(server: Server) -> Iterator[Service]:
    """The same store as the running server's, changed from beside it."""
    running = Service(Settings(home=server.home, password="lupa"))
    yield running
    running.close()


@pytest.fixture
def asking_room(server: Server, beside: Service) -> Iterator[OpenRoom]:
    """A room that takes questions, with the word cloud open."""
    room = OpenRoom(server)
    beside.speaker_questions.switch(room.code, on=True)
    phone = room.phone()
    eventually(lambda: phone.state().get("questions") is True)
    yield room
    room.close()


@pytest.fixture
def room(service: Service) -> Filled:
    room = filled(service)
    service.speaker_questions.switch(room.code, on=True)
    return room


def ask(room: Filled, text: str, person: int = 0) -> tuple[int, str]:
    service = room.service
    job = service.speaker_questions.asking(room.code, key(room, person), {"text": text})
    receipt: tuple[int, str] = service.store.write(job, (room.code, QUESTIONS))
    return receipt


def key(room: Filled, person: int) -> bytes:
    return room.service.access.participant(f"person-{person}")


def vote(room: Filled, question: int, person: int) -> None:
    job = room.service.speaker_questions.voting(room.code, key(room, person), question, {})
    room.service.store.write(job, (room.code, QUESTIONS))


def visible(room: Filled, person: int = 0) -> list[Any]:
    return room.service.speaker_questions.visible(room.service.rooms.get(room.code), key(room, person))


def mark(room: Filled, question: int, state: str) -> None:
    room.service.actions.do(room.code, "mark_speaker_question", {"question": question, "state": state}, None)


def listed_at_desk(room: Filled) -> list[Any]:
    part = room.service.desk_view.picture(room.code, "fi").state["speaker_questions"]
    assert part is not None
    return list(part["questions"])


def send(phone: Phone, text: Any) -> httpx.Response:
    answer = phone.client.post(f"/live/{phone.code}/questions", json={"text": text})
    check(answer, "POST", ADDRESS)
    return answer


def questions_of(phone: Phone) -> list[dict[str, Any]]:
    answer = phone.client.get(f"/live/{phone.code}/questions")
    check(answer, "GET", ADDRESS)
    return list(answer.json()["questions"])


def press_vote(phone: Phone, question: object, **body: Any) -> httpx.Response:
    answer = phone.client.post(f"/live/{phone.code}/questions/{question}/vote", json=body)
    check(answer, "POST", f"{ADDRESS}/{{question}}/vote")
    return answer


# ---- on the wire
def test_a_room_without_questions_takes_none(new_room: Callable[[], OpenRoom], beside: Service) -> None:
    room = new_room()
    beside.speaker_questions.switch(room.code, on=False)
    phone = room.phone()
    eventually(lambda: "questions" not in phone.state())
    assert not {"questions", "speaker"} & phone.state().keys()
    assert send(phone, "Miksi?").status_code == 409
    assert questions_of(phone) == []


def test_what_one_asks_others_see_and_vote_for_once_each(asking_room: OpenRoom) -> None:
    asker, other = asking_room.phone(), asking_room.phone()
    receipt = send(asker, "  Kuka   maksaa? ").json()
    assert receipt["state"] == "shown"
    assert send(asker, "kuka maksaa?").json() == receipt
    (own,) = questions_of(asker)
    assert own == {**receipt, "text": "Kuka maksaa?", "votes": 0, "mine": True, "voted": False}
    assert press_vote(other, receipt["id"]).json() == {"id": receipt["id"], "votes": 1, "voted": True}
    eventually(lambda: questions_of(other)[0]["voted"])
    assert [(row["votes"], row["mine"], row["voted"]) for row in questions_of(other)] == [(1, False, True)]
    assert press_vote(other, receipt["id"]).json()["votes"] == 0


def test_a_vote_that_says_what_it_wants_may_be_sent_again(asking_room: OpenRoom) -> None:
    phone = asking_room.phone()
    number = send(phone, "Kuka maksaa?").json()["id"]
    assert [press_vote(phone, number, voted=True).json()["votes"] for _ in range(2)] == [1, 1]
    assert [press_vote(phone, number, voted=False).json()["votes"] for _ in range(2)] == [0, 0]


def test_a_vote_without_a_body_counts(asking_room: OpenRoom) -> None:
    phone = asking_room.phone()
    number = send(phone, "Kuka maksaa?").json()["id"]
    answer = phone.client.post(f"/live/{phone.code}/questions/{number}/vote")
    assert answer.json() == {"id": number, "votes": 1, "voted": True}


def test_every_state_tells_of_the_questions_and_the_module_comes(asking_room: OpenRoom, beside: Service) -> None:
    phone = asking_room.phone()
    script = phone.state()["speaker"]["script"]
    module = phone.client.get(script)
    assert module.headers["content-type"].startswith("text/javascript")
    assert "Kysy puhujalta" in module.text
    assert phone.client.get(script.replace(".js", "0.js")).status_code == 404
    for activity in ("quiz", "examples", "closing"):
        asking_room.opens(activity)
        state = phone.state()
        check_state(state)
        assert state["speaker"]
        assert state["questions"]
    beside.rooms.end(asking_room.code)
    eventually(lambda: phone.state()["ended"])
    assert "speaker" not in phone.state()
    assert send(phone, "Vielä yksi?").json()["error"] == "questions_off"


def test_a_locked_room_takes_questions_from_those_inside_alone(asking_room: OpenRoom, beside: Service) -> None:
    inside, stranger = asking_room.phone(), Phone(asking_room.server, asking_room.code)
    send(inside, "Kuka maksaa?")
    beside.rooms.lock(asking_room.code, locked=True)
    eventually(lambda: inside.state()["locked"])
    assert send(stranger, "Miksi?").json()["error"] == "locked"
    assert send(inside, "Miksi?").status_code == 200
    stranger.client.close()


# ---- what is refused
@pytest.mark.parametrize(
    ("text", "error"),
    [("", "empty"), ("  \u200b ", "empty"), (None, "empty"), (["a"], "empty"), ("a" * 201, "long"),
     ("soita 040 123 4567", "personal_phone"), ("lue https://a.example", "personal_link")],
)  # fmt: skip
def test_a_question_that_is_no_question_is_refused(asking_room: OpenRoom, text: Any, error: str) -> None:
    answer = send(asking_room.phone(), text)
    assert (answer.status_code, answer.json()["error"]) == (422, error)


@pytest.mark.parametrize("question", ["0", "-1", "1e3", "9" * 12, "٣", "x", "%00"])
def test_a_vote_for_no_question_is_refused(asking_room: OpenRoom, question: str) -> None:
    assert press_vote(asking_room.phone(), question).status_code == 404


def test_no_other_rooms_question_is_voted_for(
    asking_room: OpenRoom, new_room: Callable[[], OpenRoom], beside: Service
) -> None:
    number = send(asking_room.phone(), "Kuka maksaa?").json()["id"]
    other = new_room()
    beside.speaker_questions.switch(other.code, on=True)
    phone = other.phone()
    eventually(lambda: phone.state().get("questions"))
    assert press_vote(phone, number).status_code == 404


def test_another_sites_page_asks_and_votes_nothing(asking_room: OpenRoom) -> None:
    phone = asking_room.phone()
    foreign = {"Origin": "https://paha.example"}
    for path in ("", "/1/vote"):
        answer = phone.client.post(f"/live/{phone.code}/questions{path}", json={"text": "a"}, headers=foreign)
        assert answer.json()["error"] == "origin"


def test_one_person_asks_only_so_many_and_so_fast(asking_room: OpenRoom) -> None:
    phone = asking_room.phone()
    answers = [send(phone, f"Kysymys {number}") for number in range(21)]
    assert [answer.status_code for answer in answers] == [200] * 20 + [422]
    assert {send(phone, "Kysymys 1").status_code for _ in range(60)} == {200, 429}


def test_the_word_filter_holds_a_question_back(room: Filled) -> None:
    room.service.lexicon.wait()
    assert ask(room, "mitä vittua tämä on?")[1] == "blocked"
    assert [question["state"] for question in visible(room)] == ["waiting"]
    assert visible(room, 1) == []
    assert [question["state"] for question in listed_at_desk(room)] == ["blocked"]


# ---- at the desk
def test_where_words_are_approved_first_questions_are_too(room: Filled) -> None:
    room.service.moderation.set_approval(room.code, on=True, keeps=True)
    number, state = ask(room, "Kuka maksaa?")
    assert state == "waiting"
    assert visible(room, 1) == []
    (row,) = listed_at_desk(room)
    assert [button["label"] for button in row["buttons"]] == ["Hyväksy", "Piilota"]
    mark(room, number, "shown")
    assert [question["state"] for question in visible(room, 1)] == ["shown"]
    mark(room, number, "hidden")
    assert visible(room, 1) == []
    assert [question["state"] for question in visible(room, 0)] == ["hidden"]


def test_those_that_wait_come_first_and_then_those_with_most_votes(room: Filled) -> None:
    first, second = ask(room, "Ensimmäinen?")[0], ask(room, "Toinen?", 1)[0]
    room.service.moderation.set_approval(room.code, on=True, keeps=True)
    ask(room, "Odottava?", 2)
    vote(room, second, 5)
    assert [row["text"] for row in listed_at_desk(room)] == ["Odottava?", "Toinen?", "Ensimmäinen?"]
    mark(room, first, "answering")
    assert [row["text"] for row in listed_at_desk(room)] == ["Odottava?", "Ensimmäinen?", "Toinen?"]


def test_only_one_question_is_answered_at_a_time(room: Filled) -> None:
    first, second = ask(room, "Ensimmäinen?")[0], ask(room, "Toinen?", 1)[0]
    mark(room, first, "answering")
    mark(room, second, "answering")
    assert {question["text"]: question["state"] for question in visible(room)} == {
        "Ensimmäinen?": "answered", "Toinen?": "answering",
    }  # fmt: skip


@pytest.mark.parametrize("arguments", [{"question": "1", "state": "shown"}, {"question": 1, "state": "blocked"}, {}])
def test_a_press_that_is_none_marks_nothing(room: Filled, arguments: dict[str, Any]) -> None:
    with pytest.raises(UnknownActionError):
        room.service.actions.do(room.code, "mark_speaker_question", arguments, None)


# ---- on the projector
def test_the_projector_shows_the_questions_with_most_votes_and_large_the_one_that_is_answered(room: Filled) -> None:
    numbers = [ask(room, f"Kysymys {n}?", n)[0] for n in range(8)]
    for voter in range(3):
        vote(room, numbers[6], voter)
    vote(room, numbers[2], 0)
    mark(room, numbers[4], "answering")
    mark(room, numbers[7], "hidden")
    room.service.control.show(room.code, "questions")
    state = on_the_wall(room.service, room.code)
    assert (state["view"], state["question"], state["answered"]) == ("questions", "Kysy puhujalta", 7)
    shown = [(row["text"], row["votes"], row["state"]) for row in state["result"]["questions"]]
    assert shown[:3] == [("Kysymys 4?", 0, "answering"), ("Kysymys 6?", 3, "shown"), ("Kysymys 2?", 1, "shown")]
    assert "Kysymys 7?" not in str(state)


def test_the_questions_leave_the_projector_when_they_are_switched_off(room: Filled) -> None:
    room.service.control.show(room.code, "questions")
    room.service.speaker_questions.switch(room.code, on=False)
    assert on_the_wall(room.service, room.code)["view"] == "question"
    views = room.service.desk_view.picture(room.code, "fi").state["view"]
    room.open("word_cloud")
    assert views is not None
    assert "Kysy puhujalta" not in [button["label"] for button in views["buttons"]]


def test_three_hundred_questions_with_ten_thousand_votes_are_read_in_three_queries(room: Filled) -> None:
    service = room.service
    people = [key(room, person) for person in range(100)]

    def fill(connection: Any) -> None:
        for number in range(300):
            row = {"room": room.room.id, "participant": people[number % 100], "key": f"k{number}", "at": 1}
            row |= {"text": f"Kysymys {number}?", "state": "shown"}
            question = connection.execute(stored_questions.insert().returning(stored_questions.c.id), row).scalar_one()
            voters = people[: 34 if number else 70]
            votes = [{"question": question, "participant": voter, "at": 1} for voter in voters]
            connection.execute(speaker_votes.insert(), votes)

    service.store.write(fill, (room.code, QUESTIONS))
    reads: list[object] = []
    read = service.store.read
    service.store.read = lambda query, *values: reads.append(query) or read(query, *values)  # type: ignore[method-assign,func-returns-value]
    try:
        current = service.rooms.get(room.code)
        reads.clear()
        for person in range(5):
            listed = service.speaker_questions.visible(current, people[person])
            assert (len(listed), listed[0]["text"], listed[0]["votes"]) == (300, "Kysymys 0?", 70)
        assert len(reads) == 5 + 1
    finally:
        service.store.read = read  # type: ignore[method-assign]
    picture = service.desk_view.picture(room.code, "fi").state["speaker_questions"]
    assert picture is not None
    assert (len(picture["questions"]), picture["note"]) == (100, "Lisäksi 200 kysymystä, joilla on vähemmän ääniä.")


# ---- what is kept
def test_the_workbook_the_report_and_the_rooms_file_have_the_questions(room: Filled) -> None:
    number = ask(room, "=Kuka maksaa?")[0]
    hidden = ask(room, "Piiloon?", 3)[0]
    vote(room, number, 1)
    vote(room, number, 2)
    mark(room, hidden, "hidden")
    book = openpyxl.load_workbook(io.BytesIO(exported(room, ".xlsx")))
    rows = list(book["Kysymykset puhujalle"].iter_rows(values_only=True))
    assert [row[:3] for row in rows] == [
        ("Kysymys puhujalle", "Ääniä", "Tilanne"), ("=Kuka maksaa?", 2, "näkyvissä"), ("Piiloon?", 0, "piilotettu"),
    ]  # fmt: skip
    page = exported(room, ".html").decode()
    assert "=Kuka maksaa? (2 ääntä)" in page
    assert "Piiloon" not in page
    record = json.loads(exported(room, ".json"))
    assert [(row["text"], row["state"], len(row["votes"])) for row in record["speaker_questions"]] == [
        ("=Kuka maksaa?", "shown", 2), ("Piiloon?", "hidden", 0),
    ]  # fmt: skip


def test_a_room_that_is_read_back_has_its_questions_and_their_votes(room: Filled) -> None:
    vote(room, ask(room, "Kuka maksaa?")[0], 1)
    back = room.service.importing.from_json(exported(room, ".json"))
    (question,) = room.service.speaker_questions.listed(back)
    assert (question.text, question.votes, question.state) == ("Kuka maksaa?", 1, "shown")
    assert back.speaker_questions


def test_a_deleted_rooms_questions_and_votes_are_removed(service: Service, room: Filled) -> None:
    numbers = [ask(room, f"Kysymys {number}?", number)[0] for number in range(30)]
    for number in numbers:
        vote(room, number, 1)
    service.rooms.delete(room.code)
    assert not service.store.write(remove_batch)
    query = stored_questions.select().where(stored_questions.c.room == room.room.id)
    votes = speaker_votes.select().where(speaker_votes.c.question.in_(numbers))
    for rows in (query, votes):
        assert service.store.read(lambda connection, rows=rows: connection.execute(rows).all()) == []


def test_a_withdrawn_persons_questions_and_votes_count_no_more(service: Service, room: Filled) -> None:
    number = ask(room, "Kuka maksaa?")[0]
    ask(room, "Roskaa?", 9)
    vote(room, number, 9)
    service.store.write(
        lambda c: withdrawals.withdraw_people(c, room.room.id, [key(room, 9)], clock.now_ms()), (room.code, "room")
    )
    assert [(question["text"], question["votes"]) for question in visible(room, 1)] == [("Kuka maksaa?", 0)]


def test_a_workshop_may_ask_for_questions_from_the_start(service: Service, tmp_path: Path) -> None:
    document = service.content.document
    quiet = document.model_copy(update={"workshop": document.workshop.model_copy(update={"questions": False})})
    workshop = service.workshops.add(quiet)
    assert service.rooms.create().speaker_questions
    assert service.rooms.copy(service.rooms.create().code).speaker_questions
    assert not service.rooms.create(workshop=workshop).speaker_questions


def exported(room: Filled, ending: str) -> bytes:
    return export_file(room.service, room.code, "fi", ending, lambda _: None)
