"""Days as people write them."""

from datetime import datetime


def long_date(when: datetime, lang: str) -> str:
    """The day with its month in words."""
    from babel.dates import format_date

    return str(format_date(when, format="long", locale=lang))
