"""A moment in words, as it is said in Finland."""

from server import clock
from workshop.content.texts import Texts


def spoken_moment(milliseconds: int, text: Texts) -> str:
    """The day and the time of a moment in milliseconds since 1970."""
    moment = clock.local(milliseconds)
    return text("own_pace.moment", day=moment.day, month=moment.month, hour=moment.hour, minute=f"{moment:%M}")
