"""Every script is checked as part of a whole; the declared types match the API's document."""

import re
from pathlib import Path

import pytest

from tests import check_scripts
from tests.check_scripts import ROOT, WHOLES
from tests.hostile.openapi import DOCUMENT

API_TYPES = ROOT / "components" / "js" / "api.d.ts"


def test_every_script_belongs_to_a_whole_that_is_checked() -> None:
    scripts = {path for folder in ("components", "static") for path in (ROOT / folder).rglob("*.js")}
    assert scripts == {path for sources in WHOLES.values() for path in sources}


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The two scripts of the one whole that is checked."""
    monkeypatch.setattr(check_scripts, "ROOT", tmp_path)
    monkeypatch.setattr(check_scripts, "IN_BROWSER", {"in_browser": tmp_path / "js"})
    (tmp_path / "deno.json").write_text((ROOT / "deno.json").read_text("utf-8"), "utf-8")
    scripts = [tmp_path / "first.js", tmp_path / "second.js"]
    monkeypatch.setattr(check_scripts, "WHOLES", {"both": tuple(scripts)})
    return scripts


def test_a_wrong_type_is_told_with_the_line_of_its_source(
    sources: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    sources[0].write_text("/** @param {number} n */\nconst twice = (n) => n * 2;\n", "utf-8")
    sources[1].write_text('\nwindow.name = String(twice("two"));\n', "utf-8")
    assert check_scripts.main(["check"]) != 0
    assert "second.js:2" in capsys.readouterr().out


@pytest.mark.parametrize("is_listed", [False, True])
def test_what_may_be_null_is_told_but_of_those_wholes_that_are_listed(
    sources: list[Path], monkeypatch: pytest.MonkeyPatch, is_listed: bool
) -> None:
    monkeypatch.setattr(check_scripts, "NULLS_NOT_CHECKED", {"both"} if is_listed else set())
    sources[0].write_text("const large = [1, 2].find((n) => n > 2);\n", "utf-8")
    sources[1].write_text("window.name = large.toFixed();\n", "utf-8")
    assert (check_scripts.main(["check"]) == 0) == is_listed


def _interfaces() -> dict[str, dict[str, bool]]:
    """Name of each interface -> its fields, each with whether it must be there."""
    blocks = re.findall(r"interface (\w+)(?: extends (\w+))? \{\n(.*?)\n  \}", API_TYPES.read_text("utf-8"), re.DOTALL)
    own = {
        name: {field: not optional for field, optional in re.findall(r"^    (\w+)(\??):", body, re.MULTILINE)}
        for name, _, body in blocks
    }
    return {name.lower(): own.get(base, {}) | own[name] for name, base, _ in blocks}


@pytest.mark.parametrize("name", sorted(DOCUMENT["components"]["schemas"]))
def test_a_declared_body_has_the_fields_of_its_schema(name: str) -> None:
    schema = DOCUMENT["components"]["schemas"][name]
    required = set(schema["required"])
    assert _interfaces()[name] == {field: field in required for field in schema["properties"]}
