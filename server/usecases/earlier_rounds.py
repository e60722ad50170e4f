"""What late comers may see while nothing is asked: closed results that phones have been shown."""

from collections.abc import Callable

from server.store import Store
from server.store import rooms as table
from server.store.rows import ActiveRound, Room

MOST = 5
IsShown = Callable[[ActiveRound], bool]


def earlier_rounds(store: Store, room: Room, is_shown: IsShown) -> tuple[ActiveRound, ...]:
    """The last round of each question whose results anybody's phone may show, the latest first."""
    activities = {activity.id: activity for activity in store.read(table.activities_of, room.id)}
    last = {round_.activity: round_ for round_ in store.read(table.rounds_of, room.id)}
    rounds = [ActiveRound(room, activities[activity], round_) for activity, round_ in last.items()]
    shown = [active for active in rounds if active.activity.results_rule != "own" and is_shown(active)]
    return tuple(sorted(shown, key=lambda active: -active.round.opened_at)[:MOST])
