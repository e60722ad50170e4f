"""What a room tells, in brief, under Innokylä's headings; its texts are Finnish."""

from collections.abc import Iterator
from dataclasses import asdict

from workshop.activities.registry import exports_of
from workshop.exports.dates import long_date
from workshop.exports.summary import leading
from workshop.exports.tables import ExportBasis
from workshop.innokyla.description import Description, describe
from workshop.innokyla.template import Template

LANG = "fi"


def room_description(template: Template, basis: ExportBasis) -> Description:
    """The room as a draft: who answered what, and the group's own assessment where there is one.

    Small groups are not broken down. `basis` is Finnish.
    """
    record = basis.record
    starts = [round_record.opened_at for _, round_record in record.all_rounds()]
    date = long_date(min(starts, default=record.created_at), LANG)
    people = [template.sentence("workshop", title=record.title, date=date, n=record.people)] if record.people else []
    known = {"people": [*people, *_answers(template, basis)], "evaluation": list(_assessment(template, basis))}
    return describe(template, known, long_date(record.exported_at, LANG))


def _answers(template: Template, basis: ExportBasis) -> Iterator[str]:
    """What led in the newest round of each question that is no small group's."""
    for activity in basis.record.activities:
        leaders = (leading(basis, activity.activity, round_record) for round_record in reversed(activity.rounds))
        answers = next((answers for answers in leaders if answers not in {"", basis.withheld}), "")
        if answers:
            question, by = activity.activity.question(LANG), exports_of(activity.activity).leading_by
            yield template.sentence(f"leading_{by}" if by else "leading", question=question, answers=answers)


def _assessment(template: Template, basis: ExportBasis) -> Iterator[str]:
    """How many of the group found each criterion met; nothing of a small group."""
    for activity, round_record in basis.record.all_rounds():
        if round_record.results is None:
            continue
        shares = exports_of(activity.activity).met_criteria(basis, round_record.results)
        if shares:
            yield template.sentence("group_view")
        for share in shares:
            yield template.sentence("group_level", **asdict(share))
