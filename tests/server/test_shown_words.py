"""What own words are shown as, told to a phone after its answer, and the suggestion that one is another word."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from server.service import Service
from server.settings import Settings
from server.store import answers, word_suggestions
from server.store.schema import answers as stored_answers
from server.usecases.downloads import export_file
from tests.conftest import Server, eventually
from tests.hostile.openapi import check, check_state
from tests.server.api_client import OpenRoom, Phone
from tests.server.filled_rooms import Filled, filled

ADDRESS = "/live/{code}/words"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    running.lexicon.wait()
    yield running
    running.close()


class WordRoom:
    """A room with the word cloud open, people who answer, and its desk."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.code = service.rooms.create().code
        service.control.open(self.code, "word_cloud")

    @property
    def current(self) -> Any:
        state = self.service.participants.state(self.code)
        assert state is not None
        return state.current

    def body(self, **more: Any) -> dict[str, Any]:
        return {"round": self.current.round.public_id, **more}

    def send(self, person: str, *words: str, lang: str | None = None) -> Any:
        job = self.service.answering.job(self.code, person.encode(), self.body(words=list(words)), lang)
        return self.service.store.write(job, (self.code, "answers"))

    def shown_to(self, person: str) -> dict[str, str]:
        own = self.service.shown_words.own(self.current, person.encode())
        return {word["text"]: word["shown"] for word in own["words"]}

    def suggest(self, person: str, word: str) -> None:
        job = self.service.shown_words.suggesting(self.code, person.encode(), self.body(word=word))
        self.service.store.write(job, (self.code, "answers"))

    def entries(self) -> list[Any]:
        desk = self.service.desks.get(self.code)
        assert desk.words
        assert desk.current
        listed: list[Any] = self.service.moderation.listed(self.code, desk.current.id, desk.words)["entries"]
        return listed

    def suggested(self) -> dict[str, int]:
        """What the desk shows beside words, and how many people say so."""
        return {form["text"]: form["count"] for entry in self.entries() for form in entry["suggestions"]}

    def act(self, kind: str, *keys: str, decision: int | None = None) -> None:
        activity = self.current.activity.id
        action = {"action": kind, "keys": list(keys), "target": None, "decision": decision}
        self.service.moderation.act(self.code, activity, action)

    def undo(self) -> None:
        desk = self.service.desks.get(self.code)
        assert desk.words
        decisions = self.service.moderation.listed(self.code, self.current.activity.id, desk.words)["decisions"]
        self.act("undo", decision=decisions[-1]["id"])


@pytest.fixture
def room(service: Service) -> WordRoom:
    return WordRoom(service)


def test_a_phone_is_told_what_its_words_were_merged_into_and_nothing_of_others(room: WordRoom) -> None:
    room.send("a", "yhteistyötä", "ilo")
    room.send("b", "yhteistyö")
    assert room.shown_to("a") == {"yhteistyötä": "yhteistyö"}
    assert room.shown_to("b") == {}
    assert room.shown_to("stranger") == {}


@pytest.mark.parametrize("word", ["vittuja", "yhteistyötä"])
def test_nothing_is_told_of_words_that_are_blocked_hidden_or_wait(room: WordRoom, word: str) -> None:
    room.send("a", word)
    if word == "yhteistyötä":
        assert room.shown_to("a") == {word: "yhteistyö"}
        room.act("hide", "yhteistyötä")
        assert room.shown_to("a") == {}
        room.act("restore", "yhteistyötä")
        assert room.shown_to("a") == {word: "yhteistyö"}
        room.undo()
        room.undo()
        room.service.moderation.set_approval(room.code, on=True, keeps=False)
    assert room.shown_to("a") == {}


def test_nothing_is_told_while_nobody_is_shown_the_results(room: WordRoom) -> None:
    room.send("a", "yhteistyötä")
    room.service.control.show_results(room.code, "never", None)
    assert room.shown_to("a") == {}
    room.service.control.show_results(room.code, "closed", None)
    assert room.shown_to("a") == {}
    room.service.control.close(room.code)
    assert room.shown_to("a") == {"yhteistyötä": "yhteistyö"}


def test_a_suggestion_stands_beside_the_word_until_the_form_is_taken_apart(room: WordRoom) -> None:
    for person, word in (("a", "yhteistyötä"), ("b", "yhteistyötä"), ("c", "yhteistyö")):
        room.send(person, word)
    room.suggest("a", "Yhteistyötä!")
    room.suggest("a", "yhteistyötä")
    assert room.suggested() == {"yhteistyötä": 1}
    room.suggest("b", "yhteistyötä")
    assert room.suggested() == {"yhteistyötä": 2}
    room.act("apart", "yhteistyötä")
    assert room.suggested() == {}
    assert room.shown_to("a") == {}
    assert {entry["text"] for entry in room.entries()} == {"yhteistyö", "yhteistyötä"}


def test_a_suggestion_that_is_dismissed_stays_away_and_comes_back_with_undo(room: WordRoom) -> None:
    room.send("a", "yhteistyötä")
    room.suggest("a", "yhteistyötä")
    room.act("keep", "yhteistyötä")
    assert room.suggested() == {}
    assert room.shown_to("a") == {"yhteistyötä": "yhteistyö"}
    room.undo()
    assert room.suggested() == {"yhteistyötä": 1}


def test_a_word_that_is_taken_back_takes_its_suggestion_along(room: WordRoom) -> None:
    room.send("a", "yhteistyötä")
    room.send("b", "yhteistyötä")
    room.suggest("a", "yhteistyötä")
    job = room.service.answering.retraction(room.code, b"a", room.body(words=["yhteistyötä"]))
    room.service.store.write(job, (room.code, "answers"))
    assert room.suggested() == {}


def test_a_word_with_a_suggestion_is_listed_however_many_others_there_are(
    room: WordRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.usecases.moderation.MAX_LISTED", 1)
    room.send("a", "ilo", "yhteistyötä")
    room.send("b", "ilo")
    assert [entry["text"] for entry in room.entries()] == ["ilo"]
    room.suggest("a", "yhteistyötä")
    assert [entry["text"] for entry in room.entries()] == ["ilo", "yhteistyö"]


def test_a_deleted_room_leaves_no_suggestion(service: Service) -> None:
    room = WordRoom(service)
    room.send("a", "yhteistyötä")
    room.suggest("a", "yhteistyötä")
    activity = room.current.activity.id
    service.rooms.delete(room.code)
    service.store.deletion.finish()
    assert service.store.read(word_suggestions.of_activity, activity) == []


def words(phone: Phone) -> dict[str, Any]:
    answer = phone.client.get(f"/live/{phone.code}/words")
    check(answer, "GET", ADDRESS)
    body: dict[str, Any] = answer.json()
    return body


def suggest(phone: Phone, **body: Any) -> httpx.Response:
    answer = phone.client.post(f"/live/{phone.code}/words", json=body)
    check(answer, "POST", ADDRESS)
    return answer


def test_over_the_wire_the_receipt_tells_nothing_and_a_later_question_does(
    server: Server, new_room: Callable[[], OpenRoom]
) -> None:
    room = new_room()
    phone = room.phone()
    state = phone.state()
    check_state(state)
    module = phone.client.get(state["shown_words"]["script"])
    assert module.headers["content-type"].startswith("text/javascript")
    assert "Näkyy pilvessä:" in module.text
    receipt = phone.send(round=state["round"], words=["yhteistyötä"]).json()
    assert receipt == {"saved": ["yhteistyötä"], "left": 2, "result": None}
    expected = [{"text": "yhteistyötä", "shown": "yhteistyö", "suggested": False}]
    eventually(lambda: words(phone)["words"] == expected)
    assert words(room.phone()) == {"round": state["round"], "words": []}
    assert suggest(phone, round=state["round"], word="yhteistyötä").status_code == 204
    assert words(phone)["words"] == [{**expected[0], "suggested": True}]


def test_only_an_own_word_of_this_round_from_this_site_can_be_said_to_be_another(
    new_room: Callable[[], OpenRoom],
) -> None:
    room = new_room()
    phone, other = room.phone(), room.phone()
    round_id = phone.me()["round"]
    phone.send(round=round_id, words=["yhteistyötä"])
    other.me()
    assert suggest(other, round=round_id, word="yhteistyötä").json()["error"] == "empty"
    assert suggest(phone, round="r0", word="yhteistyötä").status_code == 409
    for word in (None, 5, ["yhteistyötä"], "", "jokin muu"):
        assert suggest(phone, round=round_id, word=word).status_code == 422
    foreign = {"Origin": "https://elsewhere.example"}
    body = {"round": round_id, "word": "yhteistyötä"}
    assert phone.client.post(f"/live/{room.code}/words", json=body, headers=foreign).status_code == 403


def test_suggestions_are_throttled_as_answers_are(new_room: Callable[[], OpenRoom]) -> None:
    phone = new_room().phone()
    round_id = phone.me()["round"]
    phone.send(round=round_id, words=["yhteistyötä"])
    statuses = {suggest(phone, round=round_id, word="yhteistyötä").status_code for _ in range(70)}
    assert statuses == {204, 429}


def languages(room: WordRoom) -> dict[str, str | None]:
    round_id = room.current.round.id
    return {answer.text: answer.lang for answer in room.service.store.read(answers.since, round_id)}


def test_a_word_is_read_in_the_language_of_the_page_that_it_was_typed_on(room: WordRoom) -> None:
    room.send("a", "oven", lang="en")
    room.send("b", "ovi", lang="fi")
    assert {entry["text"] for entry in room.entries()} == {"oven", "ovi"}
    assert languages(room) == {"oven": "en", "ovi": "fi"}


def test_the_language_is_kept_of_words_alone_and_only_where_the_workshop_has_several(
    room: WordRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = room.service.contents.of_room(room.current.room)
    monkeypatch.setattr(type(content), "languages", property(lambda _: ("fi",)))
    room.send("a", "ilo", lang="fi")
    assert languages(room) == {"ilo": None}
    monkeypatch.undo()
    room.service.control.open(room.code, "roles")
    body = room.body(choices=["developer"])
    job = room.service.answering.job(room.code, b"a", body, "sv")
    room.service.store.write(job, (room.code, "answers"))
    assert set(languages(room).values()) == {None}


def test_no_file_of_a_room_tells_the_language_of_an_answer(service: Service) -> None:
    room: Filled = filled(service)
    service.store.write(lambda c: c.execute(stored_answers.update().values(lang="zq")), (room.code, "answers"))
    for kind in (".csv", ".json", ".md"):
        assert b"zq" not in export_file(service, room.code, "fi", kind, lambda _: None)
