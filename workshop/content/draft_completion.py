"""A draft's tree with what its shape lets be left out: texts in every language, empty lists, no nulls and no blanks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workshop.content.draft_shape import Shape
from workshop.content.errors import Path
from workshop.content.texts import LANGUAGES


@dataclass
class Completion:
    """Completes trees for a workshop's languages; notes by language where a text is missing that the first one has.

    A text that is missing is the first language's; where that too is empty, the models will say so.
    """

    languages: Sequence[str]
    missing: list[tuple[str, Path]] = field(default_factory=list)

    def tree(self, place: Shape, value: Any, path: Path = ()) -> Any:
        """The tree as the models take it, what is of another kind as it is; None for what is left out."""
        shape = place.for_value(value)
        if shape.is_localised and isinstance(value, Mapping):
            return self._text(value, path)
        if shape.kind == "object" and isinstance(value, Mapping):
            return self._object(shape, value, path) if shape.fields.keys() != {"kind"} else value
        if shape.kind == "map" and isinstance(value, Mapping) and shape.item is not None:
            return {name: self.needed(shape.item, child, (*path, name)) for name, child in value.items()}
        if shape.kind == "list" and isinstance(value, list) and shape.item is not None:
            return [self.needed(shape.item, child, (*path, index)) for index, child in enumerate(value)]
        if shape.kind == "string" and isinstance(value, str) and not value.strip():
            return "" if shape.is_optional_text or not shape.is_nullable else None
        return value

    def _object(self, shape: Shape, value: Mapping[str, Any], path: Path) -> dict[str, Any]:
        completed: dict[str, Any] = {}
        for name, place in shape.fields.items():
            child = value.get(name)
            if name in shape.required:
                child = self.needed(place, child, (*path, name))
            elif child is not None:
                child = self.tree(place, child, (*path, name))
            if child is not None or (name in shape.required and place.is_nullable):
                completed[name] = child
        return completed

    def needed(self, place: Shape, child: Any, path: Path = ()) -> Any:
        """What must stand here: a text without words where there is none, for the models to tell."""
        if place.is_localised and not place.is_nullable:
            return self._text(child if isinstance(child, Mapping) else {}, path) or self._wordless
        if child is None:
            child = None if place.is_nullable else place.empty
        return None if child is None else self.tree(place, child, path)

    @property
    def _wordless(self) -> dict[str, str]:
        return {lang: "" if lang == self.languages[0] else "-" for lang in LANGUAGES}

    def _text(self, value: Mapping[str, Any], path: Path) -> dict[str, Any] | None:
        texts = ((lang, value.get(lang)) for lang in LANGUAGES)
        words: dict[str, str] = {lang: text for lang, text in texts if isinstance(text, str) and text.strip()}
        if not words:
            return None
        first = words.get(self.languages[0], "")
        if first:
            self.missing += [(lang, path) for lang in self.languages[1:] if lang not in words]
        return {lang: words.get(lang) or (first or "-") for lang in LANGUAGES} | {self.languages[0]: first}
