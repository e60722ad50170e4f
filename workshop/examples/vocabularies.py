"""The words that classify the examples: models of the section `vocabularies` of `data/workshop.yaml`."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from workshop.content.localised import Localised

AreaType = Literal["municipality", "region", "wellbeing_county", "national"]
Evidence = Literal["stated", "hinted", "none"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AreaTypes(_Model):
    """What kind of area an example covers."""

    municipality: Localised
    region: Localised
    wellbeing_county: Localised
    national: Localised


class EvidenceLabel(_Model):
    """How a degree of evidence is drawn and said."""

    symbol: str = Field(min_length=1, max_length=3)
    label: Localised


class EvidenceLabels(_Model):
    """What an example's text tells of a core element: it says nothing of what the solution is worth."""

    stated: EvidenceLabel
    hinted: EvidenceLabel
    none: EvidenceLabel


class Region(_Model):
    """A region of Finland; `code` is Statistics Finland's region code, as in `data/regions.geojson`."""

    code: str = Field(pattern=r"^[0-9]{2}$")
    name: Localised


class Vocabularies(_Model):
    """Every classification with the names that are shown, in the order they are listed."""

    themes: dict[str, Localised]
    target_groups: dict[str, Localised]
    partners: dict[str, Localised]
    area_types: AreaTypes
    evidence: EvidenceLabels
    regions: dict[str, Region]
