"""The examples of a draft as a table: a row an example, and the changes of the draft that an edited cell makes.

A draft may lack anything; what a cell shows is what the draft has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workshop.examples.models import NATIONAL
from workshop.examples.municipalities import Municipality, municipality
from workshop.examples.rows import EVIDENCE, LISTS, LOCALISED, OPTIONAL_TEXTS

Change = dict[str, Any]
Tree = Mapping[str, Any]

MUNICIPALITY = "municipality"
TEXTS = dict(zip(LOCALISED, (120, 80, 600, 1200, 400), strict=True))
"""The longest text of each column that is written in every language, in characters."""


@dataclass(frozen=True)
class ExampleTable:
    """The table in one language. `elements` are the ids of the criteria, `codes` the region codes by the regions' ids.

    `languages` are the workshop's, its own first.
    """

    lang: str
    languages: Sequence[str]
    elements: Sequence[str]
    codes: Mapping[str, str]

    def row(self, example: Tree) -> dict[str, Any]:
        """The cells of one example by their columns."""
        texts = {name: _text(example, name, self.lang) for name in LOCALISED}
        plain = {name: example.get(name) for name in ("area_type", "region", "lon", "lat", "source_url")}
        return {
            **{name: texts[name] for name in ("title", "place")},
            **{name: plain[name] for name in ("area_type", "region")},
            **{name: texts[name] for name in ("summary", "practice")},
            **{name: _words(example, name) for name in LISTS},
            **{f"{EVIDENCE}{name}": _tree(example, "evidence").get(name, "none") for name in self.elements},
            "note": texts["note"],
            **{name: plain[name] for name in ("source_url", "lon", "lat")},
        }

    def new_example(self) -> dict[str, Any]:
        """An example that waits for its words."""
        empty: dict[str, Any] = {name: {} for name in LOCALISED if name not in OPTIONAL_TEXTS}
        lists: dict[str, Any] = {name: [] for name in LISTS}
        return {**empty, "area_type": MUNICIPALITY, **lists, "evidence": dict.fromkeys(self.elements, "none")}

    def changes(self, index: int, example: Tree, column: str, value: object) -> list[Change]:
        """The changes that an edited cell of the example at `index` makes, with what follows from them.

        A municipality's name gives its point, its region and its names.
        """
        place = ("examples", index)
        if column == "place":
            return self._place(place, example, _cell_text(value))
        if column in LOCALISED:
            return [_set((*place, column, self.lang), _cell_text(value))]
        if column in LISTS:
            words = list(dict.fromkeys(map(str, value))) if isinstance(value, list | tuple) else []
            return [_set((*place, column), words)]
        if column.startswith(EVIDENCE):
            return [_set((*place, "evidence", column.removeprefix(EVIDENCE)), value or "none")]
        if column == "area_type":
            return self._area_type(place, example, value)
        return [_set((*place, column), _cell_text(value) if column == "source_url" else value)]

    def _place(self, place: tuple[str, int], example: Tree, name: str | None) -> list[Change]:
        match = municipality(name or "")
        if match is None or example.get("area_type") not in {None, MUNICIPALITY}:
            return [_set((*place, "place", self.lang), name)]
        former = municipality(_text(example, "place", self.lang) or "")
        names = [
            _set((*place, "place", lang), match.name(lang))
            for lang in self.languages
            if lang == self.lang or self._is_free(_text(example, "place", lang), former, lang)
        ]
        return [*names, *self._spot(place, match)]

    def _is_free(self, name: str | None, former: Municipality | None, lang: str) -> bool:
        """Whether nobody wrote the name: it is missing, or the one of the municipality that stood here before."""
        return not name or (former is not None and name == former.name(lang))

    def _spot(self, place: tuple[str, int], match: Municipality) -> list[Change]:
        region = next((name for name, code in self.codes.items() if code == match.region), None)
        values = {"area_type": MUNICIPALITY, "region": region, "lon": match.lon, "lat": match.lat}
        return [_set((*place, name), value) for name, value in values.items()]

    def _area_type(self, place: tuple[str, int], example: Tree, value: object) -> list[Change]:
        """What is no municipality has no point, and the whole country has no region."""
        changes = [_set((*place, "area_type"), value)]
        if value == MUNICIPALITY:
            match = municipality(_text(example, "place", self.lang) or "")
            return changes if match is None else self._spot(place, match)
        cleared = ["lon", "lat", *(["region"] if value == NATIONAL else [])]
        return [*changes, *(_set((*place, name), None) for name in cleared if example.get(name) is not None)]


def _set(path: Sequence[str | int], value: object) -> Change:
    return {"op": "set", "path": list(path), "value": value}


def _tree(example: Tree, name: str) -> Tree:
    value = example.get(name)
    return value if isinstance(value, dict) else {}


def _text(example: Tree, name: str, lang: str) -> str | None:
    text = _tree(example, name).get(lang)
    return text if isinstance(text, str) else None


def _words(example: Tree, name: str) -> list[str]:
    words = example.get(name)
    return list(map(str, words)) if isinstance(words, list | tuple) else []


def _cell_text(value: object) -> str | None:
    """What was typed; nothing where the cell was emptied."""
    return value.strip() or None if isinstance(value, str) else None
