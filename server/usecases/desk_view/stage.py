"""What of a room is in no table: who is connected to this process, and whether the store takes answers."""

from collections.abc import Callable
from dataclasses import dataclass

from server.store import Store
from server.store.answers import last_answered_at
from server.store.health import StoreProblem
from server.store.rows import Room


@dataclass(frozen=True)
class Stage:
    """`phones` and `desks` are open pages now; `last_answer_at` is in milliseconds since 1970."""

    phones: int
    desks: int
    last_answer_at: int | None
    problem: StoreProblem | None


class Stages:
    """Looks at a room's surroundings."""

    def __init__(self, store: Store, phones: Callable[[str], int], desks: Callable[[str], int]) -> None:
        self._store, self._phones, self._desks = store, phones, desks

    def of_room(self, room: Room) -> Stage:
        return Stage(
            phones=self._phones(room.code),
            desks=self._desks(room.code),
            last_answer_at=self._store.read(last_answered_at, room.id),
            problem=self._store.problem(),
        )
