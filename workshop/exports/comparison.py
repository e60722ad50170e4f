"""Two rounds of one question side by side: what came, grew, stayed, fell and went."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workshop.activities.models import Activity, ChoiceActivity
from workshop.exports.record import ChoiceResults, RoundResults, WordRecord, WordsResults
from workshop.words.clean import fold

Kind = Literal["new", "grown", "same", "fallen", "gone"]


@dataclass(frozen=True)
class Change:
    """One word or option: people before and after, None where the word was not there."""

    text: str
    before: int | None
    after: int | None

    @property
    def difference(self) -> int:
        return (self.after or 0) - (self.before or 0)

    @property
    def kind(self) -> Kind:
        if self.before is None:
            return "new"
        if self.after is None:
            return "gone"
        return "grown" if self.difference > 0 else "fallen" if self.difference < 0 else "same"


def compared(activity: Activity, before: RoundResults | None, after: RoundResults | None, lang: str) -> list[Change]:
    """The changes from one round to another: words by their number afterwards, options in the question's order.

    Only words that are shown are compared. Questions without words or options give no changes.
    """
    if isinstance(before, WordsResults) and isinstance(after, WordsResults):
        return _words(before.shown, after.shown)
    if isinstance(before, ChoiceResults) and isinstance(after, ChoiceResults) and isinstance(activity, ChoiceActivity):
        earlier = {option.id: option.people for option in before.options}
        later = {option.id: option.people for option in after.options}
        return [
            Change(option.label(lang), earlier.get(option.id, 0), later.get(option.id, 0))
            for option in activity.options
        ]
    return []


def _words(before: Sequence[WordRecord], after: Sequence[WordRecord]) -> list[Change]:
    """A word is the same where it is shown by the same name, else where the two have a form in common."""
    left = {fold(word.text): word for word in before}
    earlier = {place: left.pop(name) for place, word in enumerate(after) if (name := fold(word.text)) in left}
    by_form = {form.key: name for name, word in left.items() for form in word.forms}
    for place, word in enumerate(after):
        names = [by_form[form.key] for form in word.forms if form.key in by_form]
        shared = next((name for name in names if name in left), None)
        if place not in earlier and shared is not None:
            earlier[place] = left.pop(shared)
    changes = [
        Change(word.text, earlier[place].people if place in earlier else None, word.people)
        for place, word in enumerate(after)
    ]
    return changes + [Change(word.text, word.people, None) for word in left.values()]
