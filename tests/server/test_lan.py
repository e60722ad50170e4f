"""The address that phones of the same network reach."""

import pytest

from server import lan


@pytest.mark.parametrize(
    ("visited", "listens_on", "expected"),
    [
        ("http://localhost:8501", None, "http://192.168.1.5:8501"),
        ("http://127.0.0.1:8501/tyopaja", "::", "http://192.168.1.5:8501/tyopaja"),
        ("http://[::1]:8501", None, "http://192.168.1.5:8501"),
        ("http://localhost:8501", "127.0.0.1", "http://localhost:8501"),
        ("https://propelli.example", None, "https://propelli.example"),
    ],
)
def test_phones_are_not_sent_to_this_machines_own_browser(
    monkeypatch: pytest.MonkeyPatch, visited: str, listens_on: str | None, expected: str
) -> None:
    monkeypatch.setattr(lan, "lan_host", lambda: "192.168.1.5")
    monkeypatch.setattr("streamlit.config.get_option", lambda name: listens_on)
    assert lan.reachable_address(visited) == expected


def test_a_container_and_a_machine_without_a_network_have_no_such_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lan, "GATEWAYS", ("127.0.0.1",))
    assert lan.lan_host() is None
    monkeypatch.setattr("streamlit.config.get_option", lambda name: None)
    assert lan.reachable_address("http://localhost:8501") == "http://localhost:8501"
