"""The examples: their rows, the filters, the counts behind the charts, the map, and the prefilled self-assessment."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.conftest import DATA
from workshop.assessment.rules import assess
from workshop.content.content import Content
from workshop.content.texts import LANGUAGES
from workshop.examples import counts
from workshop.examples.models import Example, Filter, filter_from, matching, prefill
from workshop.examples.regions import projected
from workshop.examples.rows import read_examples


def example(content: Content, example_id: str) -> Example:
    return next(example for example in content.examples if example.id == example_id)


def test_the_fourteen_examples_stand_in_the_order_of_their_rows(content: Content) -> None:
    assert len(content.examples) == 14
    assert content.examples[0].id == "auraamo"
    assert content.examples[-1].id == "inclusion_sparring"
    assert content.examples[-1].area == "national"


@pytest.mark.parametrize(
    ("place", "point"),
    [
        ("Aura", (22.586, 60.648)),
        ("Tampere", (23.759, 61.498)),
        ("Lapua", (23.006, 62.970)),
        ("Kokkola", (23.134, 63.840)),
        ("Lahti", (25.655, 60.980)),
        ("Kuopio", (27.678, 62.893)),
    ],
)
def test_a_municipality_is_a_point(content: Content, place: str, point: tuple[float, float]) -> None:
    assert {example_.point for example_ in content.examples if example_.place("fi") == place} == {point}


def test_a_region_and_the_whole_country_are_no_points(content: Content) -> None:
    assert all((example_.point is None) == (example_.area_type != "municipality") for example_ in content.examples)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter(), 14),
        (Filter(theme="arts_culture"), 3),
        (Filter(target_group="youth"), 1),
        (Filter(partner="parish"), 1),
        (Filter(region="north_savo"), 2),
        (Filter(region="national"), 1),
        (Filter(region="lapland"), 0),
        (Filter(theme="digital", region="north_savo"), 2),
        (Filter(theme="digital", target_group="youth"), 1),
    ],
)
def test_filters_narrow_down_together(content: Content, chosen: Filter, expected: int) -> None:
    assert len(matching(content.examples, chosen)) == expected


def test_an_inferred_partner_counts_as_a_partner(content: Content) -> None:
    assert example(content, "culture_referral") in matching(content.examples, Filter(partner="municipality"))


def test_an_address_tells_the_filter_and_its_mistakes_are_let_be(content: Content) -> None:
    query = {"theme": "food", "region": "national", "partner": "nobody", "target_group": "", "x": "y"}
    assert filter_from(content.vocabularies, query) == Filter(theme="food", region="national")


def test_auraamo_prefilled_gives_the_verdict_of_its_worked_case(content: Content) -> None:
    outcome = assess(content.criteria, prefill(example(content, "auraamo")))
    assert (outcome.status, outcome.worst, outcome.best, outcome.deciding) == (
        "open",
        "emerging_innovation",
        "social_innovation",
        ("effectiveness",),
    )


def test_only_what_is_stated_is_filled_in(content: Content) -> None:
    levels = {name: answer.level for name, answer in prefill(example(content, "funteeraamo")).items()}
    assert levels == {
        "novelty": None,
        "implementation": 3,
        "social_need": None,
        "effectiveness": None,
        "capacity": None,
    }


def test_evidence_is_counted_and_sorted_by_what_is_stated(content: Content) -> None:
    ids = content.criteria.ids
    assert counts.evidence_stated(content.examples, ids) == {
        "novelty": 1,
        "implementation": 6,
        "social_need": 10,
        "effectiveness": 0,
        "capacity": 12,
    }
    rows = counts.evidence_matrix(content.examples, ids)
    assert rows[0].example.id == "auraamo"
    assert len(rows) == 14
    stated = [row.evidence.count("stated") for row in rows]
    assert stated == sorted(stated, reverse=True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_captions_say_what_the_counts_say(content: Content, lang: str) -> None:
    labels = {criterion.id: criterion.label(lang) for criterion in content.criteria.criteria}
    stated = counts.evidence_stated(content.examples, content.criteria.ids)
    charts = content.examples_texts.charts
    evidence = charts.evidence.caption(lang).format(**counts.evidence_values(stated, labels, 14))
    assert f"{labels['capacity']} (12/14)" in evidence
    assert f"{labels['effectiveness']} (0/14)" in evidence
    regions = counts.region_counts(content.examples, content.vocabularies)
    caption = charts.regions.caption(lang).format(covered=regions.covered, all=len(regions.counts))
    assert "10/19" in caption


def test_themes_are_counted_with_the_chosen_group_among_them(content: Content) -> None:
    rows = counts.theme_counts(content.examples, list(content.vocabularies.themes), "older_people")
    by_theme = {row.theme: row.count for row in rows}
    assert by_theme == {
        "participation": 9,
        "community": 6,
        "service_path": 5,
        "digital": 4,
        "lifestyle": 3,
        "arts_culture": 3,
        "work_study": 2,
        "vitality": 1,
        "nature": 1,
        "food": 1,
    }
    assert list(by_theme.values()) == sorted(by_theme.values(), reverse=True)
    assert {row.theme: row.chosen for row in rows if row.chosen} == {
        "community": 2,
        "service_path": 2,
        "digital": 1,
        "lifestyle": 1,
        "arts_culture": 1,
    }


def test_partners_are_counted_stated_and_inferred_apart(content: Content) -> None:
    rows = {row.partner: row for row in counts.partner_counts(content.examples, list(content.vocabularies.partners))}
    assert {name: row.stated for name, row in rows.items()} == {
        "municipality": 6,
        "ngo": 3,
        "company": 3,
        "wellbeing_county": 3,
        "parish": 1,
        "education": 1,
        "other_authority": 1,
        "artist": 1,
        "residents": 1,
    }
    assert (rows["municipality"].inferred, rows["ngo"].inferred) == (2, 2)
    assert next(iter(rows)) == "municipality"


def test_regions_are_counted_with_the_empty_ones(content: Content) -> None:
    regions = counts.region_counts(content.examples, content.vocabularies)
    assert (len(regions.counts), regions.covered, regions.national) == (19, 10, 1)
    assert regions.counts["uusimaa"] == 0
    assert sum(regions.counts.values()) + regions.national == 14


def test_every_region_has_its_outline_and_the_source_is_named(content: Content) -> None:
    codes = {region.code for region in content.vocabularies.regions.values()}
    assert set(content.outlines.rings) == codes
    assert "Natural Earth" in content.outlines.attribution


def test_the_map_has_finlands_shape(content: Content) -> None:
    points = [point for rings in content.outlines.rings.values() for ring in rings for point in ring]
    width = max(x for x, _ in points) - min(x for x, _ in points)
    height = max(y for _, y in points) - min(y for _, y in points)
    assert 1.5 < height / width < 2.3
    regions = content.vocabularies.regions
    uusimaa, lapland = (content.outlines.middle(regions[name].code) for name in ("uusimaa", "lapland"))
    assert lapland[1] - uusimaa[1] == pytest.approx(830, abs=60)


def test_a_point_lies_within_its_region(content: Content) -> None:
    for example_ in content.examples:
        if example_.point is not None and example_.region is not None:
            x, y = projected(*example_.point)
            rings = content.outlines.rings[content.vocabularies.regions[example_.region].code]
            assert any(_inside(x, y, ring) for ring in rings), example_.id


def _inside(x: float, y: float, ring: tuple[tuple[float, float], ...]) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False):  # noqa: RUF007
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def test_the_projection_bends_circles_of_latitude_as_on_finnish_maps() -> None:
    assert projected(20, 65)[1] - projected(27, 65)[1] == pytest.approx(18, abs=3)
    assert projected(20, 65)[0] == pytest.approx(-328, abs=3)


@given(st.floats(19, 32), st.floats(59, 71))
def test_the_projection_keeps_east_east_and_north_north(lon: float, lat: float) -> None:
    x, y = projected(lon, lat)
    assert (x > 0) == (lon > 27) or x == pytest.approx(0, abs=1e-6)
    assert projected(lon, lat + 0.5)[1] > y
    assert projected(lon + 0.5, lat)[0] > x


@pytest.mark.parametrize(("delimiter", "comma"), [(";", ","), (",", "."), (";", ".")])
def test_a_file_saved_by_any_spreadsheet_reads_the_same(
    content: Content, tmp_path: Path, delimiter: str, comma: str
) -> None:
    with (DATA / "examples.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    lon, lat = rows[0].index("lon"), rows[0].index("lat")
    for row in rows[1:]:
        row[lon], row[lat] = row[lon].replace(".", comma), row[lat].replace(".", comma)
    saved = tmp_path / "examples.csv"
    with saved.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerows([*rows, [""] * len(rows[0])])
    read, document = read_examples(saved, content.vocabularies, content.criteria.ids, LANGUAGES)
    assert document.faults == []
    assert read == content.examples


def test_a_row_after_a_cell_of_many_lines_is_reported_by_its_own_line(content: Content, tmp_path: Path) -> None:
    with (DATA / "examples.csv").open(encoding="utf-8-sig", newline="") as file:
        header, first, second, *_ = csv.reader(file, delimiter=";")
    first = [
        cell.replace("\n", " ").replace("Kunta osti keskustan vanhan kaupparak", "Kunta\n\nosti rak") for cell in first
    ]
    second = [cell.replace("southwest_finland", "southwest") for cell in second]
    saved = tmp_path / "examples.csv"
    with saved.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, first, second])
    _, document = read_examples(saved, content.vocabularies, content.criteria.ids, LANGUAGES)
    assert [(fault.line, fault.key) for fault in document.faults] == [(5, "region")]
