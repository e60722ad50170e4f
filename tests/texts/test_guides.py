"""The guides match the app: their links exist, and the names in bold are texts of the screen."""

import json
import re
import shutil
from pathlib import Path

import pytest

from benchmarks.crowd_readme import BEGIN, END, FIGURES, README, block
from server.__main__ import main
from server.settings import Settings
from tests.texts.code_words import ROOT
from tests.texts.test_keys import TEXTS, forms

DOCS = ROOT / "docs"
GUIDES = ("facilitator.md", "cheat-sheet.md", "participant.md", "organiser.md")
ALL = [*sorted(DOCS.rglob("*.md")), *(ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "CHANGELOG"))]
# Bold words that are emphasis or keys, not names on the screen.
EMPHASIS = re.compile(
    r"[→←RF?]|välilyönti|.*[.?:]|esimerkkejä kartalla|arvioinnin|testin|Puhelin|30 s, 1, 2, 5 min|Anna aikaa"
    r"|.* (ennen|alussa)|Järjestäjän salasana|Ohjauslinkki|Koodi"
)


def on_screen() -> set[str]:
    """The Finnish texts without their holes, in small letters."""
    texts = [form for text in TEXTS["fi"].values() for form in forms(text)]
    return {re.sub(r"[.!…]|: .*|\(?\{\w+\}.*", "", form).strip().lower() for form in texts}


@pytest.mark.parametrize("path", ALL, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_a_file(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text("utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("name", GUIDES)
def test_what_a_guide_names_in_bold_stands_on_the_screen(name: str) -> None:
    known = on_screen()
    bold = re.findall(r"\*\*([^*]+)\*\*", (DOCS / name).read_text("utf-8"))
    named = [part.strip() for name in bold for part in name.split("→") if part.strip()]
    unknown = [name for name in named if not EMPHASIS.fullmatch(name) and name.lower().rstrip("…") not in known]
    assert unknown == []


def test_the_organisers_table_has_every_setting() -> None:
    text = (DOCS / "organiser.md").read_text("utf-8")
    assert set(re.findall(r"`PROPELLI_(\w+)` \|", text)) == {name.upper() for name in Settings.model_fields}


def test_readme_carries_the_figures_of_the_last_benchmark() -> None:
    figures = json.loads(FIGURES.read_text("utf-8"))
    assert f"{BEGIN}{block(figures)}{END}" in README.read_text("utf-8")


def test_the_sample_of_the_check_is_what_the_check_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "oma"
    shutil.copytree(ROOT / "data" / "examples" / "library", folder)
    for name, old, new in (
        ("workshop", "max_answers: 2", "max_answers: kaksi"),
        ("quiz", "_pair: host", "_pair: hoster"),
    ):
        path = folder / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert main(["content", "check", str(folder)]) == 1
    assert capsys.readouterr().err.strip() in (DOCS / "own-workshop.md").read_text("utf-8")


def test_examples_that_the_guide_copies_are_those_of_the_files() -> None:
    guide = (DOCS / "own-workshop.md").read_text("utf-8")
    files = (ROOT / "data" / "examples" / "library" / "workshop.yaml", ROOT / "data/examples/library/texts/fi.yaml")
    content = "\n".join(path.read_text("utf-8") for path in files)
    for sample in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL):
        for line in sample.splitlines():
            assert line in content
