"""The stored answers of one round, as kinds of questions read them to count; the server implements it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from workshop.words.cloud.cloud import Cloud, Frame
from workshop.words.entries import RoundWords


class RoundAnswers(Protocol):
    """Nothing is read before it is asked for; withdrawn answers are left out."""

    def counts(self) -> tuple[int, Mapping[str, int]]:
        """Number of people who answered, and for each stored text the number of those who gave it."""

    def counts_by_key(self) -> tuple[int, Mapping[str, Mapping[str, int]]]:
        """Number of people who answered, and for each key the number of those who gave each text to it."""

    def by_person(self) -> Sequence[Mapping[str, str]]:
        """For each person, key to text of their answers."""

    def words(self, *, whole: bool = False) -> RoundWords:
        """The merged and moderated entries; `whole` waits until all is read and merged."""

    def cloud(self, frame: Frame, *, marked: bool = False) -> Cloud:
        """The entries laid out, every word in the place it already has; `marked` with room for the mark of a theme."""

    def texts(self, *, approval: bool, whole: bool = False) -> RoundWords:
        """Every answer with its own key, newest first, moderated and never merged.

        Where `approval` is set or the room wants it, nothing is shown before it is approved.
        """

    def overridden(self) -> Collection[str]:
        """Fold keys of the words that the facilitator has joined or taken apart."""
