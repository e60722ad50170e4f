"""Finland's municipalities: the point and the region of a name in Finnish or in Swedish."""

import csv
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "data" / "municipalities.csv"


@dataclass(frozen=True)
class Municipality:
    """One municipality: Statistics Finland's code of its region, and its centre in degrees (WGS 84)."""

    code: str
    name_fi: str
    name_sv: str
    region: str
    lon: float
    lat: float

    def name(self, lang: str) -> str:
        """Its name, the Finnish one in languages that have none of their own."""
        return self.name_sv if lang == "sv" else self.name_fi


def folded(name: str) -> str:
    """A name without capitals, accents, hyphens and spaces: as people write it on any keyboard."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def municipality(name: str) -> Municipality | None:
    """The municipality of a name in either language, however it is capitalised; None where there is none."""
    return _by_name().get(folded(name))


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All municipalities in the order of their codes."""
    with FILE.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(_without_comments(file), delimiter=";")
        return tuple(_municipality(row) for row in rows)


def _without_comments(lines: Iterable[str]) -> Iterable[str]:
    return (line for line in lines if not line.startswith("#"))


def _municipality(row: Mapping[str, str]) -> Municipality:
    return Municipality(
        row["code"], row["name_fi"], row["name_sv"], row["region"], float(row["lon"]), float(row["lat"])
    )


@cache
def _by_name() -> Mapping[str, Municipality]:
    """A Finnish name goes before the same name in Swedish of another municipality."""
    names = {folded(each.name_sv): each for each in municipalities()}
    return names | {folded(each.name_fi): each for each in municipalities()}
