"""What the product imports is declared and pinned by name; the lock file pins all that comes with it."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.texts.code_words import files, parsed

OURS = {"app", "pages", "components", "server", "workshop"}
PINNED = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.]+)", re.MULTILINE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(name: str) -> list[tuple[str, str]]:
    return [(normal(package), version) for package, version in PINNED.findall((ROOT / name).read_text("utf-8"))]


def imported(path: Path) -> set[str]:
    """The top names that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(parsed(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names - OURS - set(sys.stdlib_module_names)


IMPORTED = sorted({name for path in files("py") if path.suffix == ".py" for name in imported(path)})


@pytest.mark.parametrize("name", IMPORTED)
def test_what_the_product_imports_is_pinned_by_name(name: str) -> None:
    declared = {package for package, _ in pins("requirements.txt")}
    assert {normal(package) for package in packages_distributions()[name]} & declared


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_file_has_the_same_versions(name: str) -> None:
    assert set(pins(name)) <= set(pins("requirements.lock")), "write it anew: make lock"


def test_the_lock_file_names_packages_and_nothing_else() -> None:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+( ; [\w .'<>=!]+)?", line)] == []
