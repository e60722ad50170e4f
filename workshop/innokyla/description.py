"""A description of a model: what is known under Innokylä's headings, and what is left to be written in brackets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop.innokyla.template import Template

Known = Mapping[str, Sequence[str]]
"""Id of a field or a heading to what is known of it, a sentence each."""


@dataclass(frozen=True)
class DescriptionLine:
    """A sentence that is known, or a question to whoever writes the description; a field's name before it."""

    text: str
    is_question: bool = False
    label: str = ""

    @property
    def plain(self) -> str:
        """The line as text; a question in square brackets."""
        text = f"[{self.text}]" if self.is_question else self.text
        return f"{self.label}: {text}" if self.label else text


@dataclass(frozen=True)
class DescriptionSection:
    """A heading and its lines."""

    title: str
    lines: tuple[DescriptionLine, ...]


@dataclass(frozen=True)
class Description:
    """The whole description, in Finnish; `name` is the model's, for the file's name."""

    name: str
    title: str
    intro: tuple[str, ...]
    sections: tuple[DescriptionSection, ...]


def joined(*sources: Known) -> dict[str, list[str]]:
    """What each of the sources knows, one after another under each heading."""
    facts: dict[str, list[str]] = {}
    for source in sources:
        for name, sentences in source.items():
            facts.setdefault(name, []).extend(sentences)
    return facts


def describe(template: Template, known: Known, date: str) -> Description:
    """The description in the order of Innokylä's form; a part of which nothing is known says what to write."""
    basics = tuple(
        DescriptionLine(" ".join(known[field.id]), label=field.label)
        if known.get(field.id)
        else DescriptionLine(field.ask, is_question=True, label=field.label)
        for field in template.basics.fields
    )
    sections = [DescriptionSection(template.basics.title, basics)]
    for heading in template.sections:
        lines = tuple(map(DescriptionLine, known.get(heading.id) or ()))
        asks = heading.asks_always or not lines
        questions = (DescriptionLine(heading.ask, is_question=True),) if asks else ()
        sections.append(DescriptionSection(heading.title, (*lines, *questions)))
    intro = tuple(line.format(date=date) for line in template.intro)
    return Description(" ".join(known.get("name") or ()), template.title, intro, tuple(sections))
