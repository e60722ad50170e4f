"""Two rounds of one question side by side: what is new, grew, stayed, fell and disappeared."""

from workshop.activities.registry import Activity, RoundResults, exports_of
from workshop.content.texts import Texts
from workshop.exports.changes import Change


def compared(activity: Activity, before: RoundResults | None, after: RoundResults | None, text: Texts) -> list[Change]:
    """The changes from one round of the activity to another; none where its kind is not compared."""
    if before is None or after is None:
        return []
    return exports_of(activity).compared(activity, before, after, text)
