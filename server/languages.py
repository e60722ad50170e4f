"""Which language a visitor reads: the address, the switch's cookie, the room, the browser, and last Finnish."""

from collections.abc import Mapping

from server.cookies import LANGUAGE
from workshop.texts import LANGUAGES


def of_visit(query: Mapping[str, str], jar: Mapping[str, str], room: str | None, accept: str) -> str:
    """The language of one visit; `room` is that of the room in the address, `accept` the Accept-Language header.

    The page shell and the page's script both ask here, so that a document and what it holds speak the same language.
    """
    return chosen(query, jar) or room or of_browser(accept) or LANGUAGES[0]


def chosen(query: Mapping[str, str], jar: Mapping[str, str]) -> str | None:
    """The language that the visitor has asked for, by `?kieli=` or earlier by the switch."""
    for wanted in (query.get("kieli"), jar.get(LANGUAGE)):
        if wanted in LANGUAGES:
            return wanted
    return None


def of_browser(accept: str) -> str | None:
    """The first of our languages in an Accept-Language header, whose order is taken as the order of preference."""
    for part in accept.split(","):
        language = part.split(";")[0].strip().split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return None
