"""Days as people write them."""

from datetime import date


def long_date(when: date, lang: str) -> str:
    """The day with its month in words; no line breaks inside it."""
    from babel.dates import format_date

    return str(format_date(when, format="long", locale=lang)).replace(" ", "\N{NO-BREAK SPACE}")
