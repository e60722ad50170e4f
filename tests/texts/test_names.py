"""One name has one meaning, a name is a noun of what it holds, and a file is one idea."""

import ast
import re
import subprocess
from collections import Counter
from collections.abc import Iterator

from tests.conftest import ROOT

MAX_LINES = 400
CODE = ("*.py", "*.js", "*.css")
NOT_OURS = ("static/", "data/")
CATCH_ALL = {
    "found", "given", "made", "one", "at", "of", "kept", "told", "tell", "tells", "said", "seen", "look",
    "looks", "asked", "wanted", "heard", "hear", "held", "gone", "begun", "taken", "going", "once", "spaced",
    "way", "ways", "door", "doors", "ballot", "wire", "wire_id", "all_moved",
    "hands", "trouble", "asides", "deaf",
}  # fmt: skip
"""Names that do not say what they hold: the noun does."""
NAMED_BY_NOUNS = (
    "app.py", "benchmarks/", "components/", "docs/", "pages/", "server/", "workshop/", "tests/browser/",
    "tests/cluster/", "tests/components/", "tests/engines/", "tests/faults/", "tests/hostile/", "tests/pages/",
    "tests/participant/", "tests/server/", "tests/texts/", "tests/words/", "tests/workshop/",
)  # fmt: skip
"""Where the rule holds."""
COLUMNS = {("server/store/rows.py", "at"), ("workshop/exports/record.py", "at")}
"""Names that the database and the JSON file of a room have."""


CALLED_BY_OTHERS = {("workshop/content/writer.py", "ignore_aliases")}
"""Of yaml.SafeDumper, which calls it."""


def _listed(*patterns: str) -> list[str]:
    done = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


def _tracked(*patterns: str) -> list[str]:
    return [name for name in _listed(*patterns) if not name.startswith(NOT_OURS)]


def test_no_class_name_is_used_for_two_things() -> None:
    product = [name for name in _tracked("*.py") if not name.startswith(("tests/", "benchmarks/", "docs/"))]
    names = Counter(
        class_name
        for name in product
        for class_name in re.findall(r"^class (\w+)", (ROOT / name).read_text("utf-8"), re.M)
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_no_file_holds_more_than_one_idea() -> None:
    lines = {name: len((ROOT / name).read_text("utf-8").splitlines()) for name in _tracked(*CODE)}
    assert {name: count for name, count in lines.items() if count > MAX_LINES} == {}


def _names(tree: ast.AST) -> Iterator[str]:
    """Every variable, parameter, field, function and class that the module defines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def test_a_name_is_the_noun_of_what_it_holds() -> None:
    files = [name for name in _tracked("*.py") if name.startswith(NAMED_BY_NOUNS)]
    used = {
        (name, defined) for name in files for defined in _names(ast.parse((ROOT / name).read_text("utf-8")))
        if defined.lstrip("_") in CATCH_ALL
    }  # fmt: skip
    assert sorted(used - COLUMNS) == []


def test_nothing_in_the_product_is_there_for_tests_alone() -> None:
    """A name that only its definition has is used nowhere; what the word lists are built with counts as a use."""
    files = [name for name in _tracked("*.py", "*.html", "*.js", "*.typ") if not name.startswith(("tests/", "docs/"))]
    builders = _listed("data/words/build/*.py")
    words = Counter(
        word for name in [*files, *builders] for word in re.findall(r"\w+", (ROOT / name).read_text("utf-8"))
    )
    product = [name for name in files if name.startswith(("components/", "pages/", "server/", "workshop/"))]
    defined = [
        (name, node.name)
        for name in product
        if name.endswith(".py") and "/migrations/" not in name
        for node in ast.walk(ast.parse((ROOT / name).read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("__")
        if not any("validator" in ast.unparse(decorator) for decorator in node.decorator_list)
    ]
    assert {(name, word) for name, word in defined if words[word] == 1} - CALLED_BY_OTHERS == set()
