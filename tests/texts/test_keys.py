"""The screen's texts: one key in three languages, each used somewhere, none the same as in Finnish by oversight."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.texts.code_words import HOLE, ROOT, CodeWords, code_words
from workshop.content.documents import read_yaml
from workshop.content.texts import LANGUAGES

TREES: dict[str, Mapping[str, Any]] = {
    lang: read_yaml(ROOT / "data" / "texts" / f"{lang}.yaml").data for lang in LANGUAGES
}
# Keys whose text may be the same in Finnish and in another language, and why.
SAME = {
    r"app\.name": "the product's name",
    r"app\.pages\.quiz": "the word is the same in Swedish",
    r"about\.source\.tool": "a name",
    r".*\.(csv|png|svg|pdf)(_\w+)?": "file types are names",
}
SIGNS = re.compile(r"[\W\d_]*(?:(?:min|max|s|n|R|F|CSV|PNG|SVG|PDF|Excel|Markdown|XLSX|JSON|ISO)[\W\d_]*)*")


def leaves(tree: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Each key with its text; a text with plural forms is one."""
    for name, value in tree.items():
        key = f"{path}.{name}" if path else name
        if isinstance(value, Mapping) and "other" not in value:
            yield from leaves(value, key)
        else:
            yield key, value


def forms(text: Any) -> list[str]:
    return [str(form) for form in text.values()] if isinstance(text, Mapping) else [str(text)]


TEXTS = {lang: dict(leaves(tree)) for lang, tree in TREES.items()}


@pytest.fixture(scope="module")
def code() -> CodeWords:
    return code_words()


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_every_language_has_the_same_keys_and_placeholders(lang: str) -> None:
    assert list(TEXTS[lang]) == list(TEXTS["fi"])
    for key, text in TEXTS[lang].items():
        ours, finnish = ({*re.findall(r"\{(\w+)\}", " ".join(forms(form)))} for form in (text, TEXTS["fi"][key]))
        assert ours == finnish, key


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_nothing_is_left_in_finnish(lang: str) -> None:
    same = {
        key: text
        for key, text in TEXTS[lang].items()
        if text == TEXTS["fi"][key] and not all(SIGNS.fullmatch(re.sub(r"\{\w+\}", "", form)) for form in forms(text))
    }
    allowed = {key for key in same if any(re.fullmatch(rule, key) for rule in SAME)}
    assert {key: same[key] for key in same if key not in allowed} == {}


def test_every_text_is_used(code: CodeWords) -> None:
    unused = [key for key in TEXTS["fi"] if not is_used(key, code)]
    assert unused == []


def is_used(key: str, code: CodeWords) -> bool:
    """Whether the code says the key: whole, with holes whose content it says too, or by a section it hands over."""
    section, _, rest = key.partition(".")
    if key in code.exact or (section in code.sections and is_said(rest, code)):
        return True
    for pattern in code.patterns:
        match = re.fullmatch(pattern, key)
        if match and pattern != HOLE and not pattern.startswith(HOLE) and all(is_said(p, code) for p in match.groups()):
            return True
    return False


def is_said(piece: str, code: CodeWords) -> bool:
    if piece in code.exact or all(part in code.exact for part in piece.split(".")):
        return True
    named = [pattern for pattern in code.patterns if len(pattern.replace(HOLE, "")) > 1]
    return any(re.fullmatch(pattern, part) for part in piece.split(".") for pattern in named)


def test_every_key_that_the_code_names_is_there(code: CodeWords) -> None:
    known = {key.rsplit(".", depth)[0] for key in TEXTS["fi"] for depth in range(key.count(".") + 1)} | set(TEXTS["fi"])
    assert sorted(key for key in code.text_keys if key not in known and f"control.{key}" not in known) == []


def test_a_pattern_cannot_be_satisfied_by_a_key_nobody_names(code: CodeWords) -> None:
    assert not is_used("control.surely_no_such_key", code)
    assert not is_used("participant.surely_no_such_key", code)
