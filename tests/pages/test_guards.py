"""Everything that facilitators' pages let Streamlit call later, or change in the store, goes through a guard.

The pages are read as syntax trees: a new callback, dialog, fragment, file or change without its guard fails here.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGES = Path(__file__).resolve().parent.parent.parent / "pages"
DESK_ROUTES = PAGES.parent / "server" / "web" / "desk_routes.py"
WORKSHOP_ROUTES = DESK_ROUTES.with_name("workshop_routes.py")
GUARDED = sorted(
    [
        *PAGES.glob("desk/*.py"), *PAGES.glob("editor/*.py"), PAGES / "projector.py", *PAGES.glob("results/*.py"),
    ]
)  # fmt: skip
GUARDS = {"action", "view", "press"}
"""What makes a guarded function: `Guard.action`, `Guard.view`, and the desk's own `press`, which uses the former."""
OPEN = {"desk/page.py": {"room_gone"}}
"""What everybody may see: the projector's picture, whose keys are guarded, and that no room has the code."""
USE_CASES = {
    "control", "rooms", "questions", "moderation", "importing", "actions", "floods", "editing", "front_page",
    "new_workshops", "written_workshops",
}  # fmt: skip
READS = {"all", "find", "get", "links", "listed", "free_code", "intents", "people", "detect", "withdrawn", "languages"}


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_guarded(node: ast.expr, tree: ast.AST) -> bool:
    """A call of a guard, a name that one was given to, or something that calls nothing of ours."""
    if isinstance(node, ast.Call) and _name(node.func) in GUARDS:
        return True
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.Name):
        values = [
            assignment.value
            for assignment in ast.walk(tree)
            if isinstance(assignment, ast.Assign) and _name(assignment.targets[0]) == node.id
        ]
        return bool(values) and all(_is_guarded(value, tree) for value in values)
    return False


def _called_later(tree: ast.AST) -> Iterator[tuple[int, ast.expr]]:
    """Everything that is handed over to be called later: callbacks, files, and the bodies of dialogs and fragments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                function = decorator.func if isinstance(decorator, ast.Call) else decorator
                if _name(function) in {"dialog", "fragment"}:
                    yield node.lineno, ast.Name(node.name)
        if not isinstance(node, ast.Call):
            continue
        yield from ((node.lineno, keyword.value) for keyword in node.keywords if (keyword.arg or "").startswith("on_"))
        if _name(node.func) in {"download_button", "open_download"}:
            yield from ((node.lineno, keyword.value) for keyword in node.keywords if keyword.arg == "data")
        if _name(node.func) == "fragment" and node.args:
            yield node.lineno, node.args[0]
        if isinstance(node.func, ast.Call) and _name(node.func.func) == "dialog":
            yield node.lineno, node.args[0]


def _changes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Calls that change the store without a guard: only their names may be handed to one."""
    aliases = {
        _name(target): _name(value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target, value in _pairs(node)
        if _name(value) in USE_CASES
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        owner = _name(node.func.value)
        if (owner in USE_CASES or owner in aliases) and node.func.attr not in READS:
            yield node.lineno, f"{owner}.{node.func.attr}"


def _pairs(node: ast.Assign) -> list[tuple[ast.expr, ast.expr]]:
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return list(zip(target.elts, value.elts, strict=True))
    return [(target, value)]


def _faults(source: str, name: str = "new.py") -> list[str]:
    tree = ast.parse(source)
    free = OPEN.get(name, set())
    later = [
        f"{name}:{line}"
        for line, node in _called_later(tree)
        if not _is_guarded(node, tree) and _name(node) not in free
    ]
    return later + [f"{name}:{line} {what}" for line, what in _changes(tree)]


@pytest.mark.parametrize("path", GUARDED, ids=lambda path: path.relative_to(PAGES).as_posix())
def test_nothing_of_a_facilitators_page_is_called_later_without_asking_for_the_right(path: Path) -> None:
    assert _faults(path.read_text("utf-8"), path.relative_to(PAGES).as_posix()) == []


@pytest.mark.parametrize(
    "source",
    [
        "st.button('x', on_click=lambda: None)",
        "st.toggle('x', on_change=changed)",
        "st.fragment(draw, run_every=1)()",
        "st.dialog('x')(fields)()",
        "@st.dialog('x')\ndef fields(): ...",
        "@st.fragment\ndef fields(): ...",
        "st.download_button('x', data=made)",
        "seen.service.rooms.delete(code)",
        "rooms = seen.service.rooms\nrooms.rename(code, 'x')",
        "component(on_press_change=pressed)",
    ],
)
def test_a_callback_without_its_guard_is_found(source: str) -> None:
    assert _faults(source)


RIGHTS = {"self._controlled", "self._moderated", "rights.check_action", "self._organised", "self._change"}


def _unasked_routes(source: str) -> list[str]:
    """The handlers of routes that do not ask for the right, by one of `RIGHTS`."""
    functions = {
        node.name: node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    routed = {
        _name(argument)
        for listed in {"routes", "direct_routes"} & set(functions)
        for node in ast.walk(functions[listed])
        if isinstance(node, ast.Call) and _name(node.func) in {"_with_json_errors", "post"}
        for argument in node.args
        if isinstance(argument, ast.Attribute)
    }

    def asks(function: ast.AST) -> bool:
        attributes = {ast.unparse(node) for node in ast.walk(function) if isinstance(node, ast.Attribute)}
        return bool(attributes & RIGHTS)

    assert routed
    for name in {right.removeprefix("self.") for right in RIGHTS} & set(functions):
        assert "rights.check" in ast.unparse(functions[name]) or asks(functions[name])
    return sorted(name for name in routed if not asks(functions[name]))


def test_every_route_of_the_desk_asks_for_the_right() -> None:
    source = DESK_ROUTES.read_text("utf-8")
    assert _unasked_routes(source) == []
    assert _unasked_routes(
        source.replace("rights.check_action, code, request.cookies, press.action", "print, press.action")
    ) == ["press"]


def test_every_route_of_the_list_asks_for_the_organiser() -> None:
    source = WORKSHOP_ROUTES.read_text("utf-8")
    assert _unasked_routes(source) == []
    assert _unasked_routes(
        source.replace("        self._organised(request)\n        listed =", "        listed =")
    ) == ["list"]
    unasked = source.replace("await self._change(request)\n        room =", "await self._body(request)\n        room =")
    assert _unasked_routes(unasked) == ["copy_room"]
