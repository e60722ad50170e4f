"""The one list of the kinds of questions; the models of the programme and of the room's file are made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import Field

from workshop.activities.activity import BaseActivity, RoundCounts
from workshop.activities.assessment import AssessmentActivity
from workshop.activities.choice import ChoiceActivity
from workshop.activities.dots import DotsActivity
from workshop.activities.link import LinkActivity
from workshop.activities.quiz import QuizActivity
from workshop.activities.ranking import RankingActivity
from workshop.activities.scale import ScaleActivity
from workshop.activities.text import TextActivity
from workshop.activities.words import WordsActivity
from workshop.exports.kinds.assessment import AssessmentExports
from workshop.exports.kinds.base import KindExports
from workshop.exports.kinds.choice import ChoiceExports
from workshop.exports.kinds.dots import DotsExports
from workshop.exports.kinds.link import LinkExports
from workshop.exports.kinds.quiz import QuizExports
from workshop.exports.kinds.ranking import RankingExports
from workshop.exports.kinds.scale import ScaleExports
from workshop.exports.kinds.text import TextExports
from workshop.exports.kinds.words import WordsExports


@dataclass(frozen=True)
class ActivityKind:
    """One kind: its model with its rules, and what exports say of it."""

    activity: type[BaseActivity]
    exports: KindExports[Any, Any]

    @property
    def name(self) -> str:
        """The `kind` of its activities."""
        return str(self.activity.model_fields["kind"].default)


KINDS = (
    ActivityKind(WordsActivity, WordsExports()),
    ActivityKind(ChoiceActivity, ChoiceExports()),
    ActivityKind(RankingActivity, RankingExports()),
    ActivityKind(DotsActivity, DotsExports()),
    ActivityKind(AssessmentActivity, AssessmentExports()),
    ActivityKind(QuizActivity, QuizExports()),
    ActivityKind(LinkActivity, LinkExports()),
    ActivityKind(TextActivity, TextExports()),
    ActivityKind(ScaleActivity, ScaleExports()),
)
"""In the order in which exports have their tables."""

if TYPE_CHECKING:
    Activity: TypeAlias = BaseActivity
    RoundResults: TypeAlias = RoundCounts
else:
    _COUNTS = [kind.activity.counts_class for kind in KINDS if kind.activity.counts_class]
    Activity = Annotated[reduce(or_, [kind.activity for kind in KINDS]), Field(discriminator="kind")]
    RoundResults = Annotated[reduce(or_, _COUNTS), Field(discriminator="kind")]

_BY_NAME: Mapping[str, ActivityKind] = {kind.name: kind for kind in KINDS}


def exports_of(activity: BaseActivity) -> KindExports[Any, Any]:
    """What exports say of an activity of this kind."""
    return _BY_NAME[activity.kind].exports
