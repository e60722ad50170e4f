"""The examples: the model, the filter, and the prefilled self-assessment of one example."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from workshop.assessment.criteria import MET, AssessmentAnswer, Id
from workshop.content.localised import Localised
from workshop.examples.vocabularies import AreaType, Evidence, Vocabularies
from workshop.strict_model import StrictModel

NATIONAL = "national"
"""The area of an example that covers the whole country, in place of a region's id."""

Longitude = Annotated[float, Field(ge=19, le=32)]
Latitude = Annotated[float, Field(ge=59, le=71)]


class Example(StrictModel):
    """One row of `data/examples.csv`.

    `evidence` is what the source's text says of each criterion: it does not rate the solution.
    `partners_stated` are named in the source, `partners_inferred` are likely or named elsewhere. A municipality has a
    point in degrees (WGS 84); a region or a wellbeing services county is its whole area. `practice` tells how it is
    done, a point on each line; `suited_to` is where the source says that it would fit.
    """

    id: Id
    title: Localised
    place: Localised
    area_type: AreaType
    region: str | None = None
    lon: Longitude | None = None
    lat: Latitude | None = None
    summary: Localised
    practice: Localised | None = None
    themes: tuple[str, ...] = Field(min_length=1)
    target_groups: tuple[str, ...] = Field(min_length=1)
    suited_to: tuple[str, ...] = ()
    partners_stated: tuple[str, ...] = ()
    partners_inferred: tuple[str, ...] = ()
    evidence: dict[str, Evidence]
    note: Localised | None = None
    source_url: str | None = Field(default=None, pattern=r"^https?://\S+$")

    @property
    def area(self) -> str:
        """The id of the example's region, or NATIONAL."""
        return self.region or NATIONAL

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude, None for what is no single place."""
        return None if self.lon is None or self.lat is None else (self.lon, self.lat)

    def practice_points(self, lang: str) -> tuple[str, ...]:
        """How it is done, point by point in one language."""
        lines = self.practice(lang).splitlines() if self.practice else []
        return tuple(line.strip() for line in lines if line.strip())

    @property
    def partners(self) -> tuple[str, ...]:
        """All partners, the stated ones first."""
        return tuple(dict.fromkeys(self.partners_stated + self.partners_inferred))


@dataclass(frozen=True)
class Filter:
    """A filter of the examples; None matches everything. `region` may be NATIONAL."""

    theme: str | None = None
    target_group: str | None = None
    partner: str | None = None
    suited_to: str | None = None
    region: str | None = None

    def fits(self, example: Example) -> bool:
        """Whether the example is among the chosen ones; a partner counts whether stated or inferred."""
        return (
            self.theme in (None, *example.themes)
            and self.target_group in (None, *example.target_groups)
            and self.partner in (None, *example.partners)
            and self.suited_to in (None, *example.suited_to)
            and self.region in (None, example.area)
        )


def filter_from(vocabularies: Vocabularies, values: Mapping[str, str]) -> Filter:
    """The filter of an address's query, whose names are Filter's fields; values in no vocabulary are left out."""
    known: dict[str, Iterable[str]] = {
        "theme": vocabularies.themes,
        "target_group": vocabularies.target_groups,
        "partner": vocabularies.partners,
        "suited_to": vocabularies.suited_to,
        "region": [*vocabularies.regions, NATIONAL],
    }
    return Filter(**{name: values[name] for name, words in known.items() if values.get(name, "") in words})


def matching(examples: Iterable[Example], chosen: Filter) -> tuple[Example, ...]:
    """The examples that match the filter, in their order."""
    return tuple(example for example in examples if chosen.fits(example))


def prefill(example: Example) -> dict[str, AssessmentAnswer]:
    """The self-assessment as far as the example's text goes.

    What is stated is met, and the page asks whether it is so strongly; the rest is left open. Aspects are not asked.
    """
    return {
        name: AssessmentAnswer(level=MET if evidence == "stated" else None)
        for name, evidence in example.evidence.items()
    }
