"""Which suggestions that a form is another word the facilitator has still to decide about."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from server.store.rows import ModerationAction
from server.store.word_suggestions import WordSuggestion
from workshop.words.clean import fold
from workshop.words.entries import Entry, Form

_DECIDES = {"join", "apart", "keep"}


def undecided_suggestions(
    entries: Iterable[Entry], suggestions: Sequence[WordSuggestion], decisions: Iterable[ModerationAction]
) -> Mapping[str, Sequence[Form]]:
    """Entry's key to the forms that are suggested to be another word; `answers` of each is the people who did.

    A suggestion waits until the facilitator has joined, taken apart or kept its form. There is none of a form whose
    entry is of that form alone and shown as it is typed, nor of a blocked one.
    """
    if not suggestions:
        return {}
    decided: dict[str, int] = {}
    for decision in decisions:
        if decision.kind in _DECIDES:
            decided[decision.key] = max(decision.at, decided.get(decision.key, 0))
    people = Counter(key for key, suggested_at in suggestions if suggested_at > decided.get(key, 0))
    undecided: dict[str, Sequence[Form]] = {}
    for entry in entries:
        forms = [replace(form, answers=people[form.key]) for form in entry.forms if people[form.key]]
        is_alone = len(entry.forms) == 1 and fold(entry.text) == entry.forms[0].key
        if forms and not is_alone and entry.state != "blocked":
            undecided[entry.key] = forms
    return undecided
