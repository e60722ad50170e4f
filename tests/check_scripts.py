"""Lints and type-checks the browser's scripts, each as the whole that a browser gets.

The scripts are no modules: they are joined at serving. So each whole is written to a folder of its own, checked there,
and what is wrong is said with the line of the source.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from components import (
    another_person,
    copy_link,
    copy_picture,
    desk,
    editor,
    finland_map,
    item_form,
    own_pace,
    page_keys,
    pasted_lines,
    presses,
    projector,
    quiz,
    reading,
    sheet_files,
    shown_words,
    speaker_questions,
    workshops,
)  # fmt: skip
from components.assessment import solution
from components.assessment.arrival import SCRIPTS as ARRIVAL_SCRIPTS
from components.participant import assets
from components.participant import preview as participant_preview
from components.projector import preview as projector_preview

ROOT = Path(__file__).parents[1]
DENO = Path(sys.executable).parent / "deno"
IN_BROWSER = {"in_browser": ROOT / "tests" / "accessibility" / "js", "in_engines": ROOT / "tests" / "engines" / "js"}
"""Functions that tests call in a browser, each with the `common.js` of its folder before it."""
_PLACE = re.compile(r"(?:file://)?(?P<file>[^\s'\"]*?/(?P<whole>\w+)\.js):(?P<line>\d+)")

WHOLES: Mapping[str, tuple[Path, ...]] = {
    "arrival": ARRIVAL_SCRIPTS,
    "copy_link": copy_link.SCRIPTS,
    "copy_picture": copy_picture.SCRIPTS,
    "desk": desk.SCRIPTS,
    "editor": editor.SCRIPTS,
    "finland_map": finland_map.SCRIPTS,
    "item_form": item_form.SCRIPTS,
    "page_keys": page_keys.SCRIPTS,
    "participant": assets.SCRIPTS,
    "pasted_lines": pasted_lines.SCRIPTS,
    "participant_preview": participant_preview.SCRIPTS,
    "presses": presses.SCRIPTS,
    "projector": projector.SCRIPTS,
    "projector_preview": projector_preview.SCRIPTS,
    "quiz": quiz.SCRIPTS,
    "reading": reading.SCRIPTS,
    "sheet_files": sheet_files.SCRIPTS,
    "shell_words": (ROOT / "static" / "script" / "shell_words.js",),
    "radio_groups": (ROOT / "static" / "script" / "radio_groups.js",),
    "another_person": another_person.SCRIPTS,
    "own_pace": own_pace.SCRIPTS,
    "shown_words": shown_words.SCRIPTS,
    "speaker_questions": speaker_questions.SCRIPTS,
    "solution": solution.SCRIPTS,
    "workshops": workshops.SCRIPTS,
}
"""Name of a whole -> its sources in their order."""

NULLS_NOT_CHECKED = {
    "desk", "editor", "finland_map", "item_form", "participant", "participant_preview", "projector",
    "projector_preview", "quiz", "reading",
}  # fmt: skip
"""Wholes that are checked with `LENIENT`; whichever has no findings without it is to be taken off."""
LENIENT = {"strictNullChecks": False, "strictPropertyInitialization": False}


def main(commands: Sequence[str]) -> int:
    """Runs these commands of deno (`lint`, `check`) and prints what is wrong; 0 where nothing is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        origins = {whole: _write(folder / f"{whole}.js", paths) for whole, paths in WHOLES.items()}
        for whole, scripts in IN_BROWSER.items():
            origins[whole] = _write(folder / f"{whole}.js", sorted(scripts.glob("*.js"), key=_common_first))
        for types in (ROOT / "components").rglob("*.d.ts"):
            (folder / f"{types.parent.name}_{types.name}").write_text(types.read_text("utf-8"), "utf-8")
        results = []
        for is_lenient, options in ((False, dict[str, bool]()), (True, LENIENT)):
            (folder / "deno.json").write_text(_settings(folder, options), "utf-8")
            wholes = [str(folder / f"{whole}.js") for whole in origins if (whole in NULLS_NOT_CHECKED) == is_lenient]
            results += [_run(command, folder, wholes, origins) for command in commands if wholes]
    return max(results)


def _settings(folder: Path, options: Mapping[str, bool]) -> str:
    """deno.json with the declared types of the folder, and these options of the compiler."""
    settings = json.loads((ROOT / "deno.json").read_text("utf-8"))
    settings["compilerOptions"] |= {"types": sorted(f"./{path.name}" for path in folder.glob("*.d.ts")), **options}
    return json.dumps(settings)


def _write(whole: Path, sources: Iterable[Path]) -> list[tuple[Path, int]]:
    """Joins the sources, and returns the source and its line of each line of the whole."""
    lines: list[str] = []
    origins: list[tuple[Path, int]] = []
    for source in sources:
        text = source.read_text("utf-8").splitlines()
        if source.parent in IN_BROWSER.values() and source.stem != "common":
            text = _as_statement(text)
        lines += text
        origins += [(source.relative_to(ROOT), number) for number in range(1, len(text) + 1)]
    whole.write_text("\n".join(lines) + "\n", "utf-8")
    return origins


def _common_first(source: Path) -> tuple[bool, str]:
    return source.stem != "common", source.stem


def _as_statement(lines: Sequence[str]) -> list[str]:
    """The lines of a script that is one function, as a statement."""
    start = next(number for number, line in enumerate(lines) if not line.startswith("//"))
    function = list(lines)
    function[start] = f"void ({function[start]}"
    function[-1] += ");"
    return function


def _run(command: str, folder: Path, wholes: list[str], origins: Mapping[str, list[tuple[Path, int]]]) -> int:
    result = subprocess.run(
        [DENO, command, "--quiet", *wholes], cwd=folder, capture_output=True, text=True,
        env={"NO_COLOR": "1", "DENO_DIR": str(folder / "cache"), "DENO_NO_UPDATE_CHECK": "1"}, check=False,
    )  # fmt: skip

    def source(place: re.Match[str]) -> str:
        if place["whole"] not in origins:
            return place[0]
        path, line = origins[place["whole"]][int(place["line"]) - 1]
        return f"{path}:{line}"

    if result.returncode:
        print(_PLACE.sub(source, result.stdout + result.stderr))
    return result.returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:] or ("lint", "check")))
