"""Pasted lines as questions: a line is a question, and the lines after it that begin with a dash are its options.

Every line that is not blank becomes a question, an option of one, or a leftover with its reason: nothing is lost
without a word.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from workshop.content.programme_questions import (
    CHOICE,
    MAX_LINE,
    MAX_MINUTES,
    SCALE,
    WORDS,
    ProgrammeQuestion,
    QuestionForm,
    fitting_steps,
    question_forms,
)
from workshop.content.workshop_document import MAX_ACTIVITIES
from workshop.words.clean import cleaned

MAX_LINES = 2000
"""Lines beyond it are leftovers without being read."""

Reason = Literal["not_question", "no_question", "no_options", "long", "long_option", "items", "options", "repeated"]
Note = Literal["form_missing", "few", "steps"]
Markers = Mapping[str, Sequence[str]]
"""The words in brackets that say what a question becomes, by the name of its form, in every language."""

_OPTION = re.compile(r"^\s*[-*•‣◦–—]\s*(?=[^\s\-*•–—]|$)(.*)$", re.DOTALL)
_NUMBERED = re.compile(r"^\d{1,3}[.)]\s+(?=\S)")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_RANGE = re.compile(r"^1\s*(?:[-–—]|\.{2,3}|…)\s*(\d{1,2})$")
_MINUTES = re.compile(r"(?:^|[\s,;(])(\d{1,3})\s*min\.?\)?\s*$")


@dataclass(frozen=True)
class PastedQuestion:
    """A question with the number of its line, its lines' numbers, and what came out otherwise than it was asked."""

    line: int
    question: ProgrammeQuestion
    notes: tuple[Note, ...] = ()
    row_lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Leftover:
    """A line that became nothing."""

    line: int
    text: str
    reason: Reason


@dataclass(frozen=True)
class PastedProgramme:
    """What the lines are, in their order."""

    questions: tuple[PastedQuestion, ...]
    leftovers: tuple[Leftover, ...]


@dataclass
class _Head:
    """A line that may be a question, and the options that followed it."""

    line: int
    text: str
    whole: str
    form: str | None = None
    steps: int | None = None
    minutes: int | None = None
    options: list[tuple[int, str]] = field(default_factory=list)

    @property
    def is_question(self) -> bool:
        return bool(self.text) and bool(self.form or self.options or self.text.endswith("?"))


def parse(text: str, markers: Markers) -> PastedProgramme:
    """The questions and the leftovers of a text, in the order of their lines."""
    forms = question_forms()
    heads, leftovers = _heads(text, markers)
    questions: list[PastedQuestion] = []
    for head in heads:
        reason = _refusal(head, len(questions))
        if reason is not None:
            leftovers.append(Leftover(head.line, head.whole, reason))
            orphaned: Reason = "items" if reason == "items" else "no_question"
            leftovers += [Leftover(line, option, orphaned) for line, option in head.options]
        else:
            question, left = _question(head, forms)
            questions.append(question)
            leftovers += left
    return PastedProgramme(tuple(questions), tuple(sorted(leftovers, key=lambda leftover: leftover.line)))


def _heads(text: str, markers: Markers) -> tuple[list[_Head], list[Leftover]]:
    """The lines without a dash with the options after them, and the options that stand before any."""
    heads: list[_Head] = []
    leftovers: list[Leftover] = []
    for number, raw in enumerate(text.splitlines(), 1):
        option = _OPTION.match(raw)
        line = cleaned(option[1] if option else raw)
        if not line:
            if option:
                leftovers.append(Leftover(number, cleaned(raw), "no_question"))
        elif number > MAX_LINES:
            leftovers.append(Leftover(number, line, "items"))
        elif not option:
            heads.append(_head(number, line, markers))
        elif heads:
            heads[-1].options.append((number, line))
        else:
            leftovers.append(Leftover(number, line, "no_question"))
    return heads, leftovers


def _head(number: int, line: str, markers: Markers) -> _Head:
    """The line without its number, its minutes and what stands in brackets at its end, as far as these are known."""
    head = _Head(number, _NUMBERED.sub("", line), line)
    while True:
        minutes = _MINUTES.search(head.text)
        brackets = _BRACKETS.search(head.text)
        if head.minutes is None and minutes and 0 < int(minutes[1]) <= MAX_MINUTES:
            head.minutes, end = int(minutes[1]), minutes.start()
        elif head.form is None and brackets and _ask(head, brackets[1], markers):
            end = brackets.start()
        else:
            return head
        head.text = head.text[:end].rstrip(" ,;(")


def _ask(head: _Head, words: str, markers: Markers) -> bool:
    """Notes what the words in brackets ask for; False where they ask for nothing known."""
    scale = _RANGE.match(words.strip())
    if scale:
        head.form, head.steps = SCALE, int(scale[1])
        return True
    marker = words.strip().casefold()
    head.form = next((form for form, names in markers.items() if marker in map(str.casefold, names)), None)
    return head.form is not None


def _refusal(head: _Head, count: int) -> Reason | None:
    """Why the line is no question of the programme; None where it is one."""
    if not head.is_question:
        return "not_question"
    if len(head.text) > MAX_LINE:
        return "long"
    return "items" if count >= MAX_ACTIVITIES else None


def _question(head: _Head, forms: Mapping[str, QuestionForm]) -> tuple[PastedQuestion, list[Leftover]]:
    usual = CHOICE if head.options else WORDS
    form = forms.get(head.form or usual, forms[usual])
    notes: list[Note] = ["form_missing"] if head.form and head.form not in forms else []
    rows, leftovers = _rows(head, form)
    if form.steps and not rows:
        rows = [(head.line, head.text)]
    if len(rows) < form.least:
        notes.append("few")
    steps = fitting_steps(form, head.steps)
    if form.steps and head.steps not in {None, steps}:
        notes.append("steps")
    question = ProgrammeQuestion(
        head.text, form.name, tuple(row for _, row in rows), steps=steps, minutes=head.minutes
    )  # fmt: skip
    row_lines = tuple(line for line, _ in rows if line != head.line)
    return PastedQuestion(head.line, question, tuple(notes), row_lines), leftovers


def _rows(head: _Head, form: QuestionForm) -> tuple[list[tuple[int, str]], list[Leftover]]:
    """The options that fit, and those that do not."""
    rows: list[tuple[int, str]] = []
    leftovers: list[Leftover] = []
    for line, option in head.options:
        reason: Reason | None = None
        if form.rows is None:
            reason = "no_options"
        elif len(option) > form.max_row:
            reason = "long_option"
        elif option.casefold() in {row.casefold() for _, row in rows}:
            reason = "repeated"
        elif len(rows) >= form.most:
            reason = "options"
        if reason is None:
            rows.append((line, option))
        else:
            leftovers.append(Leftover(line, option, reason))
    return rows, leftovers


def rewritten(text: str, line: int, form: str, markers: Markers) -> str:
    """The text with one line saying by its brackets which form its question has; lines are counted from 1.

    Raises IndexError for a line that is not there.
    """
    lines = text.splitlines()
    head = _head(line, cleaned(lines[line - 1]), markers)
    minutes = f" {head.minutes} min" if head.minutes is not None else ""
    lines[line - 1] = f"{head.text} ({markers[form][0]}){minutes}"
    return "\n".join(lines)


def without(text: str, line: int) -> str:
    """The text without one line; lines are counted from 1."""
    lines = text.splitlines()
    return "\n".join(lines[: line - 1] + lines[line:])
