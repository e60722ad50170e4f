"""Dated events: what is to come, what has been, and for how long it is told of."""

from datetime import date

import pytest

from server.usecases.event_groups import event_groups
from workshop.content.content import Content
from workshop.content.events import Event, agenda
from workshop.content.localised import Localised

DAY = date(2026, 11, 7)


def event(name: str, day: str | None, **values: str) -> Event:
    return Event.model_validate({"id": name, "title": Localised.same(name), "date": day, **values})


def content_with(content: Content, *events: Event) -> Content:
    pages = content.pages.model_copy(update={"events": events})
    workshop = content.workshop.model_copy(update={"pages": pages})
    return Content(content.document.model_copy(update={"workshop": workshop}))


def test_upcoming_events_are_told_nearest_first_and_past_ones_newest_first() -> None:
    events = [
        event(f"on_{day[:4]}_{day[5:7]}", day) for day in ("2027-03-01", "2025-01-09", "2026-11-08", "2026-10-01")
    ]
    now = agenda(events, DAY)
    assert [each.id for each in now.upcoming] == ["on_2026_11", "on_2027_03"]
    assert [each.id for each in now.past] == ["on_2026_10", "on_2025_01"]


@pytest.mark.parametrize(
    ("day", "where"),
    [
        ("2026-11-07", "upcoming"),
        ("2026-11-06", "past"),
        ("2024-11-07", "past"),
        ("2024-11-06", None),
        ("2023-12-31", None),
        (None, None),
    ],
)
def test_an_event_is_to_come_until_its_day_ends_and_past_for_two_years(day: str | None, where: str | None) -> None:
    now = agenda([event("meeting", day)], DAY)
    assert (bool(now.upcoming), bool(now.past)) == (where == "upcoming", where == "past")


def test_a_leap_day_is_told_of_for_two_whole_years() -> None:
    assert agenda([event("meeting", "2024-02-29")], date(2026, 2, 28)).past
    assert not agenda([event("meeting", "2024-02-29")], date(2026, 3, 1)).past


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fi", "meeting: 1.~joulukuuta~2026, klo 9–12.30"),
        ("sv", "meeting: 1~december~2026, kl. 9–12.30"),
        ("en", "meeting: 1~December~2026, 9–12:30 (Finnish time)"),
    ],
)
def test_day_and_hours_are_written_as_the_language_does(content: Content, lang: str, expected: str) -> None:
    shown = content_with(content, event("meeting", "2026-12-01", start="09:00", end="12:30", link="https://a.example"))
    (group,) = event_groups(shown, lang, DAY)
    label = expected.replace("~", "\N{NO-BREAK SPACE}")
    assert [(row.label, row.href) for row in group.rows] == [(label, "https://a.example")]


def test_signing_up_ends_with_the_day_and_what_was_published_is_shown_instead(content: Content) -> None:
    meeting = event("meeting", "2026-11-06", link="https://a.example", after_link="https://b.example")
    (group,) = event_groups(content_with(content, meeting), "fi", DAY)
    assert (group.title, group.rows[0].href) == ("Menneet tapahtumat", "https://b.example")
    assert "2026" in group.rows[0].label


def test_todays_event_says_today(content: Content) -> None:
    (group,) = event_groups(content_with(content, event("meeting", "2026-11-07")), "fi", DAY)
    assert group.rows[0].label == "meeting: tänään"


def test_without_events_to_tell_of_there_is_no_heading(content: Content) -> None:
    assert event_groups(content_with(content, event("meeting", None)), "fi", DAY) == ()
