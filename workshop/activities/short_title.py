"""The title of a question that has none of its own."""

TITLE_LENGTH = 40


def short_title(question: str) -> str:
    """The question as the programme lists it."""
    if len(question) <= TITLE_LENGTH:
        return question
    return question[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"
