"""What keeps the app or a command from starting, as sentences."""

from workshop.content.errors import ContentError
from workshop.content.text_files import packaged_texts
from workshop.errors import PropelliError


def start_error(error: PropelliError) -> str:
    """A start-up error in Finnish, one line a fault; from the packaged texts, as the organiser's may be faulty."""
    text = packaged_texts("fi")
    if isinstance(error, ContentError):
        return "\n".join(error.sentences(text))
    return text(f"errors.{error.id}", **error.values)
