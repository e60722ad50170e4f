"""Counts over all examples: the numbers of the charts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop.examples.models import NATIONAL, Example
from workshop.examples.vocabularies import Evidence, Vocabularies


@dataclass(frozen=True)
class EvidenceRow:
    """One example and its evidence of each criterion, in the criteria's order."""

    example: Example
    evidence: tuple[Evidence, ...]


def evidence_matrix(examples: Sequence[Example], criteria: Sequence[str]) -> tuple[EvidenceRow, ...]:
    """Every example, the ones of which most is stated first; among equals, most hinted."""
    rows = [EvidenceRow(example, tuple(example.evidence[name] for name in criteria)) for example in examples]
    return tuple(sorted(rows, key=lambda row: (-row.evidence.count("stated"), -row.evidence.count("hinted"))))


def evidence_stated(examples: Sequence[Example], criteria: Sequence[str]) -> dict[str, int]:
    """In how many examples each criterion is stated."""
    return {name: sum(example.evidence[name] == "stated" for example in examples) for name in criteria}


@dataclass(frozen=True)
class ThemeCount:
    """A theme's examples, and how many of them are for the chosen target group."""

    theme: str
    count: int
    chosen: int


def theme_counts(
    examples: Sequence[Example], themes: Sequence[str], target_group: str | None = None
) -> tuple[ThemeCount, ...]:
    """Themes by the number of examples, most first; an example counts in each of its themes."""
    rows = []
    for theme in themes:
        fitting = [example for example in examples if theme in example.themes]
        chosen = sum(target_group in example.target_groups for example in fitting)
        rows.append(ThemeCount(theme, len(fitting), chosen))
    return tuple(sorted(rows, key=lambda row: -row.count))


@dataclass(frozen=True)
class PartnerCount:
    """In how many examples a partner is stated, and in how many others it is inferred."""

    partner: str
    stated: int
    inferred: int


def partner_counts(examples: Sequence[Example], partners: Sequence[str]) -> tuple[PartnerCount, ...]:
    """Partners by the number of examples, most first."""
    rows = []
    for partner in partners:
        stated = sum(partner in example.partners_stated for example in examples)
        all_partners = sum(partner in example.partners for example in examples)
        rows.append(PartnerCount(partner, stated, all_partners - stated))
    return tuple(sorted(rows, key=lambda row: (-row.stated - row.inferred, -row.stated)))


@dataclass(frozen=True)
class RegionCounts:
    """Examples a region, in the vocabulary's order, and those that cover the whole country."""

    counts: Mapping[str, int]
    national: int

    @property
    def covered(self) -> int:
        """How many regions have an example of their own."""
        return sum(count > 0 for count in self.counts.values())


def region_counts(examples: Sequence[Example], vocabularies: Vocabularies) -> RegionCounts:
    """Where the examples are."""
    counts = {region: sum(example.area == region for example in examples) for region in vocabularies.regions}
    return RegionCounts(counts, sum(example.area == NATIONAL for example in examples))


def evidence_values(stated: Mapping[str, int], labels: Mapping[str, str], n: int) -> dict[str, object]:
    """The values of the evidence chart's caption; criteria with equal counts are named together."""
    most, least = max(stated.values()), min(stated.values())
    return {
        "most": ", ".join(labels[name] for name, count in stated.items() if count == most),
        "most_count": most,
        "least": ", ".join(labels[name] for name, count in stated.items() if count == least),
        "least_count": least,
        "n": n,
    }
