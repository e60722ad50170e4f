"""One name means one thing, and a file is one idea."""

import re
import subprocess
from collections import Counter

from tests.conftest import ROOT

MAX_LINES = 400
CODE = ("*.py", "*.js", "*.css")
NOT_OURS = ("static/", "data/")


def _tracked(*patterns: str) -> list[str]:
    listed = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split() if not name.startswith(NOT_OURS)]


def test_no_class_name_is_used_for_two_things() -> None:
    product = [name for name in _tracked("*.py") if not name.startswith(("tests/", "benchmarks/", "docs/"))]
    names = Counter(
        found for name in product for found in re.findall(r"^class (\w+)", (ROOT / name).read_text("utf-8"), re.M)
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_no_file_holds_more_than_one_idea() -> None:
    lines = {name: len((ROOT / name).read_text("utf-8").splitlines()) for name in _tracked(*CODE)}
    assert {name: count for name, count in lines.items() if count > MAX_LINES} == {}
