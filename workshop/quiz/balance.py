"""The balance of a quiz: how all combinations of answers share out among its types."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt, prod
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Points = Mapping[str, int]

MAX_STATES = 120_000
"""With more standings than these a sample is counted instead of every combination."""
SAMPLE = 100_000

# A standing has one number a type, whose order is the order of the result: score, main types, latest question.
_SCORE, _MAIN = 1 << 10, 1 << 5
_BEATEN = -1
"""In place of the number of a type that can no longer have the highest score."""


@dataclass(frozen=True)
class Balance:
    """The share of each type over all combinations of answers, one altogether; a dual type is half of each of its two.

    `dual` is the share of dual types, `combinations` their number. Where `is_exact` is false, a sample was counted.
    """

    shares: Mapping[str, float]
    dual: float
    combinations: int
    is_exact: bool

    @property
    def rare(self) -> tuple[str, ...]:
        """The types that come less than half as often as they would if all came equally often."""
        limit = 0.5 / len(self.shares) if self.shares else 0
        return tuple(name for name, share in self.shares.items() if share < limit)


def balance(types: Sequence[str], questions: Sequence[Sequence[Points]]) -> Balance | None:
    """The balance of questions whose options give points to types; None where there is nothing to choose or to get.

    It follows the rules of `workshop.quiz.rules.result`. It is exact as long as there are at most `MAX_STATES`
    standings to tell apart, which takes a fraction of a second.
    """
    gains = [_gains(types, options) for options in questions if options]
    if not gains or not types:
        return None
    combinations = prod(len(options) for options in gains)
    exact = _all_standings(gains)
    standings, weights = exact or _sampled_standings(gains)
    leads = _leads(standings, weights)
    return Balance(
        shares=dict(zip(types, (float(share) for share in leads[:-1]), strict=True)),
        dual=float(leads[-1]),
        combinations=combinations,
        is_exact=exact is not None,
    )


def points_of(quiz: Mapping[str, Any]) -> tuple[list[str], list[list[Points]]]:
    """Types and points of a quiz that is being written and may lack anything."""
    types = [str(item["id"]) for item in _objects(quiz.get("types")) if item.get("id")]
    questions = [
        [_known_points(option.get("points"), types) for option in _objects(question.get("options"))]
        for question in _objects(quiz.get("questions"))
    ]
    return list(dict.fromkeys(types)), questions


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())


def _known_points(points: object, types: Sequence[str]) -> Points:
    if not isinstance(points, dict):
        return {}
    return {name: n for name, n in points.items() if name in types and isinstance(n, int) and 1 <= n <= 10}


@dataclass(frozen=True)
class _Gain:
    """What one option gives: points to each type, and the place of its main type, None where it gives no points."""

    points: Numbers
    main: int | None


def _gains(types: Sequence[str], options: Sequence[Points]) -> list[_Gain]:
    return [
        _Gain(
            np.array([points.get(name, 0) for name in types], dtype=np.int64),
            list(types).index(max(points, key=points.__getitem__)) if points else None,
        )
        for points in options
    ]


def _after(standings: Numbers, gain: _Gain, place: int) -> Numbers:
    """The standings after one more answer, to the question at `place` counted from one."""
    after = standings + gain.points * _SCORE
    if gain.main is not None:
        column = after[:, gain.main] + _MAIN
        after[:, gain.main] = column // _MAIN * _MAIN + place
    after[standings == _BEATEN] = _BEATEN
    return after


def _all_standings(questions: Sequence[Sequence[_Gain]]) -> tuple[Numbers, Numbers] | None:
    """Every standing with the number of combinations that lead to it; None where there are too many standings.

    Combinations with the same standing are one from there on, whichever question they differ in.
    """
    standings = np.zeros((1, len(questions[0][0].points)), dtype=np.int64)
    weights = np.ones(1, dtype=np.int64)
    left = [_most_left(questions, place) for place in range(1, len(questions) + 1)]
    if prod(len(options) for options in questions) >= 1 << 62:
        return None
    for place, options in enumerate(questions, start=1):
        standings = np.concatenate([_after(standings, gain, place) for gain in options])
        standings = _without_beaten(standings, left[place - 1])
        standings, weights = _merged(standings, np.tile(weights, len(options)))
        if len(standings) > MAX_STATES:
            return None
    return standings, weights


def _most_left(questions: Sequence[Sequence[_Gain]], place: int) -> Numbers:
    """The most points that each type can still get from the questions after the one at `place`."""
    highest = [np.max([gain.points for gain in options], axis=0) for options in questions[place:]]
    return np.sum(highest, axis=0, dtype=np.int64) if highest else np.zeros_like(questions[0][0].points)


def _without_beaten(standings: Numbers, left: Numbers) -> Numbers:
    """The standings where types that cannot reach today's highest score any more are alike."""
    scores = np.where(standings == _BEATEN, _BEATEN, standings // _SCORE)
    is_beaten = scores + left < scores.max(axis=1, keepdims=True)
    return np.where(is_beaten, _BEATEN, standings)


def _merged(standings: Numbers, weights: Numbers) -> tuple[Numbers, Numbers]:
    """Equal standings as one, with the sum of their weights."""
    order = np.lexsort(standings.T)
    ordered = standings[order]
    is_first = np.concatenate([[True], (ordered[1:] != ordered[:-1]).any(axis=1)])
    return ordered[is_first], np.add.reduceat(weights[order], np.flatnonzero(is_first))


def _sampled_standings(questions: Sequence[Sequence[_Gain]]) -> tuple[Numbers, Numbers]:
    """The standings of combinations that are spread evenly over all: multiples of square roots without their wholes."""
    standings = np.zeros((SAMPLE, len(questions[0][0].points)), dtype=np.int64)
    places = np.arange(1, SAMPLE + 1)
    for place, (options, prime) in enumerate(zip(questions, _primes(), strict=False), start=1):
        chosen = (places * np.sqrt(prime) % 1 * len(options)).astype(np.int64)
        for index, gain in enumerate(options):
            rows = chosen == index
            standings[rows] = _after(standings[rows], gain, place)
    return standings, np.ones(SAMPLE, dtype=np.int64)


def _primes() -> Iterator[int]:
    number = 2
    while True:
        if all(number % divisor for divisor in range(2, isqrt(number) + 1)):
            yield number
        number += 1


def _leads(standings: Numbers, weights: Numbers) -> npt.NDArray[np.float64]:
    """The share of each type, and last the share of dual types; among equals the earlier type leads."""
    count = standings.shape[1]
    ranked = standings * count + np.arange(count)[::-1]
    lead = ranked.argmax(axis=1)
    rows = np.arange(len(standings))
    rest = ranked.copy()
    rest[rows, lead] = np.iinfo(np.int64).min
    second = rest.argmax(axis=1)
    is_dual = (standings[rows, lead] // _SCORE == standings[rows, second] // _SCORE) & (count > 1)
    halves = weights * np.where(is_dual, 0.5, 1.0)
    shares = np.bincount(lead, halves, count) + np.bincount(second[is_dual], halves[is_dual], count)
    return np.asarray(np.append(shares, weights[is_dual].sum()) / weights.sum(), dtype=np.float64)
