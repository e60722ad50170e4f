"""Language negotiation: the visitor's own choice first, then their browser and the room."""

from collections.abc import Collection, Mapping

from server.web.cookies import LANGUAGE
from workshop.content.texts import LANGUAGES


def visitor_language(query: Mapping[str, str], jar: Mapping[str, str], room: str | None, accept: str) -> str:
    """The language of one visit; `room` is that of the room in the address, `accept` the Accept-Language header.

    The page shell and the page's script both ask here, so that a document and what it holds speak the same language.
    """
    return chosen_language(query, jar) or room or browser_language(accept) or LANGUAGES[0]


def participant_language(
    query: Mapping[str, str], jar: Mapping[str, str], room: str | None, accept: str, offered: Collection[str]
) -> str:
    """The language of a participant's phone, which its owner has set: only what they asked for here goes before it.

    `offered` are the languages of the workshop; `room` and `accept` as for `visitor_language`.
    """
    return chosen_language(query, jar) or browser_language(accept, offered) or room or LANGUAGES[0]


def chosen_language(query: Mapping[str, str], jar: Mapping[str, str]) -> str | None:
    """The language that the visitor has asked for, by `?kieli=` or earlier by the switch."""
    for language in (query.get("kieli"), jar.get(LANGUAGE)):
        if language in LANGUAGES:
            return language
    return None


def browser_language(accept: str, offered: Collection[str] = LANGUAGES) -> str | None:
    """The first offered language in an Accept-Language header, whose order is taken as the order of preference."""
    for part in accept.split(","):
        language = part.split(";")[0].strip().split("-")[0].lower()
        if language in offered:
            return language
    return None
