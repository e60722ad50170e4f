"""The map's geometry: numbers do not overlap, places are right, and values from the browser are not trusted."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.finland_map import Anchor, ExampleCard, Land, MapExample, Practice, land, pressed
from components.finland_map.outline import WIDTH, Outline
from components.finland_map.places import SPACING, places
from server.usecases.example_map import anchor
from workshop.content.content import Content
from workshop.content.loader import load

SQUARE = {"west": (((0.0, 0.0), (0.0, 900.0), (300.0, 900.0), (300.0, 0.0), (0.0, 0.0)),),
          "east": (((300.0, 0.0), (300.0, 900.0), (600.0, 900.0), (600.0, 0.0), (300.0, 0.0)),)}  # fmt: skip
EMPTY = ExampleCard("", Practice("", ()), (), "", (), "", ())


@pytest.fixture(scope="module")
def content() -> Content:
    return load(Path("data"))


@pytest.fixture(scope="module")
def drawn(content: Content) -> Land:
    return land(content.outlines.rings, [anchor(content, example) for example in content.examples])


def overlapping(middles: list[tuple[float, float]], spacing: float) -> list[tuple[tuple[float, float], ...]]:
    return [
        (middle, other)
        for middle, other in combinations(middles, 2)
        if max(abs(middle[0] - other[0]), abs(middle[1] - other[1])) < spacing - 1e-6
    ]


def test_the_examples_of_the_workshop_keep_a_finger_apart(drawn: Land) -> None:
    assert drawn.spacing == SPACING
    assert overlapping([(place.x, place.y) for place in drawn.places.values()], SPACING) == []


def test_a_municipality_stands_exactly_at_its_point_and_north_is_up(drawn: Land) -> None:
    exact = ["auraamo", "culture_referral", "culture_to_villages", "nature_power", "gaming_activity"]
    assert all(drawn.places[name].joined is None for name in exact)
    assert drawn.places["nature_power"].y < drawn.places["culture_referral"].y < drawn.places["auraamo"].y
    assert drawn.places["auraamo"].x < drawn.places["supported_volunteering"].x


def test_an_area_is_numbered_inside_it_or_joined_to_it_by_a_line(content: Content, drawn: Land) -> None:
    outline = Outline(content.outlines.rings)
    for example in content.examples:
        place, code = drawn.places[example.id], anchor(content, example).code
        if code is not None:
            assert outline.contains(code, place.joined or (place.x, place.y)), example.id


kinds = st.sampled_from(["spot", "area", "country"])
kilometres = st.tuples(st.floats(0, 600), st.floats(0, 900))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(kinds, kilometres), max_size=60))
def test_any_number_of_examples_anywhere_stays_apart_and_on_the_map(
    given_places: list[tuple[str, tuple[float, float]]],
) -> None:
    outline = Outline(SQUARE)
    anchors = [
        Anchor(str(index), kind, None if kind == "country" else point, "west" if kind == "area" else None)  # type: ignore[arg-type]
        for index, (kind, point) in enumerate(given_places)
    ]
    placed = places(outline, anchors)
    middles = [(place.x, place.y) for place in placed.by_id.values()]
    assert len(middles) == len(anchors)
    assert overlapping(middles, placed.spacing) == []
    assert all(0 < x < WIDTH and 0 < y < outline.height for x, y in middles)


def test_a_full_map_draws_its_numbers_closer() -> None:
    crowd = [Anchor(str(index), "spot", (300.0, 450.0)) for index in range(120)]
    assert 0 < places(Outline(SQUARE), crowd).spacing < SPACING


def test_an_islet_smaller_than_a_pixel_is_not_drawn() -> None:
    islet = ((10.0, 10.0), (10.1, 10.0), (10.1, 10.1), (10.0, 10.0))
    outline = Outline({"west": (*SQUARE["west"], islet)})
    assert outline.path("west").count("M") == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [("shown", "shown"), ("", ""), ("hidden", None), ("unknown", None), (None, None), (["shown"], None), (3, None)],
)
def test_only_a_shown_example_or_the_close_button_can_be_pressed(value: object, expected: str | None) -> None:
    examples = [
        MapExample(Anchor("shown", "country"), 1, "", "", EMPTY),
        MapExample(Anchor("hidden", "country"), 2, "", "", EMPTY, shown=False),
    ]
    assert pressed({"chosen": {"id": value, "at": 1}}, examples) == expected
    assert pressed({"chosen": value}, examples) is None
    assert pressed(value, examples) is None
