"""Old results from a spreadsheet: they become a room of their own, which has ended, to be set beside others."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from server import clock
from server.store.rows import Room
from server.usecases.importing import Importing
from server.usecases.results import Results
from workshop.activities.answers import CleanAnswer
from workshop.content.texts import Texts
from workshop.exports.record import ActivityRecord, AnswerRecord, RoomRecord, RoundRecord
from workshop.old_results.answers import CellFault, OldAnswers, OldResultsFaultsError, old_answers
from workshop.old_results.cells import table_rows
from workshop.words.clean import cleaned

MAX_TITLE = 100
MAX_TOLD = 50
"""The most faults of a file that are told at once."""


class OldResults:
    """Reads files of old results for the questions of a room."""

    def __init__(self, results: Results, importing: Importing, texts: Mapping[str, Texts]) -> None:
        self._results, self._importing, self._texts = results, importing, texts

    def add(self, code: str, name: str, data: bytes, lang: str) -> Room:
        """A new room with the answers of a file, named by it; it has ended, and its people are other in each question.

        It is deleted as any room. Raises UnknownRoomError or a kind of OldResultsError.
        """
        content, record = self._results.content(code), self._results.record(code)
        activities_asked = [activity.activity for activity in record.activities]
        old = old_answers(table_rows(data), activities_asked, content, self._texts)
        now = clock.local(clock.now_ms())
        title = cleaned(name)[:MAX_TITLE].strip() or self._texts[lang]("results.old_title")
        activities = tuple(_activity(activity, old, now) for activity in record.activities)
        return self._importing.from_json(_ended(record, title, now, activities).model_dump_json(by_alias=True).encode())

    def sentences(self, error: OldResultsFaultsError, lang: str) -> list[str]:
        """The faults by row, in plain words."""
        return [self._sentence(fault, self._texts[lang]) for fault in error.faults[:MAX_TOLD]]

    @staticmethod
    def _sentence(fault: CellFault, text: Texts) -> str:
        reason = text(f"results.old_faults.{fault.reason}", **fault.values)
        return text("results.old_fault", row=fault.row, column=fault.column, sentence=reason)


def _ended(record: RoomRecord, title: str, now: datetime, activities: tuple[ActivityRecord, ...]) -> RoomRecord:
    return record.model_copy(
        update={
            "title": title, "created_at": now, "closed_at": now, "approval": False, "locked": True, "linked": False,
            "takes_questions": False, "activities": activities, "speaker_questions": (),
        }
    )  # fmt: skip


def _activity(record: ActivityRecord, old: Sequence[OldAnswers], now: datetime) -> ActivityRecord:
    respondents = next((each.respondents for each in old if each.activity == record.activity), None)
    rounds = () if respondents is None else (_round(respondents, now),)
    return record.model_copy(update={"decisions": (), "rounds": rounds})


def _round(respondents: Sequence[Sequence[CleanAnswer]], now: datetime) -> RoundRecord:
    answers = tuple(
        AnswerRecord(person=person, at=now, slot=slot, key=answer.key, text=answer.text)
        for person, row in enumerate(respondents, 1)
        for slot, answer in enumerate(row, 1)
    )
    return RoundRecord(number=1, opened_at=now, ends_at=None, closed_at=now, results=None, answers=answers)
