"""The stored answers of a round, as a kind of question reads them to count."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from workshop.words.cloud.cloud import Cloud, Frame
from workshop.words.entries import RoundWords


class StoredAnswers:
    """The answers of these people: key to text for each of them. There are no words."""

    def __init__(self, people: Sequence[Mapping[str, str]]) -> None:
        self._people = people

    def counts(self) -> tuple[int, Mapping[str, int]]:
        return len(self._people), Counter(text for person in self._people for text in person.values())

    def counts_by_key(self) -> tuple[int, Mapping[str, Mapping[str, int]]]:
        keys = {key for person in self._people for key in person}
        return len(self._people), {
            key: Counter(person[key] for person in self._people if key in person) for key in keys
        }

    def texts(self, *, approval: bool, whole: bool = False) -> RoundWords:
        raise NotImplementedError

    def by_person(self) -> Sequence[Mapping[str, str]]:
        return self._people

    def words(self, *, whole: bool = False) -> RoundWords:
        raise NotImplementedError

    def cloud(self, frame: Frame, *, marked: bool = False) -> Cloud:
        raise NotImplementedError

    def overridden(self) -> Collection[str]:
        raise NotImplementedError
