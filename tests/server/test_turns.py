"""The limit of page scripts that run at once."""

import threading
from contextlib import suppress
from functools import partial

import pytest
from streamlit.runtime.scriptrunner import RerunException, StopException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from server.web.script_turns import PagesBusyError, ScriptTurns
from tests.conftest import eventually


def test_no_more_run_at_once_than_there_are_turns_and_all_come_to_theirs() -> None:
    turns, lock, running, most, done = ScriptTurns(2), threading.Lock(), 0, 0, 0

    def run() -> None:
        nonlocal running, most, done
        with turns.turn():
            with lock:
                running += 1
                most = max(most, running)
            threading.Event().wait(0.005)
            with lock:
                running -= 1
                done += 1

    threads = [threading.Thread(target=run) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (most, done) == (2, 40)


@pytest.mark.parametrize("ending", [RuntimeError(), StopException(), RerunException(RerunData())])
def test_a_turn_is_given_back_however_the_run_ends(ending: BaseException) -> None:
    turns = ScriptTurns(1, wait_seconds=5)
    for _ in range(3):
        with suppress(BaseException), turns.turn():
            raise ending
    with turns.turn():
        pass


def test_who_waits_too_long_is_refused_and_takes_no_turn_from_the_others() -> None:
    turns, order = ScriptTurns(1, wait_seconds=0.05), []
    with turns.turn(), pytest.raises(PagesBusyError), turns.turn():
        order.append("never")
    with turns.turn():
        order.append("after")
    assert order == ["after"]


def has_waiting(turns: ScriptTurns, count: int) -> bool:
    return len(turns._waiting) == count


def test_turns_come_in_the_order_of_asking() -> None:
    turns, order = ScriptTurns(1), list[int]()

    def run(number: int) -> None:
        with turns.turn():
            order.append(number)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(5)]
    with turns.turn():
        for place, thread in enumerate(threads, 1):
            thread.start()
            eventually(partial(has_waiting, turns, place))
    for thread in threads:
        thread.join()
    assert order == list(range(5))
