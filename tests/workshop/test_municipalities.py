"""A municipality is found by its name, as an organiser types it."""

import pytest

from workshop.content.content import Content
from workshop.examples.municipalities import municipalities, municipality
from workshop.examples.regions import packaged_outlines


def test_all_municipalities_are_there_each_in_a_region_of_the_map() -> None:
    codes = [each.code for each in municipalities()]
    assert len(codes) == len(set(codes)) == 308
    assert {each.region for each in municipalities()} <= set(packaged_outlines().rings)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Turku", "Turku"),
        ("  åbo ", "Turku"),
        ("JYVÄSKYLÄ", "Jyväskylä"),
        ("jyvaskyla", "Jyväskylä"),
        ("Mänttä Vilppula", "Mänttä-Vilppula"),
        ("Mariehamn", "Maarianhamina"),
        ("Raseborg", "Raasepori"),
    ],
)
def test_a_name_is_found_in_either_language_and_as_it_is_typed(typed: str, name: str) -> None:
    match = municipality(typed)
    assert match is not None
    assert match.name("fi") == name


@pytest.mark.parametrize("typed", ["", "Tur", "Pohjanmaa", "Turku ja Kaarina"])
def test_what_is_no_municipality_is_not_guessed(typed: str) -> None:
    assert municipality(typed) is None


def test_every_name_leads_to_its_own_municipality() -> None:
    for each in municipalities():
        assert municipality(each.name_fi) == each
        assert municipality(each.name_sv) == each


def test_the_points_of_the_packaged_examples_are_those_of_the_list(content: Content) -> None:
    spots = [example for example in content.examples if example.area_type == "municipality"]
    assert spots
    for example in spots:
        match = municipality(example.place("fi"))
        assert match is not None
        assert (match.lon, match.lat) == example.point
        assert content.vocabularies.regions[str(example.region)].code == match.region
