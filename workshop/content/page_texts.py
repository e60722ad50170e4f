"""Texts of the pages around the activities: models of the section `pages` of `data/workshop.yaml`."""

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from workshop.content.events import Event
from workshop.content.localised import Localised
from workshop.content.validation import filled
from workshop.strict_model import StrictModel


class _StrippedModel(StrictModel):
    model_config = ConfigDict(str_strip_whitespace=True)


class ActorTexts(_StrippedModel):
    """Who develops solutions of this kind: a heading, their names, what is said of them, and where the list is from."""

    title: Localised
    groups: tuple[Localised, ...] = Field(min_length=1)
    note: Localised | None = None
    source: Localised | None = None


class HomeTexts(_StrippedModel):
    """The home page: why the workshop is held, and what its subject is and who it concerns, where that is told.

    `actors` are listed with their own heading, after the words of `who`.
    """

    why: Localised
    what: Localised | None = None
    who: Localised | None = None
    actors: ActorTexts | None = None
    familiar: Localised | None = None


class AssessmentTexts(_StrippedModel):
    """The self-assessment page: an encouragement and the features that are common but no conditions."""

    recognise: Localised
    features_intro: Localised
    features: tuple[Localised, ...] = ()
    features_source: Localised | None = None


class ChartText(_StrippedModel):
    """A chart's heading and the sentence that says what to see in it."""

    title: Localised
    caption: Localised


class EvidenceChartText(ChartText):
    """`most` and `least` are the names of the core elements stated most and least often, in `n` examples."""

    caption: Annotated[Localised, filled("most", "most_count", "least", "least_count", "n")]


class RegionChartText(ChartText):
    """`covered` of `all` regions have an example."""

    caption: Annotated[Localised, filled("covered", "all")]


class ChartTexts(_StrippedModel):
    """The four charts of the examples."""

    evidence: EvidenceChartText
    themes: ChartText
    partners: ChartText
    regions: RegionChartText


class ExamplesTexts(_StrippedModel):
    """Above the examples: where they come from."""

    note: Annotated[Localised, filled("n")]
    charts: ChartTexts


class ActivityTexts(_StrippedModel):
    """What the service offers besides: an introduction and the names of its activities."""

    intro: Localised
    items: tuple[Localised, ...] = Field(min_length=1)


class ClosingTexts(_StrippedModel):
    """What to do after the workshop; `europe` and `centre` are its background, where it has one.

    `centre_points` are listed under `centre`.
    """

    service: Localised
    benefits_title: Localised
    benefits: tuple[Localised, ...] = ()
    activities: ActivityTexts | None = None
    europe: Localised | None = None
    centre: Localised | None = None
    centre_points: tuple[Localised, ...] = ()


class AboutTexts(_StrippedModel):
    """Privacy and the accessibility statement, filled in with the organiser's details."""

    privacy: Annotated[Localised, filled("retention_days", "min_group", "controller", "contact")]
    accessibility: Annotated[Localised, filled("status", "known_gaps", "feedback", "authority", "date")]


class Link(_StrippedModel):
    """A link to the outside; a dated one may lead nowhere by now and is shown only when the organiser says it is open.

    A link of the closing with an `action` is what to do next: a button of its own, which says that.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    url: str = Field(pattern=r"^(https?://\S+|mailto:\S+@\S+)$")
    page: Literal["home", "assessment", "examples", "quiz", "closing", "about"]
    label: Localised
    action: Localised | None = None
    dated: bool = False
    open: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether it leads somewhere, as far as the workshop says."""
        return self.open or not self.dated


class PageTexts(_StrippedModel):
    """The texts of every page that is not an activity; a part that the workshop does not have needs none."""

    home: HomeTexts
    assessment: AssessmentTexts | None = None
    examples: ExamplesTexts | None = None
    closing: ClosingTexts
    about: AboutTexts
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    hashtag: str = Field(default="", pattern=r"^(#\w+)?$")

    def links_on(self, page: str) -> tuple[Link, ...]:
        """The links of one page in their order, without dated ones that may have closed."""
        return tuple(link for link in self.links if link.page == page and link.is_shown)


class Organiser(_StrippedModel):
    """Who is responsible for the workshop: the details that privacy and accessibility statements need.

    `contact` and `feedback` are addresses as people write them: an e-mail address or a web page.
    """

    controller: Localised
    contact: Localised
    feedback: Localised
    status: Localised
    known_gaps: Localised
    authority: Localised
    updated: date
