"""Monitoring: health, metrics and the log, with nobody's words in any of them."""

import json
import logging
import signal
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from server.logs import JsonLines
from tests.conftest import Server
from tests.server.api_client import OpenRoom


@pytest.fixture
def measured(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path, environment={"PROPELLI_METRICS": "1"})
    running.start()
    yield running
    running.kill(signal.SIGTERM)


def test_figures_count_phones_and_answers_and_name_nobody(measured: Server) -> None:
    room = OpenRoom(measured)
    phone = room.phone()
    round_id = phone.state()["round"]
    with phone.stream() as events:
        next(events)
        assert phone.send(round=round_id, words=["salaisuus"]).status_code == 200
        assert phone.send(round=round_id, words=[]).status_code == 422
        figures = httpx.get(f"{measured.address}/metrics").text
    assert 'propelli_submits_total{status="200"} 1.0' in figures
    assert 'propelli_submits_total{status="422"} 1.0' in figures
    assert "propelli_phones 1.0" in figures
    assert "propelli_acknowledgement_seconds_count 1.0" in figures
    assert "process_resident_memory_bytes" in figures
    log = measured.log()
    for secret in ("salaisuus", room.code, phone.client.cookies["propelli"]):
        assert secret not in figures
    assert "salaisuus" not in log
    assert phone.client.cookies["propelli"] not in log
    room.close()


def test_figures_are_off_until_they_are_asked_for(server: Server) -> None:
    assert httpx.get(f"{server.address}/metrics").status_code == 404


def test_an_error_is_logged_by_kind_and_place_and_not_by_what_it_says() -> None:
    def fail() -> None:
        raise ValueError("Key (participant, text)=(a, salaisuus) already exists")

    try:
        fail()
    except ValueError as error:
        record = logging.LogRecord(
            "server.x",
            logging.ERROR,
            __file__,
            1,
            "It failed\nsalaisuus",
            None,
            (ValueError, error, error.__traceback__),
        )
    line = JsonLines().format(record)
    entry = json.loads(line)
    assert "\n" not in line
    assert "salaisuus" not in line
    assert entry["error"]["kind"] == "ValueError"
    assert entry["error"]["where"][-1].startswith("tests/cluster/test_monitoring.py:")
    assert (entry["level"], entry["logger"], entry["message"]) == ("error", "server.x", "It failed")
