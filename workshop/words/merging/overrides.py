"""The facilitator's last word on the groups: entries joined, forms taken apart."""

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
    """What the facilitator decided, in fold keys of forms.

    `joined` says whose entry goes to whose: the entry of the first form joins the entry of the second and takes its
    name; forms that come to either later go along. `apart` are forms taken out of their entry; a form that is both is
    moved alone.
    """

    joined: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.joined or self.apart)


def decided(groups: Iterable[Group], decisions: MergeOverrides, label_of: Mapping[str, str]) -> list[Group]:
    """The groups with the decisions carried out; the order in which decisions were made does not matter.

    `label_of` gives for a form taken apart the label it has alone. Decisions that name forms not in the room wait for
    them; a circle of joins is one entry, named by the first of its keys.
    """
    units = {unit.key: unit for group in groups for unit in _split(group, decisions.apart, label_of)}
    unit_of = {form: unit.key for unit in units.values() for form in unit.forms}
    leads_to: dict[str, set[str]] = defaultdict(set)
    linked: dict[str, set[str]] = defaultdict(set)
    for form, target in decisions.joined.items():
        start, end = unit_of.get(form, form), unit_of.get(target, target)
        if start != end:
            leads_to[start].add(end)
            linked[start].add(end)
            linked[end].add(start)
    return [_united(component, units, leads_to) for component in _components(units, linked)]


def _split(group: Group, apart: frozenset[str], label_of: Mapping[str, str]) -> list[Group]:
    """The group without the forms taken apart, and each of those on its own."""
    alone = [form for form in group.forms if form in apart]
    if not alone or len(group.forms) == 1:
        return [group]
    rest = tuple(form for form in group.forms if form not in apart)
    parts = [Group(_ALONE + form, label_of[form], (form,)) for form in alone]
    return [Group(group.key, group.label, rest), *parts] if rest else parts


def _components(units: Mapping[str, Group], linked: Mapping[str, set[str]]) -> list[set[str]]:
    """Units joined to one another, directly or through others, in the order of the units."""
    seen: set[str] = set()
    components = []
    for unit in units:
        if unit in seen:
            continue
        component, left = {unit}, [unit]
        while left:
            new = linked.get(left.pop(), set()) - component
            component |= new
            left += new
        seen |= component
        components.append(component)
    return components


def _united(component: set[str], units: Mapping[str, Group], leads_to: Mapping[str, set[str]]) -> Group:
    present = [units[key] for key in component if key in units]
    ends = [unit for unit in present if not leads_to.get(unit.key)] or present
    name = min(ends, key=lambda unit: unit.key)
    return Group(name.key, name.label, tuple(sorted(form for unit in present for form in unit.forms)))
