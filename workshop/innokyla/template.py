"""Innokylä's headings and the questions to whoever writes the description: models of `data/innokyla.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from workshop.content.documents import read_yaml
from workshop.strict_model import StrictModel

FILE = Path(__file__).resolve().parents[2] / "data" / "innokyla.yaml"

Verdict = Literal["met", "unmet", "unknown"]


class Field(StrictModel):
    """One line of the basic data."""

    id: str
    label: str
    ask: str


class Basics(StrictModel):
    """The basic data."""

    title: str
    fields: tuple[Field, ...]


class Heading(StrictModel):
    """One heading; what it asks stands below what is known too, where `asks_always`."""

    id: str
    title: str
    ask: str
    asks_always: bool


class AwardTexts(StrictModel):
    """The three conditions of Innokylä's award, and the answers to them."""

    names: Mapping[str, str]
    answers: Mapping[Verdict, str]


class Template(StrictModel):
    """The whole description without what is known."""

    title: str
    intro: tuple[str, ...]
    basics: Basics
    sections: tuple[Heading, ...]
    sentences: Mapping[str, str]
    award: AwardTexts

    def sentence(self, sentence_id: str, /, **values: object) -> str:
        """A sentence with its values filled in."""
        return self.sentences[sentence_id].format(**values)


@cache
def template() -> Template:
    """The packaged headings."""
    return Template.model_validate(read_yaml(FILE).data)
