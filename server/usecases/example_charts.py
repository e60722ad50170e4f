"""The examples in bars: a heading, a sentence, and how many examples each label has."""

from dataclasses import dataclass

from components.charts.series import Series
from workshop.content.content import Content
from workshop.examples.counts import (
    evidence_stated,
    evidence_values,
    partner_counts,
    region_counts,
    theme_counts,
)


@dataclass(frozen=True)
class ExampleBars:
    """Labels with their numbers, a number of each series for each label; `heading` says what the labels are."""

    title: str
    caption: str
    heading: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]


def evidence_caption(content: Content, lang: str) -> str:
    """Which criteria are stated most and least often."""
    criteria = {criterion: label(lang) for criterion, label in content.core_elements.items()}
    stated = evidence_stated(content.examples, list(criteria))
    values = evidence_values(stated, criteria, len(content.examples))
    return content.examples_texts.charts.evidence.caption(lang).format(**values)


def evidence_bars(content: Content, lang: str) -> ExampleBars:
    """In how many examples each criterion is stated, and in how many others it is hinted at."""
    labels = content.vocabularies.evidence

    def count(criterion: str, degree: str) -> int:
        return sum(example.evidence[criterion] == degree for example in content.examples)

    criteria = content.core_elements
    return ExampleBars(
        content.examples_texts.charts.evidence.title(lang),
        evidence_caption(content, lang),
        content.texts[lang]("examples.told"),
        tuple(label(lang) for label in criteria.values()),
        (
            Series(labels.stated.label(lang), tuple(count(criterion, "stated") for criterion in criteria)),
            Series(labels.hinted.label(lang), tuple(count(criterion, "hinted") for criterion in criteria), True),
        ),
    )


def theme_bars(content: Content, lang: str, target_group: str | None = None) -> ExampleBars:
    """Themes, most examples first; those for a chosen target group are told apart."""
    words, text, chart = content.vocabularies, content.texts[lang], content.examples_texts.charts.themes
    counts = [row for row in theme_counts(content.examples, list(words.themes), target_group) if row.count]
    if target_group is None:
        series: tuple[Series, ...] = (Series(text("examples.charts.count"), tuple(row.count for row in counts)),)
    else:
        group = words.target_groups[target_group](lang)
        others = tuple(row.count - row.chosen for row in counts)
        series = (
            Series(text("examples.charts.in_group", group=group), tuple(row.chosen for row in counts)),
            Series(text("examples.charts.other_groups"), others, hatched=True),
        )
    labels = tuple(words.themes[row.theme](lang) for row in counts)
    return ExampleBars(chart.title(lang), chart.caption(lang), text("examples.filters.theme"), labels, series)


def partner_bars(content: Content, lang: str) -> ExampleBars:
    """Partners, most examples first; the stated ones and the inferred ones."""
    names, text, chart = content.vocabularies.partners, content.texts[lang], content.examples_texts.charts.partners
    counts = [row for row in partner_counts(content.examples, list(names)) if row.stated + row.inferred]
    series = (
        Series(text("examples.charts.stated"), tuple(row.stated for row in counts)),
        Series(text("examples.charts.inferred"), tuple(row.inferred for row in counts), hatched=True),
    )
    labels = tuple(names[row.partner](lang) for row in counts)
    return ExampleBars(chart.title(lang), chart.caption(lang), text("examples.filters.partner"), labels, series)


def region_bars(content: Content, lang: str) -> ExampleBars:
    """Regions, most examples first; those without an example are named in the caption."""
    regions, text, chart = content.vocabularies.regions, content.texts[lang], content.examples_texts.charts.regions
    counts = region_counts(content.examples, content.vocabularies)
    covered = {regions[name].name(lang): count for name, count in counts.counts.items() if count}
    if counts.national:
        covered[text("examples.filters.national")] = counts.national
    ordered = dict(sorted(covered.items(), key=lambda row: -row[1]))
    uncovered = sorted(regions[name].name(lang) for name, count in counts.counts.items() if not count)
    caption = chart.caption(lang).format(covered=counts.covered, all=len(counts.counts))
    if uncovered:
        caption += "\n" + text("examples.charts.uncovered", regions=", ".join(uncovered))
    series = (Series(text("examples.charts.count"), tuple(ordered.values())),)
    return ExampleBars(chart.title(lang), caption, text("examples.filters.region"), tuple(ordered), series)
