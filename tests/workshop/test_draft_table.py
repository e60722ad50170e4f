"""A cell of the examples' table changes the draft, and a municipality's name fills in the rest."""

from typing import Any

import pytest

from workshop.content.content import Content
from workshop.examples.draft_table import ExampleTable


@pytest.fixture
def table(content: Content) -> ExampleTable:
    codes = {name: region.code for name, region in content.vocabularies.regions.items()}
    return ExampleTable("fi", ("fi", "sv", "en"), content.criteria.ids, codes)


def after(example: dict[str, Any], changes: list[dict[str, Any]]) -> dict[str, Any]:
    """The example with the changes done."""
    for change in changes:
        assert change["op"] == "set"
        *above, name = change["path"][2:]
        node = example
        for key in above:
            node = node.setdefault(key, {})
        if change["value"] is None:
            node.pop(name, None)
        else:
            node[name] = change["value"]
    return example


def test_the_name_of_a_municipality_fills_its_point_its_region_and_its_other_names(table: ExampleTable) -> None:
    example = after(table.new_example(), table.changes(0, table.new_example(), "place", " åbo "))
    assert example["place"] == {"fi": "Turku", "sv": "Åbo", "en": "Turku"}
    assert example["region"] == "southwest_finland"
    assert (example["lon"], example["lat"]) == (22.266, 60.448)


def test_another_municipality_replaces_what_the_first_one_filled(table: ExampleTable) -> None:
    example = after(table.new_example(), table.changes(0, table.new_example(), "place", "Turku"))
    after(example, table.changes(0, example, "place", "Kajaani"))
    assert example["place"] == {"fi": "Kajaani", "sv": "Kajana", "en": "Kajaani"}
    assert example["region"] == "kainuu"


def test_a_name_written_by_hand_stays(table: ExampleTable) -> None:
    example = {**table.new_example(), "place": {"sv": "Hela staden"}}
    assert after(example, table.changes(0, example, "place", "Turku"))["place"]["sv"] == "Hela staden"


def test_a_place_that_is_no_municipality_keeps_what_there_is(table: ExampleTable) -> None:
    assert len(table.changes(3, table.new_example(), "place", "Kylätalo")) == 1


def test_a_region_and_the_whole_country_have_no_point(table: ExampleTable) -> None:
    example = after(table.new_example(), table.changes(0, table.new_example(), "place", "Turku"))
    after(example, table.changes(0, example, "area_type", "region"))
    assert "lon" not in example
    assert example["region"] == "southwest_finland"
    after(example, table.changes(0, example, "area_type", "national"))
    assert "region" not in example
    after(example, table.changes(0, example, "area_type", "municipality"))
    assert example["region"] == "southwest_finland"


@pytest.mark.parametrize(
    ("column", "value", "path"),
    [
        ("title", "Kylätalo", ["title", "fi"]),
        ("themes", ["nature", "food"], ["themes"]),
        ("ev_novelty", "stated", ["evidence", "novelty"]),
        ("source_url", "https://example.org", ["source_url"]),
        ("lon", 24.5, ["lon"]),
    ],
)
def test_an_edited_cell_changes_its_own_place(table: ExampleTable, column: str, value: Any, path: list[str]) -> None:
    changes = table.changes(2, table.new_example(), column, value)
    assert changes == [{"op": "set", "path": ["examples", 2, *path], "value": value}]
    assert table.row(after(table.new_example(), changes))[column] == value


def test_an_emptied_cell_is_left_out(table: ExampleTable) -> None:
    for column in ("title", "note", "source_url", "region"):
        assert table.changes(0, table.new_example(), column, "" if column != "region" else None)[0]["value"] is None


def test_every_packaged_example_has_its_row(table: ExampleTable, content: Content) -> None:
    for example in content.document.model_dump(mode="json")["examples"]:
        row = table.row(example)
        assert row["title"] == example["title"]["fi"]
        assert row["themes"] == example["themes"]
        assert row["ev_capacity"] == example["evidence"]["capacity"]


def test_an_example_of_anything_has_a_row(table: ExampleTable) -> None:
    assert table.row({"title": 5, "themes": "x", "evidence": None})["themes"] == []
