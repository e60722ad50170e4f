"""A press that Streamlit hands on twice is done once."""

import pytest

from components.dedupe import MAX_REMEMBERED, once


def test_a_press_is_given_out_at_its_first_time_only() -> None:
    first, second = {"name": "toggle", "serial": "a-1"}, {"name": "toggle", "serial": "a-2"}
    assert [once(first), once(dict(first)), once(second), once(first)] == [first, None, second, None]


@pytest.mark.parametrize("press", [None, "toggle", [], {}, {"name": "toggle"}, {"name": "toggle", "serial": 7}])
def test_what_carries_no_serial_is_no_press(press: object) -> None:
    assert once(press) is None


def test_what_is_remembered_has_an_end() -> None:
    assert all(once({"serial": f"many-{number}"}) for number in range(MAX_REMEMBERED + 1))
    assert once({"serial": f"many-{MAX_REMEMBERED}"}) is None
