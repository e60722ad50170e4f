"""The words and clouds of one moment, by the cache of results."""

from server.store import Reader
from server.usecases.results_cache import ResultsCache
from server.usecases.round_answers import StoredRoundAnswers
from server.usecases.texts_cache import TextsCache
from workshop.words.cloud.cloud import Cloud, Frame
from workshop.words.entries import RoundWords


class MomentTexts:
    """As `TextsCache`, but with the answers and decisions of the reader's moment alone."""

    def __init__(self, reader: Reader, texts_cache: TextsCache) -> None:
        self._reader, self._texts_cache = reader, texts_cache

    def texts(self, code: str, activity: int, round_id: int, *, approval: bool, whole: bool = False) -> RoundWords:
        """The texts of the round, all of them read and screened."""
        return self._texts_cache.texts_at(self._reader, code, activity, round_id, approval=approval)


class MomentCache:
    """As `ResultsCache`, but with the answers and decisions of the reader's moment alone; each round is read once."""

    def __init__(self, reader: Reader, results_cache: ResultsCache) -> None:
        self._reader, self._results_cache = reader, results_cache
        self._words: dict[int, RoundWords] = {}
        self.open_texts = MomentTexts(reader, results_cache.open_texts)

    def round_answers(self, code: str, activity: int, round_id: int) -> StoredRoundAnswers:
        """The answers of a round, for its kind of question to count."""
        return StoredRoundAnswers(self._reader, self, code, activity, round_id)

    def words(self, code: str, activity: int, round_id: int, *, whole: bool = False) -> RoundWords:
        """The words of the round, all of them read and merged."""
        if round_id not in self._words:
            self._words[round_id] = self._results_cache.words_at(self._reader, code, activity, round_id)
        return self._words[round_id]

    def cloud(
        self, code: str, activity: int, round_id: int, frame: Frame, *, newest: bool = True, marked: bool = False
    ) -> Cloud:  # fmt: skip
        """The cloud of those words."""
        words = self.words(code, activity, round_id)
        return self._results_cache.cloud_at(words, code, round_id, frame, marked=marked)
