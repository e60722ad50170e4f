"""The secret and the generated password: written whole or refused."""

import os
from pathlib import Path

import pytest

from server.access import Access, PrivateFileError


@pytest.mark.parametrize("name", ["secret", "password"])
def test_an_emptied_file_is_refused_and_left_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(PrivateFileError) as raised:
        Access(tmp_path, None)
    assert raised.value.values["file"] == tmp_path / name
    assert (tmp_path / name).read_bytes() == b""


def test_a_cut_off_secret_is_refused(tmp_path: Path) -> None:
    first = Access(tmp_path, None)
    (tmp_path / "secret").write_bytes((tmp_path / "secret").read_bytes()[:16])
    with pytest.raises(PrivateFileError):
        Access(tmp_path, first.password)


def test_the_content_is_on_the_disk_before_the_name_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    sync, link = os.fsync, os.link

    def sync_recorded(handle: int) -> None:
        done.append("sync")
        sync(handle)

    def link_recorded(source: Path, target: Path) -> None:
        done.append("link")
        link(source, target)

    monkeypatch.setattr(os, "fsync", sync_recorded)
    monkeypatch.setattr(os, "link", link_recorded)
    Access(tmp_path, "lupa")
    assert done == ["sync", "link"]
