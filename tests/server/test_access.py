"""Keys, passwords and tickets."""

from pathlib import Path

import pytest

from server import clock
from server.access import Access, WrongPasswordError
from server.store.rows import Room


def room(number: int = 1, key_number: int = 1) -> Room:
    return Room(number, "482915", "T", "fi", 5, None, 90, key_number, 1, None, "join", approval=False, locked=False)


@pytest.fixture
def access(tmp_path: Path) -> Access:
    return Access(tmp_path, "lupa")


def test_a_rooms_key_outlives_the_process_and_is_its_own(access: Access, tmp_path: Path) -> None:
    key = access.room_key(room())
    assert Access(tmp_path, "lupa").room_key(room()) == key
    assert access.is_room_key(room(), key)
    assert not access.is_room_key(room(2), key)


def test_a_new_link_cancels_the_old_one(access: Access) -> None:
    assert not access.is_room_key(room(key_number=2), access.room_key(room()))


@pytest.mark.parametrize("key", ["", "x", "å" * 24, None])
def test_a_wrong_key_opens_nothing(access: Access, key: str | None) -> None:
    assert not access.is_room_key(room(), key)


def test_the_right_key_opens_after_any_number_of_wrong_ones(access: Access) -> None:
    for _ in range(100):
        assert not access.is_room_key(room(), "wrong")
    assert access.is_room_key(room(), access.room_key(room()))


def test_a_moderators_key_is_not_the_rooms_nor_the_other_way(access: Access) -> None:
    assert access.is_moderator_key(room(), access.moderator_key(room()))
    assert not access.is_room_key(room(), access.moderator_key(room()))
    assert not access.is_moderator_key(room(), access.room_key(room()))


def test_the_password_gives_a_ticket_and_nothing_else_does(access: Access) -> None:
    ticket = access.sign_in("lupa")
    assert access.is_organiser(ticket)
    for forged in (
        None,
        "",
        ".",
        "9" * 20 + ".x",
        "9" * 5_000 + ".x",
        "-1.x",
        ticket[:-1] + "0" * (ticket[-1] != "0"),
        "²." + "0" * 64,
    ):
        assert not access.is_organiser(forged)


def test_a_changed_password_voids_the_tickets(access: Access, tmp_path: Path) -> None:
    assert not Access(tmp_path, "toinen").is_organiser(access.sign_in("lupa"))


def test_a_ticket_ends(access: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket = access.sign_in("lupa")
    later = clock.now_ms() + 13 * 3600 * 1000
    monkeypatch.setattr(clock, "now_ms", lambda: later)
    assert not access.is_organiser(ticket)


def test_a_wrong_password_gives_no_ticket(access: Access) -> None:
    for wrong in ("väärä", "", "Lupa", "lupa ", "lupa" * 1_000):
        with pytest.raises(WrongPasswordError):
            access.sign_in(wrong)


def test_the_files_that_hold_secrets_are_the_owners_alone(tmp_path: Path) -> None:
    access = Access(tmp_path, None)
    assert access.has_generated_password
    assert Access(tmp_path, None).password == access.password
    for name in ("secret", "password"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
