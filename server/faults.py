"""What is said when the app cannot start: in the packaged texts, since the organiser's own may be what is at fault."""

from server.settings import PROJECT
from workshop.errors import PropelliError
from workshop.faults import ContentError
from workshop.text_files import load_texts


def start_fault(error: PropelliError) -> str:
    """One line a fault, in Finnish."""
    text = load_texts(PROJECT / "data" / "texts")[0]["fi"]
    if isinstance(error, ContentError):
        return "\n".join(error.sentences(text))
    return text(f"errors.{error.id}", **error.values)
