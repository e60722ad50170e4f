"""Moderation: hide, join, take apart, approve, undo; every view follows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server import clock
from server.service import Service
from server.settings import Settings
from server.usecases.desk import Desk
from tests.server.filled_rooms import on_the_wall, phone_results

ANSWERS = [("a", "yhteistyö"), ("b", "yhteistyötä"), ("c", "talkoot"), ("d", "rohkeus"), ("e", "perkele")]


class Room:
    """A room with answers, and what is drawn of them."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.code = service.rooms.create().code
        service.control.open(self.code, "word_cloud")
        for person, word in ANSWERS:
            self.send(person, word)

    def send(self, person: str, *words: str) -> Any:
        state = self.service.participants.state(self.code)
        assert state is not None
        body = {"round": state.payload("fi", clock.now_ms())["round"], "words": list(words)}
        job = self.service.answering.job(self.code, person.encode(), body)
        return self.service.store.write(job, (self.code, "answers"))

    @property
    def desk(self) -> Desk:
        return self.service.desks.get(self.code)

    @property
    def activity(self) -> int:
        assert self.desk.current
        return self.desk.current.id

    def drawn(self) -> dict[str, int]:
        """Word to people on the projector, after checking that phones and the list show the same."""
        result = on_the_wall(self.service, self.code)["result"]
        listed: dict[str, int] = dict(result["list"])
        assert sorted(" ".join(word["lines"]) for word in result["wide"]["words"]) == sorted(listed)
        self.service.control.show_results(self.code, "always", phones=True)
        phones = phone_results(self.service, self.code)["words"]
        assert {word["text"]: word["count"] for word in phones} == listed
        return listed

    def listed(self) -> dict[str, Any]:
        words = self.desk.words
        assert words
        return self.service.moderation.listed(self.code, self.activity, words)

    def act(self, action: str, word: str, target: str | None = None) -> None:
        (entry,) = (entry for entry in self.listed()["entries"] if entry["text"] == word)
        keys = [form["key"] for form in entry["forms"]]
        self.service.moderation.act(
            self.code, self.activity, {"action": action, "keys": keys, "target": target, "decision": None}
        )

    def undo(self) -> None:
        decision = self.listed()["decisions"][-1]["id"]
        self.service.moderation.act(self.code, self.activity, {"action": "undo", "keys": [], "decision": decision})


@pytest.fixture(scope="module")
def knowing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that knows Finnish."""
    service = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    service.lexicon.wait()
    yield service
    service.close()


@pytest.fixture
def room(knowing: Service) -> Room:
    return Room(knowing)


def test_forms_of_one_word_are_one_entry_and_a_blocked_word_is_kept_but_not_drawn(room: Room) -> None:
    assert room.drawn() == {"yhteistyö": 2, "talkoot": 1, "rohkeus": 1}
    blocked = [entry["text"] for entry in room.listed()["entries"] if entry["blocked"]]
    assert blocked == ["perkele"]
    room.act("restore", "perkele")
    assert "perkele" in room.drawn()
    room.undo()
    assert "perkele" not in room.drawn()


def test_a_hidden_word_does_not_come_back_with_an_ending(room: Room) -> None:
    room.act("hide", "yhteistyö")
    room.send("f", "yhteistyössä")
    assert "yhteistyö" not in room.drawn()
    room.undo()
    assert room.drawn()["yhteistyö"] == 3


def test_two_entries_are_joined_and_a_form_is_taken_out(room: Room) -> None:
    target = next(entry["key"] for entry in room.listed()["entries"] if entry["text"] == "yhteistyö")
    room.act("join", "talkoot", target)
    assert room.drawn() == {"yhteistyö": 3, "rohkeus": 1}
    room.undo()
    assert room.drawn() == {"yhteistyö": 2, "talkoot": 1, "rohkeus": 1}
    action = {"action": "apart", "keys": ["yhteistyötä"], "target": None, "decision": None}
    room.service.moderation.act(room.code, room.activity, action)
    assert sum(room.drawn().values()) == 4
    assert len(room.drawn()) == 4
    room.undo()
    assert room.drawn()["yhteistyö"] == 2


def test_approval_switched_on_keeps_what_is_up_or_takes_it_down(room: Room) -> None:
    moderation = room.service.moderation
    moderation.set_approval(room.code, on=True, keeps=True)
    room.send("g", "uutuus")
    room.send("h", "yhteistyössä")
    assert room.drawn() == {"yhteistyö": 3, "talkoot": 1, "rohkeus": 1}
    room.act("approve", "uutuus")
    assert "uutuus" in room.drawn()
    moderation.set_approval(room.code, on=False, keeps=True)
    other = Room(room.service)
    moderation.set_approval(other.code, on=True, keeps=False)
    assert other.drawn() == {}


def test_decisions_hold_in_the_next_round(room: Room) -> None:
    room.act("hide", "rohkeus")
    room.service.control.open(room.code, "word_cloud", new_round=True)
    room.send("a", "rohkeus")
    room.send("b", "ilo")
    assert room.drawn() == {"ilo": 1}


def test_decisions_survive_a_restart(room: Room) -> None:
    room.act("hide", "talkoot")
    again = Service(room.service.settings)
    again.lexicon.wait()
    result = on_the_wall(again, room.code)["result"]
    again.close()
    assert "talkoot" not in dict(result["list"])


def test_answers_are_counted_by_cleaning_alone_until_the_lexicon_is_there(tmp_path: Path) -> None:
    service = Service(Settings(home=tmp_path, password="lupa"))
    room = Room(service)
    assert len(room.drawn()) == 4
    service.lexicon.wait()
    assert room.drawn()["yhteistyö"] == 2
    service.close()


PERSONAL = [
    ("maija@kunta.fi", "personal_email"),
    ("040 123 4567", "personal_phone"),
    ("131052-308T", "personal_identity_code"),
    ("www.kunta.fi/ohje", "personal_link"),
]


@pytest.mark.parametrize(("text", "error"), PERSONAL)
def test_personal_data_is_refused_with_a_reason(room: Room, text: str, error: str) -> None:
    with pytest.raises(Exception, match=error) as caught:
        room.send("z", text)
    for lang in ("fi", "sv", "en"):
        assert room.service.sentence(caught.value, lang).endswith(".")  # type: ignore[arg-type]
    assert room.send("z", "avoimuus").left == 2
