"""A press that Streamlit delivers twice is done once."""

import pytest

from components.dedupe import MAX_REMEMBERED, first_delivery


def test_only_the_first_delivery_of_a_press_counts() -> None:
    first, second = {"name": "toggle", "serial": "a-1"}, {"name": "toggle", "serial": "a-2"}
    delivered = [first_delivery(press) for press in (first, dict(first), second, first)]
    assert delivered == [first, None, second, None]


@pytest.mark.parametrize("press", [None, "toggle", [], {}, {"name": "toggle"}, {"name": "toggle", "serial": 7}])
def test_what_carries_no_serial_is_no_press(press: object) -> None:
    assert first_delivery(press) is None


def test_what_is_remembered_has_an_end() -> None:
    assert all(first_delivery({"serial": f"many-{number}"}) for number in range(MAX_REMEMBERED + 1))
    assert first_delivery({"serial": f"many-{MAX_REMEMBERED}"}) is None
