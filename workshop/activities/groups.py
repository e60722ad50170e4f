"""The groups by which answers may be looked at, and which of them so that nothing of a small group follows."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from workshop.activities.activity import BaseActivity

A = TypeVar("A", bound=BaseActivity)

Person = Hashable

SEVERAL = "*"
"""The group of those who chose several options: every person is in one group alone. No option has this id."""


class PersonAnswer(NamedTuple):
    """One stored answer with who gave it."""

    person: Person
    key: str
    text: str


@dataclass(frozen=True)
class Groups:
    """Those who answered a question, by group: `members` of the groups that may be looked at, and `everyone`."""

    members: Mapping[str, frozenset[Person]]
    everyone: frozenset[Person]

    def others(self, group: str) -> frozenset[Person]:
        """Everybody who is not in the group, those of no group with them."""
        return self.everyone - self.members[group]

    @property
    def remainder(self) -> frozenset[Person]:
        """Those whose groups may not be looked at."""
        return self.everyone.difference(*self.members.values())


def group_of_each(answers: Iterable[PersonAnswer]) -> dict[Person, str]:
    """Each person's group by their answers to the background question."""
    groups: dict[Person, str] = {}
    for answer in answers:
        groups[answer.person] = SEVERAL if answer.person in groups else answer.text
    return groups


def groups_in(
    respondents: Collection[Person], group_of: Mapping[Person, str], min_group: int, order: Sequence[str] = ()
) -> Groups:
    """The groups of those who answered a question, by what they answered to the background question, in this order."""
    members: dict[str, set[Person]] = {group: set() for group in (*order, SEVERAL)}
    for person in respondents:
        if person in group_of:
            members.setdefault(group_of[person], set()).add(person)
    counts = {group: len(people) for group, people in members.items()}
    viewable = viewable_groups(counts, len(respondents) - sum(counts.values()), min_group)
    return Groups({group: frozenset(members[group]) for group in viewable}, frozenset(respondents))


def viewable_groups(counts: Mapping[str, int], without_group: int, min_group: int) -> list[str]:
    """The groups, each of which and its rest has at least `min_group` people, as has whatever they leave over.

    `counts` are people by group, `without_group` those of no group; everybody is counted once. With the sum of all and
    every group that may be looked at known, what follows by subtraction is made of those groups and of the remainder:
    where the remainder is small, the smallest group is kept back with it.
    """
    viewable = sorted((group for group, count in counts.items() if count >= min_group), key=lambda group: counts[group])
    everyone = sum(counts.values()) + without_group
    remainder = everyone - sum(counts[group] for group in viewable)
    if viewable and 0 < remainder < min_group:
        del viewable[0]
    return [group for group in counts if group in viewable and everyone - counts[group] >= min_group]


def background_of(programme: Sequence[A], activity_id: str) -> A | None:
    """The background question by which the answers to an activity may be looked at: the last one before it.

    Never two for one question: a group of one and a group of the other may leave few people between them.
    """
    place = next((place for place, activity in enumerate(programme) if activity.id == activity_id), 0)
    if not programme or not programme[place].takes_answers:
        return None
    return next((activity for activity in reversed(programme[:place]) if activity.is_background), None)


def tells_of_groups(programme: Sequence[BaseActivity], activity_id: str) -> bool:
    """Whether people are told, before they answer this activity, that answers are looked at by group.

    They are where they answer by what, and where the first question follows that it is done to.
    """
    answered = [activity for activity in programme if activity.takes_answers]
    place = next((place for place, activity in enumerate(answered) if activity.id == activity_id), None)
    if place is None:
        return False
    return answered[place].is_background or (place > 0 and answered[place - 1].is_background)
