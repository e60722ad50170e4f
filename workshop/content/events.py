"""Events of a workshop's subject, and which of them are told of on a given day."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from pydantic import ConfigDict, Field

from workshop.content.localised import Localised
from workshop.strict_model import StrictModel

YEARS_SHOWN = 2
"""A past event is told of for this many years after its day."""

TimeOfDay = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
_Address = Annotated[str, Field(pattern=r"^https?://\S+$")]


class Event(StrictModel):
    """An event with its day in Finland; `start` and `end` are times of that day there, `09:00`.

    One whose year nobody knows has only its `month_day`, `06-07`, and is not shown. `link` is where one signs up,
    `after_link` what was published afterwards.
    """

    model_config = ConfigDict(str_strip_whitespace=True)

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    title: Localised
    date: datetime.date | None = None
    month_day: Annotated[str, Field(pattern=r"^[01][0-9]-[0-3][0-9]$")] | None = None
    start: TimeOfDay | None = None
    end: TimeOfDay | None = None
    link: _Address | None = None
    after_link: _Address | None = None


@dataclass(frozen=True)
class Agenda:
    """Events of a day on: today's and later ones, the nearest first; past ones, the newest first."""

    upcoming: tuple[Event, ...]
    past: tuple[Event, ...]


def agenda(events: Iterable[Event], today: datetime.date) -> Agenda:
    """What is told of on this day: an event without a year never, a past one for YEARS_SHOWN years."""
    dated = sorted(((event.date, event) for event in events if event.date is not None), key=lambda pair: pair[0])
    upcoming = tuple(event for day, event in dated if day >= today)
    past = tuple(event for day, event in reversed(dated) if day < today and not _is_old(day, today))
    return Agenda(upcoming, past)


def _is_old(day: datetime.date, today: datetime.date) -> bool:
    return (today.year - day.year, today.month, today.day) > (YEARS_SHOWN, day.month, day.day)
