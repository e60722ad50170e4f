"""A paper's model, and the packaged papers of `data/papers`."""

from functools import cache
from pathlib import Path

from pydantic import Field

from workshop.content.documents import read_yaml
from workshop.strict_model import StrictModel

FOLDER = Path(__file__).resolve().parents[2] / "data" / "papers"


class PaperSection(StrictModel):
    """A heading with paragraphs, and a table of two columns."""

    title: str
    paragraphs: tuple[str, ...] = ()
    columns: tuple[str, ...] = Field(default=(), max_length=2)
    rows: tuple[tuple[str, str], ...] = ()


class Paper(StrictModel):
    """A paper in one language; `file` is what its file is called, `[…]` in it what the organiser writes."""

    title: str
    file: str = Field(pattern=r"^[a-z0-9-]+$")
    paragraphs: tuple[str, ...] = ()
    sections: tuple[PaperSection, ...] = ()


@cache
def packaged_paper(name: str, lang: str) -> Paper | None:
    """The paper with its places for details unfilled; None where it is not there in the language."""
    path = FOLDER / f"{name}.{lang}.yaml"
    return Paper.model_validate(read_yaml(path).data) if path.exists() else None
