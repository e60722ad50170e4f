"""Ranking: options that each person puts in order, all of them or the best few."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, TypedDict

from babel.numbers import format_decimal
from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticKnownError

from workshop.activities.activity import BaseActivity, Count, RoundCounts
from workshop.activities.answers import AnswerError, CleanAnswer, UnknownOptionError, submitted_texts
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.form_fields import FormField, option_rows
from workshop.activities.options import (
    MAX_OPTION,
    Option,
    api_options,
    counted_options,
    different,
    option_label,
)
from workshop.activities.payloads import ApiOption
from workshop.activities.round_answers import RoundAnswers
from workshop.content.texts import Texts
from workshop.strict_model import StrictModel

MIN_RANKED, MAX_RANKED, MIN_PLACES = 3, 10, 2
SAMPLE_PEOPLE = 40

RankedOptions = Annotated[
    tuple[Option, ...], Field(min_length=MIN_RANKED, max_length=MAX_RANKED), AfterValidator(different)
]


class LongRankingError(AnswerError):
    """More options in order than there are places."""

    id = "ranking_long"


class RepeatedOptionError(AnswerError):
    """An option that has two places."""

    id = "ranking_repeated"


class RankingRecord(StrictModel):
    """An option: where it stands, the mean of its places, and how many gave it each place from the first on.

    `standing` and `mean` are null before anybody has answered. Equal means stand equal: 1, 2, 2, 4. `unplaced` is the
    number of those who answered and gave it no place.
    """

    id: str
    standing: Annotated[int, Field(ge=1)] | None
    mean: Annotated[float, Field(ge=1, allow_inf_nan=False)] | None
    places: tuple[Count, ...]
    unplaced: Count

    @property
    def first(self) -> int:
        """Number of people who put it first."""
        return self.places[0]


class RankingResults(RoundCounts):
    """The options by their standing, those that stand equal in the question's order."""

    kind: Literal["ranking"] = "ranking"
    options: tuple[RankingRecord, ...]

    @property
    def tied(self) -> frozenset[int]:
        """The standings that several options have."""
        standings = [option.standing for option in self.options if option.standing]
        return frozenset(standing for standing in standings if standings.count(standing) > 1)

    @property
    def is_partial(self) -> bool:
        """Whether somebody has left an option without a place."""
        return any(option.unplaced for option in self.options)

    def means(self, lang: str) -> dict[str, str]:
        """Option to its mean place as it is shown: with one decimal, with two where two of them would look the same.

        Options that stand equal always look the same. Empty before anybody has answered.
        """
        means = {option.id: option.mean for option in self.options if option.mean is not None}
        short = {mean: _decimal(mean, "0.0", lang) for mean in means.values()}
        is_clear = len(set(short.values())) == len(short)
        return {name: short[mean] if is_clear else _decimal(mean, "0.00", lang) for name, mean in means.items()}


class RankingStateFields(TypedDict):
    """What the participant's state has of this kind; `places` is the most that one person gives."""

    options: list[ApiOption]
    places: int


class RankingActivity(BaseActivity):
    """A question whose options are put in order, the best first.

    No `places` lets all of them be ranked; `removed` as in a choice.

    Whoever answers may rank fewer than there are places, at least one. The mean place of an option is over everybody
    who has ranked anything: a person's unranked options share the places that are left and each counts as their mean,
    (k + 1 + m) / 2 where k of m options were ranked. Without that rule an option that one person puts first and
    everybody else leaves out would win. It is the mid-rank of a tie (M. G. Kendall, The treatment of ties in ranking
    problems, Biometrika 33, 1945): a person's places always add up to m (m + 1) / 2, whatever was left out. How many
    gave each place, and how many none, is told beside the mean.
    """

    api_kind: ClassVar[str] = "ranking"
    answer_field: ClassVar[str | None] = "ranking"
    counts_class: ClassVar[type[RoundCounts] | None] = RankingResults
    form_fields: ClassVar[tuple[FormField, ...]] = (
        option_rows("options", MIN_RANKED, MAX_RANKED, MAX_OPTION),
        FormField("places", "number", is_required=False, least=MIN_PLACES, most=MAX_RANKED),
    )

    kind: Literal["ranking"] = "ranking"
    options: RankedOptions
    removed: tuple[Option, ...] = ()
    places: Annotated[int, Field(ge=MIN_PLACES)] | None = None

    @field_validator("places")
    @classmethod
    def _are_there(cls, places: int | None, info: ValidationInfo) -> int | None:
        """At most as many places as options."""
        options = info.data.get("options")
        if options is not None and places is not None and places > len(options):
            raise PydanticKnownError("less_than_equal", {"le": len(options)})
        return places

    @property
    def most_places(self) -> int:
        """The most places that one person gives."""
        return self.places or len(self.options)

    def choices(self, lang: str) -> list[str]:
        return [option.label(lang) for option in self.options]

    def accept(self, submitted: object, content: ActivityContent) -> list[CleanAnswer]:
        """The options by their place, which is the key. Raises AnswerError."""
        ranked = submitted_texts(submitted)
        if not set(ranked) <= {option.id for option in self.options}:
            raise UnknownOptionError
        if len(set(ranked)) < len(ranked):
            raise RepeatedOptionError
        if len(ranked) > self.most_places:
            raise LongRankingError(max=self.most_places, n=len(ranked))
        return [CleanAnswer(str(place), option) for place, option in enumerate(ranked, 1)]

    def state_fields(self, ctx: ActivityContext) -> RankingStateFields:
        return {"options": api_options(self.options, ctx.lang), "places": self.most_places}

    def count(self, answers: RoundAnswers, content: ActivityContent) -> RankingResults:
        people = [ranked for person in answers.by_person() if (ranked := stored_ranking(person))]
        ids = counted_options(self.options, self.removed, {option for ranked in people for option in ranked})
        columns = max([self.most_places, *map(len, people)])
        doubled = dict.fromkeys(ids, 0)
        places = {option: [0] * columns for option in ids}
        for ranked in people:
            for option, twice in doubled_places(ranked, ids):
                doubled[option] += twice
            for place, option in enumerate(ranked):
                places[option][place] += 1
        options = sorted(ids, key=lambda option: doubled[option])
        return RankingResults(
            people=len(people),
            options=tuple(
                RankingRecord(
                    id=option,
                    standing=1 + sum(other < doubled[option] for other in doubled.values()) if people else None,
                    mean=doubled[option] / (2 * len(people)) if people else None,
                    places=tuple(places[option]),
                    unplaced=len(people) - sum(places[option]),
                )
                for option in options
            ),
        )

    def label(self, option_id: str, text: Texts) -> str:
        """An option as it is shown; one that was removed after it had been ranked is said to be so."""
        return option_label(self.options, self.removed, option_id, text)

    def participant_results(self, answers: RoundAnswers, ctx: ActivityContext) -> dict[str, Any]:
        """People, and the options in their order with the mean place as it is shown."""
        results = self.count(answers, ctx.content)
        return {"n": results.people, "ranking": list(self._rows(results, ctx))}

    def projector_result(self, answers: RoundAnswers, ctx: ActivityContext) -> dict[str, Any]:
        results = self.count(answers, ctx.content)
        rows = zip(self._rows(results, ctx), results.options, strict=True)
        return {
            "kind": self.kind,
            "n": results.people,
            "is_partial": results.is_partial,
            "options": [{**row, "places": option.places, "unplaced": option.unplaced} for row, option in rows],
            "note": ctx.text("screen.places_note") if results.people else None,
        }

    def _rows(self, results: RankingResults, ctx: ActivityContext) -> Iterator[dict[str, Any]]:
        means, tied = results.means(ctx.lang), results.tied
        for option in results.options:
            yield {
                "id": option.id,
                "label": self.label(option.id, ctx.text),
                "standing": option.standing,
                "is_tied": option.standing in tied,
                "mean": means.get(option.id),
                "first": option.first,
            }

    def sample_submissions(self, content: ActivityContent) -> Sequence[list[str]]:
        """People who favour the first options; every fourth ranks one fewer than there are places."""
        ids = [option.id for option in self.options]
        samples = []
        for person in range(SAMPLE_PEOPLE):
            weights = {option: place + (person * 7 + place * place * 3) % 5 for place, option in enumerate(ids)}
            ranked = sorted(ids, key=lambda option, weights=weights: weights[option])  # type: ignore[misc]
            samples.append(ranked[: self.most_places - (person % 4 == 3)])
        return samples


def stored_ranking(answers: Mapping[str, str]) -> list[str]:
    """One person's options in the order of their stored places, each once."""
    places = sorted((key for key in answers if key.isascii() and key.isdigit()), key=int)
    return list(dict.fromkeys(answers[place] for place in places))


def doubled_places(ranked: Sequence[str], ids: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Twice the place that one person gives each option: the mean of the places that are left may be a half."""
    places = {option: place for place, option in enumerate(ranked, 1)}
    for option in ids:
        yield option, 2 * places[option] if option in places else len(ranked) + 1 + len(ids)


def _decimal(number: float, pattern: str, lang: str) -> str:
    return str(format_decimal(number, pattern, locale=lang))
