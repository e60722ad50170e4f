"""What every part of the desk is made from."""

from dataclasses import dataclass

from server.usecases.desk import Desk, DeskActivity
from workshop.activities.context import ActivityContext


@dataclass(frozen=True)
class DeskViewContext:
    """A room's desk at a moment (`now`, milliseconds since 1970), to be told in the language of `activities`."""

    desk: Desk
    activities: ActivityContext
    now: int

    @property
    def lang(self) -> str:
        return self.activities.lang

    @property
    def chosen(self) -> DeskActivity:
        """What is on; where nothing is yet, the first of the programme."""
        return self.desk.current or self.desk.activities[0]

    @property
    def takes_answers(self) -> bool:
        """Whether something is on that people answer."""
        return self.desk.current is not None and self.desk.current.model.takes_answers

    def text(self, key: str, **values: object) -> str:
        """A text of the desk."""
        return self.activities.text(f"control.{key}", **values)
