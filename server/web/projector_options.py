"""What the address of a projector's page asks for: a picture for a slide or for a streaming program."""

from collections.abc import Mapping
from dataclasses import dataclass

SEPARATOR = "/"


@dataclass(frozen=True)
class ProjectorOptions:
    """`only_result` leaves out header and footer, `transparent` the background; `item` is held whatever is on."""

    only_result: bool = False
    transparent: bool = False
    item: str | None = None

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "ProjectorOptions":
        """The options in `?vain=tulos&tausta=ei&kysymys=<id>`; other values ask for nothing."""
        return cls(query.get("vain") == "tulos", query.get("tausta") == "ei", query.get("kysymys") or None)

    def page(self) -> Mapping[str, object]:
        """The options as the page's script has them."""
        return {"only_result": self.only_result, "transparent": self.transparent, "item": self.item}


def variant(lang: str, item: str | None) -> str:
    """The variant of a channel: a language, with the item that is held."""
    return lang if item is None else f"{lang}{SEPARATOR}{item}"


def parts_of(name: str) -> tuple[str, str | None]:
    """The language and the item of a variant."""
    lang, _, item = name.partition(SEPARATOR)
    return lang, item or None
