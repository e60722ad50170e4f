"""The user interface's texts in one language, from `data/texts/<language>.yaml`; a key is a dotted path into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from babel import Locale

Language = Literal["fi", "sv", "en"]

LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")


@dataclass(frozen=True)
class Texts:
    """The texts of one language: `texts("screen.answered", n=3)`."""

    lang: str
    tree: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The text at `key` with `{name}` filled in; where the text has plural forms, the value `n` chooses.

        Raises KeyError for a key that no text stands at: a fault of the program, not of its user.
        """
        text: Any = self.tree
        for part in key.split("."):
            text = text[part]
        if isinstance(text, Mapping):
            text = text.get(Locale(self.lang).plural_form(float(str(values["n"]))), text["other"])
        return str(text).format(**values) if values else str(text)

    def section(self, name: str) -> dict[str, Any]:
        """All texts under one name, for a component that fills them in itself."""
        return dict(self.tree[name])
