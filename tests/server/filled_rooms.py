"""Rooms with answers, made through the use cases that the API's routes call."""

import json
from dataclasses import dataclass
from typing import Any

from server.service import Service
from server.store import rooms as table
from server.store.rows import Room
from server.usecases.projector import ProjectorState

UGLY = (
    "ääkköset", "a\u0308iti", "Ryhmä #1, Vaasa", "=cmd|' /C calc'!A0", '=HYPERLINK("x","y")', "+1", "-5",
    "@SUM(A1)", "==hei==", "=1+1", "+358 40", 'sanoi "hei"', "a;b", "<b onclick=x>", "🚀", "👍🏻", "ሰላም",
    "5 $ ja 10 $", ":smile:", "*x*", "'heittomerkki", "a,b", "C:\\polku", "\u200bsisu", "Y", "100 %", "＝1+1",
    "eka\ntoka", "\tsarkain",
)  # fmt: skip
"""Answers that have broken exports elsewhere."""


@dataclass
class Filled:
    """A room and the people in it, numbered."""

    service: Service
    room: Room

    @property
    def code(self) -> str:
        return self.room.code

    def open(self, activity: str, *, new_round: bool = False) -> None:
        self.service.control.open(self.code, activity, new_round=new_round)

    def answer(self, person: int, **body: Any) -> Any:
        current = self.service.store.read(table.current, self.code)
        assert current is not None
        assert current.round is not None
        sent = {"round": current.round.public_id, **body}
        key = self.service.access.participant(f"person-{person}")
        return self.service.store.write(
            self.service.answering.job(self.code, key, sent),
            (self.code, "answers"),
        )

    def say(self, *words: str, person: int = 0) -> None:
        """Each word from a person of its own, numbered on from `person`."""
        for number, word in enumerate(words, person):
            self.answer(number, words=[word])

    @property
    def current_activity(self) -> int:
        current = self.service.desks.get(self.code).current
        assert current is not None
        return current.id

    def decide(self, kind: Any, *keys: str, target: str | None = None) -> None:
        self.service.moderation.decide(self.code, self.current_activity, kind, list(keys), target)

    def fill_form(self, people: int, options: list[str]) -> None:
        """Each person answers every question of the form that is on, the options taken in turn by question."""
        current = self.service.desks.get(self.code).current
        assert current is not None
        model: Any = current.model
        question_ids = model.form_options(self.service.content_of(self.room))
        for person in range(people):
            chosen = {name: options[(person + place) % len(options)] for place, name in enumerate(question_ids)}
            self.answer(person, form=chosen)


def filled(service: Service, title: str = "Työpaja", workshop: str | None = None) -> Filled:
    """An empty room."""
    return Filled(service, service.rooms.create(title, workshop=workshop))


def whole_workshop(service: Service) -> Filled:
    """Every activity opened and answered; words hidden, merged and restored; two rounds of the word cloud."""
    room = filled(service, "Uudistuva kunta: <työpaja> & kumppanit")
    room.open("word_cloud")
    room.say(*UGLY)
    room.say("yhteistyö", "yhteistyötä", "yhteistyössä", "Yhteistyö", person=100)
    room.say("rohkeus", "kahvi", "kahvit", "turha", "palautettu", person=200)
    room.decide("hide", "turha")
    room.decide("hide", "palautettu")
    room.decide("restore", "palautettu")
    room.decide("join", "rohkeus", target="kahvi")
    room.open("word_cloud", new_round=True)
    room.say("yhteistyö", "yhdessä", "yhdessä", person=100)
    room.open("roles")
    for person in range(12):
        room.answer(person, choices=["ideator", "leader"] if person % 3 else ["developer"])
    room.open("assessment")
    room.fill_form(6, ["1", "3", "4", "unknown"])
    room.open("examples")
    room.open("quiz")
    room.fill_form(7, ["a", "b", "c"])
    room.open("closing")
    return room


def phone_results(service: Service, code: str, participant: bytes | None = None) -> dict[str, Any]:
    """The results as a phone gets them, in Finnish. Raises ResultsHiddenError."""
    state = service.participants.state(code)
    assert state is not None
    results: dict[str, Any] = json.loads(service.participants.results(state.current, participant, "fi"))
    return results


def on_the_wall(service: Service, code: str, lang: str = "fi") -> ProjectorState:
    """What all watchers of the room's projector see now."""
    projected = service.projector.load(code, lang)
    assert projected is not None
    return projected.state
