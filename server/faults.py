"""What is said when the app cannot start: in the packaged texts, since the organiser's own may be what is at fault."""

from server.settings import PROJECT
from workshop.content.errors import ContentError
from workshop.content.text_files import load_texts
from workshop.errors import PropelliError


def start_fault(error: PropelliError) -> str:
    """One line a fault, in Finnish."""
    text = load_texts(PROJECT / "data" / "texts")[0]["fi"]
    if isinstance(error, ContentError):
        return "\n".join(error.sentences(text))
    return text(f"errors.{error.id}", **error.values)
