"""A question on the spot is kept for the workshop's next time; what a workshop then becomes changes no earlier room."""

import json

import pytest

from server.service import Service
from server.usecases import downloads
from server.usecases.editing import ReadOnlyWorkshopError
from server.usecases.room_data import gathered
from server.usecases.workshops import BUILT_IN, LIBRARY
from tests.server.filled_rooms import filled, on_the_wall
from tests.server.items import LANGUAGES, choice_item, words_item
from workshop.activities.choice import ChoiceActivity
from workshop.content.item import activity_item, item_activity

QUESTION = choice_item("Jatketaanko?", ["Kyllä", "Ei"])


@pytest.fixture
def own(service: Service) -> str:
    """A workshop of one's own, with the programme of the library's."""
    service.workshops.renew()
    return service.new_workshops.duplicate(LIBRARY, service.texts("fi"))


def programme(service: Service, workshop: str) -> list[str]:
    activities = service.drafts.get(workshop).document["workshop"]["activities"]
    return [activity["question"]["fi"] for activity in activities]


def test_a_kept_question_stands_before_the_closing_of_the_next_room(service: Service, own: str) -> None:
    room = service.rooms.create(workshop=own)
    name = service.questions.add(room.code, QUESTION, LANGUAGES, opens=True)
    before = programme(service, own)
    service.questions.keep(room.code, name)
    assert programme(service, own) == [*before[:-1], "Jatketaanko?", before[-1]]
    service.questions.keep(room.code, name)
    assert len(programme(service, own)) == len(before) + 1, "the same question is not kept twice"
    again = service.desks.get(service.rooms.create(workshop=own).code)
    own_question = again.activities[-2]
    assert own_question.model.question("sv") == "Jatketaanko?"
    assert own_question.name == "jatketaanko", "it is the workshop's own now"


def test_whoever_edits_the_workshop_goes_on(service: Service, own: str) -> None:
    draft = service.editing.take_over(own, "editor")
    room = service.rooms.create(workshop=own)
    service.questions.keep(room.code, service.questions.add(room.code, QUESTION, LANGUAGES))
    after = service.drafts.get(own)
    assert (after.head.editor, after.head.rev) == ("editor", draft.head.rev + 1)
    undone = service.editing.undo(own, "editor", after.head.rev)
    assert "Jatketaanko?" not in programme(service, undone.draft.head.workshop)


def test_a_built_in_workshop_says_that_a_copy_is_edited(service: Service) -> None:
    room = service.rooms.create(workshop=BUILT_IN)
    name = service.questions.add(room.code, QUESTION, LANGUAGES)
    with pytest.raises(ReadOnlyWorkshopError) as caught:
        service.questions.keep(room.code, name)
    assert "kopio" in service.sentence(caught.value, "fi")


def test_an_item_of_the_programme_is_edited_until_somebody_answers(service: Service, own: str) -> None:
    room = service.rooms.create(workshop=own)
    visits = next(activity for activity in service.desks.get(room.code).activities if activity.name == "visits")
    languages = service.questions.languages(room, visits.name, visits.model)
    item = activity_item(visits.model, languages)
    item["question"]["sv"] = "Hur ofta?"
    item["options"] = item["options"][:3]
    service.questions.edit(room.code, "visits", item, languages)
    edited = next(activity.model for activity in service.desks.get(room.code).activities if activity.name == "visits")
    assert edited.question("sv") == "Hur ofta?"
    assert edited.question("fi") == visits.model.question("fi")
    assert isinstance(edited, ChoiceActivity)
    assert [option.id for option in edited.options] == ["borrowing", "online", "working"]
    unedited = service.desks.get(service.rooms.create(workshop=own).code)
    assert next(activity.model for activity in unedited.activities if activity.name == "visits") == visits.model


@pytest.mark.parametrize("name", ["word_cloud", "visits", "assessment", "examples", "quiz", "closing"])
def test_an_item_comes_out_of_its_form_as_it_went_in(service: Service, name: str) -> None:
    room = service.rooms.create(workshop=LIBRARY)
    content = service.content_of(room)
    activity = content.activity(name)
    assert activity is not None
    back = item_activity(activity_item(activity, content.languages), content.languages)
    assert back.model_copy(update={"id": name}) == activity


def test_an_option_that_the_workshop_gives_up_keeps_its_answers_in_the_rooms_that_have_them(
    service: Service, own: str
) -> None:
    room = filled(service, workshop=own)
    room.open("visits")
    for person in range(5):
        room.answer(person, choices=["borrowing"] if person else ["borrowing", "online"])
    wall = on_the_wall(service, room.code)["result"]
    record = json.loads(downloads.record_json(gathered(service, room.code, "fi", linked=True)))
    activities = service.drafts.get(own).document["workshop"]["activities"]
    place = next(place for place, activity in enumerate(activities) if activity["id"] == "visits")
    service.editing.add(own, {"op": "remove", "path": ["workshop", "activities", place, "options", 0]})
    again = service.desks.get(service.rooms.create(workshop=own).code)
    model = next(activity.model for activity in again.activities if activity.name == "visits")
    assert isinstance(model, ChoiceActivity)
    assert "borrowing" not in {option.id for option in model.options}
    assert on_the_wall(service, room.code)["result"] == wall
    assert wall["n"] == 5
    assert (
        json.loads(downloads.record_json(gathered(service, room.code, "fi", linked=True)))["activities"]
        == record["activities"]
    )
    assert service.questions.add(room.code, words_item("Miksi?"), LANGUAGES)
