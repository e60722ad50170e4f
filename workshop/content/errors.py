"""Errors in the content files: which file, which line, which key, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop.content.texts import Texts
from workshop.errors import PropelliError

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """Something wrong at a path inside one document, before the line is looked up."""

    path: Path
    reason: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """One fault of the content; lines are counted from one, None where the whole file is meant."""

    file: str
    line: int | None
    key: str
    reason_id: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, texts: Texts) -> str:
        """The place and the fault as one line of plain words: the organiser's worklist."""
        place = self.file if self.line is None else texts("content.place", file=self.file, line=self.line)
        place = f"{place} ({self.key})" if self.key else place
        return f"{place}: {texts(f'content.{self.reason_id}', **self.values)}"


class ContentError(PropelliError):
    """The content cannot be used; `faults` holds every fault of every file, in the order of files and lines."""

    id = "content"

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(n=len(faults))
        self.faults = faults

    def sentences(self, texts: Texts) -> tuple[str, ...]:
        """One sentence a fault."""
        return tuple(fault.sentence(texts) for fault in self.faults)

    def __str__(self) -> str:
        return "; ".join(f"{fault.file}:{fault.line or 1} {fault.key} {fault.reason_id}" for fault in self.faults)
