"""A content's events as the closing page lists them: what is to come and what has been, in words of one language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workshop.content.content import Content
from workshop.content.events import Event, agenda
from workshop.exports.dates import long_date

_LOCALES = {"en": "en_GB"}


@dataclass(frozen=True)
class EventRow:
    """One event's line, and where it leads: to sign up before it, to what was published afterwards."""

    label: str
    href: str | None


@dataclass(frozen=True)
class EventGroup:
    """Events under one heading."""

    title: str
    rows: tuple[EventRow, ...]


def event_groups(content: Content, lang: str, today: date) -> tuple[EventGroup, ...]:
    """The events to come and the past ones, as far as there are any; `today` is the day in Finland."""
    text, now = content.texts[lang], agenda(content.pages.events, today)

    def upcoming(event: Event) -> EventRow:
        day = text("closing.events.today") if event.date == today else _day(event, lang)
        hours = _hours(content, event, lang)
        return EventRow(f"{event.title(lang)}: {', '.join(filter(None, (day, hours)))}", event.link)

    def past(event: Event) -> EventRow:
        day = text("closing.events.held", date=_day(event, lang))
        return EventRow(f"{event.title(lang)}. {day}", event.after_link)

    groups = (
        EventGroup(text("closing.events.upcoming"), _rows(upcoming(event) for event in now.upcoming)),
        EventGroup(text("closing.events.past"), _rows(past(event) for event in now.past)),
    )
    return tuple(group for group in groups if group.rows)


def _rows(rows: Iterable[EventRow]) -> tuple[EventRow, ...]:
    return tuple(rows)


def _day(event: Event, lang: str) -> str:
    return long_date(event.date, _LOCALES.get(lang, lang)) if event.date else ""


def _hours(content: Content, event: Event, lang: str) -> str:
    """The times of the day as the language writes them; empty where the event names none."""
    if event.start is None:
        return ""
    hours = "–".join(_clock(time, lang) for time in (event.start, event.end) if time is not None)
    return content.texts[lang]("closing.events.hours", hours=hours)


def _clock(time: str, lang: str) -> str:
    """A time of day without what is not said: 9 for 09:00, 9.30 for 09:30 (9:30 in English)."""
    hour, minute = time.split(":")
    mark = ":" if lang == "en" else "."
    return str(int(hour)) if minute == "00" else f"{int(hour)}{mark}{minute}"
