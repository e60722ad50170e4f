"""The vocabularies that classify the examples: models of the section `vocabularies` of `data/workshop.yaml`."""

from typing import Literal

from pydantic import Field

from workshop.content.localised import Localised
from workshop.strict_model import StrictModel

AreaType = Literal["municipality", "region", "wellbeing_county", "national"]
Evidence = Literal["stated", "hinted", "none"]


class AreaTypes(StrictModel):
    """What kind of area an example covers."""

    municipality: Localised
    region: Localised
    wellbeing_county: Localised
    national: Localised


class EvidenceLabel(StrictModel):
    """The symbol and the label of a degree of evidence."""

    symbol: str = Field(min_length=1, max_length=3)
    label: Localised


class EvidenceLabels(StrictModel):
    """The degrees of evidence of a core element in an example's text: they do not rate the solution."""

    stated: EvidenceLabel
    hinted: EvidenceLabel
    none: EvidenceLabel


class Region(StrictModel):
    """A region of Finland; `code` is Statistics Finland's region code, as in `data/regions.geojson`."""

    code: str = Field(pattern=r"^[0-9]{2}$")
    name: Localised


class Vocabularies(StrictModel):
    """Every classification with the names that are shown, in the order they are listed.

    `suited_to` are the kinds of places and groups that a solution would also suit; a workshop may do without.
    """

    themes: dict[str, Localised]
    target_groups: dict[str, Localised]
    partners: dict[str, Localised]
    suited_to: dict[str, Localised] = Field(default_factory=dict)
    area_types: AreaTypes
    evidence: EvidenceLabels
    regions: dict[str, Region]
