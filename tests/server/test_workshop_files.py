"""A workshop as a zip: out and in again the same; what is no workshop is refused with a sentence."""

import io
import shutil
import stat
import zipfile
from pathlib import Path

import pytest
import yaml

from server.__main__ import main
from server.settings import settings
from server.usecases.workshop_files import ZipEntryError, ZipFileError, ZipSizeError, read_files, zipped
from tests.conftest import ROOT
from workshop.content.content import Content
from workshop.content.errors import ContentError
from workshop.content.loader import load
from workshop.content.workshop_document import DocumentSizeError

DATA = ROOT / "data"
LIBRARY = DATA / "examples" / "library"


@pytest.fixture
def cli_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PROPELLI_HOME", str(tmp_path / "home"))
    settings.cache_clear()
    return tmp_path


def one_language(folder: Path) -> Path:
    """A copy in Finnish alone, with a map and some texts of its own, without a quiz."""
    own = Path(shutil.copytree(LIBRARY, folder / "own"))
    (own / "quiz.yaml").unlink()
    data = yaml.safe_load((own / "workshop.yaml").read_text("utf-8"))
    data["languages"] = ["fi"]
    data["activities"] = [activity for activity in data["activities"] if activity["id"] != "quiz"]
    data["activities"][0]["question"] = {"fi": 'Mikä: "tämä" \\\\ on?'}
    (own / "workshop.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    shutil.copy(DATA / "regions.geojson", own)
    with (own / "regions.geojson").open("a", encoding="utf-8") as regions:
        regions.write("\n")
    shutil.copytree(DATA / "blocked", own / "blocked")
    return own


def again(content: Content, folder: Path) -> Content:
    (folder / "again.zip").write_bytes(zipped(content.document))
    return Content(read_files(folder / "again.zip"))


@pytest.mark.parametrize("folder", [DATA, LIBRARY])
def test_what_is_written_is_read_as_it_was(folder: Path, tmp_path: Path) -> None:
    content = load(folder)
    assert again(content, tmp_path).document == content.document


def test_so_is_a_workshop_of_one_language_with_a_map_and_lists_of_its_own(tmp_path: Path) -> None:
    content = load(one_language(tmp_path))
    assert content.document.regions is not None
    assert not content.has("quiz")
    assert again(content, tmp_path).document == content.document
    with zipfile.ZipFile(io.BytesIO(zipped(content.document))) as archive:
        assert "quiz.yaml" not in archive.namelist()
        written = yaml.safe_load(archive.read("workshop.yaml"))
    assert set(written["activities"][0]["question"]) == {"fi"}, "what reading fills in is not written"
    assert set(written["title"]) == {"fi", "sv", "en"}, "what somebody wrote is not lost"


def zip_with(folder: Path, entries: list[tuple[zipfile.ZipInfo | str, bytes]]) -> Path:
    path = folder / "given.zip"
    path.write_bytes(zipped(load(LIBRARY).document))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in entries:
            archive.writestr(entry, data)
    return path


def link(name: str, to: str) -> tuple[zipfile.ZipInfo, bytes]:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry, to.encode()


@pytest.mark.parametrize("name", ["../outside.yaml", "texts/../../outside.yaml", "/outside.yaml", "c:/outside.yaml"])
def test_a_name_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ZipEntryError):
        read_files(zip_with(tmp_path, [(name, b"title: x")]))
    assert not list(tmp_path.rglob("outside.yaml"))


def test_a_link_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ZipEntryError):
        read_files(zip_with(tmp_path, [link("blocked/sv.txt", "/etc/passwd")]))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(ZipSizeError):
        read_files(zip_with(tmp_path, [("blocked/fi.txt", b"\n" * 50_000_000)]))
    with pytest.raises(ZipSizeError):
        read_files(zip_with(tmp_path, [(f"{number}.txt", b"") for number in range(600)]))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"title: x"])
def test_what_is_no_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "given.zip").write_bytes(data)
    with pytest.raises(ZipFileError):
        read_files(tmp_path / "given.zip")


def test_a_zip_without_a_workshop_tells_what_is_missing(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "given.zip", "w") as archive:
        archive.writestr("kirje.txt", "hei")
    with pytest.raises(ContentError) as caught:
        read_files(tmp_path / "given.zip")
    assert ("workshop.yaml", "file") in {(fault.file, fault.reason_id) for fault in caught.value.faults}


def test_a_workshop_of_more_than_two_megabytes_is_refused(tmp_path: Path) -> None:
    own = one_language(tmp_path)
    with (own / "blocked" / "en.txt").open("a", encoding="utf-8") as blocked:
        blocked.writelines(f"{number:020}\n" for number in range(100_000))
    with pytest.raises(DocumentSizeError):
        read_files(own)


def test_a_folder_within_the_zip_is_found(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "given.zip", "w") as archive:
        for path in LIBRARY.rglob("*"):
            archive.write(path, Path("oma") / path.relative_to(LIBRARY))
        archive.writestr("__MACOSX/oma/._workshop.yaml", b"\0")
    assert read_files(tmp_path / "given.zip") == load(LIBRARY).document


def test_the_command_line_prints_ids_and_sentences(cli_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = cli_home / "x.zip"
    assert main(["workshop", "export", "library", "--to", str(out)]) == 0
    capsys.readouterr()
    assert main(["workshop", "import", str(out)]) == 0
    workshop = capsys.readouterr().out
    assert workshop == "millainen-kirjasto-tarvitaan-huomenna\n"
    assert main(["workshop", "list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        "built_in",
        "library",
        workshop.strip(),
    ]
    assert main(["room", "new", "--workshop", workshop.strip(), "--code", "482915", "--open", "wishes"]) == 0
    capsys.readouterr()
    assert main(["room", "new", "--workshop", "ei-ole"]) == 1
    assert "workshop list" in capsys.readouterr().err
    faulty = Path(shutil.copytree(LIBRARY, cli_home / "faulty"))
    text = (faulty / "workshop.yaml").read_text("utf-8")
    (faulty / "workshop.yaml").write_text(text.replace("max_answers: 3", "max_answers: kolme"), "utf-8")
    assert main(["workshop", "import", str(faulty)]) == 1
    assert "workshop.yaml, rivi" in capsys.readouterr().err
