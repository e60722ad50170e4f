"""The facilitator's overrides of the merging: entries joined, forms taken apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_ALONE = "\u00a0"
"""Begins the key of an entry made of one form taken apart; no fold key begins with it."""


@dataclass(frozen=True)
class Group:
    """Forms that are one entry: its key, the label to show, and the fold keys in it, in order."""

    key: str
    label: str
    forms: tuple[str, ...]


@dataclass(frozen=True)
class MergeOverrides:
    """The facilitator's decisions to join or take apart, in fold keys of forms.

    `joined` says whose entry goes to whose: the entry of the first form joins the entry of the second and takes its
    name; forms that come to either later go along. `apart` are forms taken out of their entry; a form that is both is
    moved alone.
    """

    joined: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.joined or self.apart)


def with_overrides(groups: Iterable[Group], overrides: MergeOverrides, labels: Mapping[str, str]) -> list[Group]:
    """The groups with the overrides applied; the order in which they were made does not matter.

    `labels` gives for a form taken apart the label it has alone. Overrides of forms not in the room wait for
    them; a circle of joins is one entry, named by the first of its keys.
    """
    units = {unit.key: unit for group in groups for unit in _split(group, overrides.apart, labels)}
    unit_of = {form: unit.key for unit in units.values() for form in unit.forms}
    targets: dict[str, set[str]] = defaultdict(set)
    linked: dict[str, set[str]] = defaultdict(set)
    for form, target in overrides.joined.items():
        start, end = unit_of.get(form, form), unit_of.get(target, target)
        if start != end:
            targets[start].add(end)
            linked[start].add(end)
            linked[end].add(start)
    return [_merged(component, units, targets) for component in _components(units, linked)]


def _split(group: Group, apart: frozenset[str], labels: Mapping[str, str]) -> list[Group]:
    """The group without the forms taken apart, and each of those on its own."""
    alone = [form for form in group.forms if form in apart]
    if not alone or len(group.forms) == 1:
        return [group]
    rest = tuple(form for form in group.forms if form not in apart)
    parts = [Group(_ALONE + form, labels[form], (form,)) for form in alone]
    return [Group(group.key, group.label, rest), *parts] if rest else parts


def _components(units: Mapping[str, Group], linked: Mapping[str, set[str]]) -> list[set[str]]:
    """Units joined to one another, directly or through others, in the order of the units."""
    visited: set[str] = set()
    components = []
    for unit in units:
        if unit in visited:
            continue
        component, pending = {unit}, [unit]
        while pending:
            new = linked.get(pending.pop(), set()) - component
            component |= new
            pending += new
        visited |= component
        components.append(component)
    return components


def _merged(component: set[str], units: Mapping[str, Group], targets: Mapping[str, set[str]]) -> Group:
    present = [units[key] for key in component if key in units]
    ends = [unit for unit in present if not targets.get(unit.key)] or present
    name = min(ends, key=lambda unit: unit.key)
    return Group(name.key, name.label, tuple(sorted(form for unit in present for form in unit.forms)))
