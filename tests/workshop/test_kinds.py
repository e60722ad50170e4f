"""A kind of question is complete: each layer has its part, and only its own files know the kind."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
import yaml

from components.participant import assets
from components.projector import JS as PROJECTOR_SCRIPT
from pages.results.views import RESULTS_VIEWS
from server.usecases import payloads
from server.usecases.desk_view.answers import DESK_VIEWS
from server.usecases.editor_payloads import kind_payloads
from tests.conftest import ROOT
from workshop.activities.activity import BaseActivity
from workshop.activities.registry import KINDS, ActivityKind
from workshop.content.content import Content
from workshop.content.texts import LANGUAGES
from workshop.exports.basis import ExportTexts
from workshop.exports.kinds.base import KindExports

SCHEMAS: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "openapi.yaml").read_text("utf-8"))["components"]["schemas"]
HOME = "workshop/activities/"
NOT_DECIDED = {"id", "kind", "removed"}
"""What a model has and no form does."""

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def keys_of_table(script: str, name: str) -> set[str]:
    """The keys on the first level of an object that a script declares as a constant."""
    start = script.index("{", script.index(f"let {name}"))
    depth, keys, word = 0, set(), ""
    for sign in script[start:]:
        if sign in "{[(":
            depth += 1
        elif sign in "}])":
            depth -= 1
            if not depth:
                break
        elif sign == ":" and depth == 1:
            keys.add(re.findall(r"\w+", word)[-1])
        word = "" if sign in "{,}" else word + sign
    return keys


def test_every_model_of_a_question_is_registered_once() -> None:
    def leaves(model: type[BaseActivity]) -> Iterator[type[BaseActivity]]:
        subclasses = model.__subclasses__()
        yield from (leaf for subclass in subclasses for leaf in leaves(subclass)) if subclasses else [model]

    assert sorted(kind.activity.__name__ for kind in KINDS) == sorted(leaf.__name__ for leaf in leaves(BaseActivity))
    assert len({kind.name for kind in KINDS}) == len(KINDS)


@each_kind
def test_the_participant_page_has_a_view(kind: ActivityKind) -> None:
    assert kind.activity.api_kind in keys_of_table(assets.JS, "VIEWS")


@each_kind
def test_the_projector_has_a_view_of_what_is_counted(kind: ActivityKind) -> None:
    is_counted = kind.activity.counts_class is not None
    assert (kind.name in keys_of_table(PROJECTOR_SCRIPT, "RESULT_KINDS")) is is_counted


@each_kind
def test_the_desk_has_a_view(kind: ActivityKind) -> None:
    assert kind.name in DESK_VIEWS


@each_kind
def test_it_has_a_picture(kind: ActivityKind) -> None:
    assert (ROOT / "static" / "svg" / f"kind_{kind.name}.svg").is_file()


@each_kind
def test_its_form_asks_for_all_that_it_needs(kind: ActivityKind) -> None:
    fields = {field.name: field for field in kind.activity.editor_fields()}
    needed = {name for name, field in kind.activity.model_fields.items() if field.is_required()} - {"id", "title"}
    assert needed <= {name for name, field in fields.items() if field.is_required}
    assert set(fields) <= set(kind.activity.model_fields)


@each_kind
def test_its_form_has_a_field_for_everything_that_an_organiser_decides(kind: ActivityKind) -> None:
    assert set(kind.activity.model_fields) - {field.name for field in kind.activity.editor_fields()} <= NOT_DECIDED


@each_kind
def test_made_up_people_answer_what_is_answered(kind: ActivityKind) -> None:
    is_answered = kind.activity.answer_field is not None
    assert (kind.activity.sample_submissions is not BaseActivity.sample_submissions) is is_answered


@each_kind
def test_the_results_page_has_a_view_of_what_is_answered(kind: ActivityKind) -> None:
    assert (kind.name in RESULTS_VIEWS) is (kind.activity.answer_field is not None)


@each_kind
def test_what_is_answered_is_counted_and_exported(kind: ActivityKind) -> None:
    takes_answers = kind.activity.answer_field is not None
    assert (kind.activity.counts_class is not None) is takes_answers
    assert (type(kind.exports).tables is not KindExports.tables) is takes_answers
    assert (type(kind.exports).part is not KindExports.part) is takes_answers
    assert (type(kind.exports).compared is not KindExports.compared) is kind.exports.is_comparable


@each_kind
@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_texts_are_there_in_every_language(kind: ActivityKind, lang: str, content: Content) -> None:
    basis = ExportTexts(content=content, text=content.texts[lang])
    for name in ("label", "about"):
        assert basis.text(f"editor.kinds.{kind.name}.{name}")
    assert kind_payloads(lambda part: True, "", basis.text)
    for table in kind.exports.tables(basis, []):
        assert table.name
        for column in table.columns:
            assert basis.text("export.meanings." + re.sub(r"_\d+$", "", column.key))


@each_kind
def test_the_api_document_has_its_kind_its_answer_and_its_state(kind: ActivityKind) -> None:
    field = kind.activity.answer_field
    assert kind.activity.api_kind in SCHEMAS["state"]["properties"]["kind"]["enum"]
    assert field is None or field in SCHEMAS["submit"]["properties"]
    fields = get_type_hints(get_type_hints(kind.activity.state_fields)["return"])
    assert fields
    assert set(fields) <= set(SCHEMAS["state"]["properties"])


@pytest.mark.parametrize(
    ("payload", "schema"),
    [
        (payloads.ApiError, "error"), (payloads.ApiState, "state"), (payloads.ApiReceipt, "receipt"),
        (payloads.ApiOwn, "me"), (payloads.ApiResults, "results"), (payloads.ApiRetracted, "retracted"),
    ],
)  # fmt: skip
def test_payloads_have_the_fields_of_the_api_document(payload: Any, schema: str) -> None:
    assert set(payload.__annotations__) <= set(SCHEMAS[schema]["properties"])
    assert set(SCHEMAS[schema]["required"]) <= set(get_type_hints(payload))


def product_files() -> list[Path]:
    floors = ("pages", "components", "server", "workshop")
    return [file for floor in floors for file in sorted((ROOT / floor).rglob("*.py"))]


def questions_of_kind(tree: ast.AST) -> Iterator[int]:
    """The lines that ask which kind of question something is."""
    models = {model.__name__ for kind in KINDS for model in kind.activity.__mro__ if issubclass(model, BaseActivity)}
    models |= {kind.activity.counts_class.__name__ for kind in KINDS if kind.activity.counts_class}
    names = {kind.name for kind in KINDS}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"isinstance", "type"}:
            if models & {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}:
                yield node.lineno
        elif isinstance(node, ast.Compare):
            has_kind = any(isinstance(part, ast.Attribute) and part.attr == "kind" for part in ast.walk(node))
            if has_kind and names & {part.value for part in ast.walk(node) if isinstance(part, ast.Constant)}:
                yield node.lineno


def test_only_the_kinds_own_files_ask_which_kind_a_question_is() -> None:
    asking = [
        f"{name}:{line}"
        for name, file in ((file.relative_to(ROOT).as_posix(), file) for file in product_files())
        if not name.startswith(HOME)
        for line in questions_of_kind(ast.parse(file.read_text("utf-8")))
    ]
    assert asking == []


def test_scripts_do_not_ask_which_kind_a_question_is() -> None:
    names = "|".join({name for kind in KINDS for name in (kind.name, kind.activity.api_kind)})
    asking = [
        file.relative_to(ROOT).as_posix()
        for floor in ("participant", "projector")
        for file in sorted((ROOT / "components" / floor / "script").glob("*.js"))
        if re.search(rf'kind\s*[!=]==\s*"({names})"', file.read_text("utf-8"))
    ]
    assert asking == []
