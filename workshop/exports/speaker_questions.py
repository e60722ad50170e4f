"""Questions to the speaker in exports: every one with its votes and state; the report has those that were shown."""

from collections.abc import Iterator
from datetime import datetime

from workshop.exports.dates import long_date
from workshop.exports.record import SpeakerQuestionRecord
from workshop.exports.report_parts import ReportPart
from workshop.exports.tables import ExportBasis
from workshop.exports.tables_base import Table
from workshop.speaker_questions import PUBLIC

MAX_IN_REPORT = 100
"""How many questions the report lists; the workbook has them all."""


def speaker_tables(basis: ExportBasis) -> Iterator[Table]:
    """One table where people could ask, or have asked; those with most votes come first."""
    record, precision = basis.rows, "milliseconds" if basis.rows.linked else "minutes"
    if not (record.takes_questions or record.speaker_questions):
        return
    columns = basis.columns("speaker_question", "votes", "question_state", "time", "person", "iso_time")
    rows = tuple(
        (
            question.text, len(question.votes), basis.text(f"export.question_states.{question.state}"),
            question.at.replace(tzinfo=None, microsecond=0), question.person,
            question.at.isoformat("T", precision),
        )
        for question in sorted(record.speaker_questions, key=_place)
    )  # fmt: skip
    yield Table(basis.sheet("speaker_questions"), columns, rows)


def speaker_part(basis: ExportBasis) -> ReportPart | None:
    """What everybody saw of the questions; None where nothing was to be seen."""
    public = [question for question in basis.record.speaker_questions if question.state in PUBLIC]
    if not public:
        return None
    ordered = sorted(public, key=_place)
    texts = tuple(
        basis.text("export.report.voted", text=question.text, n=len(question.votes))
        for question in ordered[:MAX_IN_REPORT]
    )
    left = len(ordered) - MAX_IN_REPORT
    notes = (basis.text("export.report.more_questions", n=left),) if left > 0 else ()
    day = long_date(min(question.at for question in public), basis.lang)
    return ReportPart(basis.text("export.report.questions", n=len(public)), texts=texts, notes=notes, day=day)


def _place(question: SpeakerQuestionRecord) -> tuple[int, datetime]:
    """Those with most votes first, the oldest of equals first."""
    return -len(question.votes), question.at
