"""Fills in the references of a draft's parts: each part names others, and editing one must not break the next.

What an organiser has decided stays; what names something that is gone is left out, and what is missing is added in
the way that decides nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

Tree = dict[str, Any]


def completed(document: Mapping[str, Any]) -> Tree:
    """The draft's document with its references filled in; the draft is left as it is."""
    whole = dict(document)
    criteria, quiz, examples = (whole.get(name) for name in ("criteria", "quiz", "examples"))
    names = _ids(criteria, "criteria")
    if isinstance(criteria, dict):
        whole["criteria"] = _criteria(criteria, names)
    if isinstance(quiz, dict):
        whole["quiz"] = _quiz(quiz, names)
    if isinstance(examples, list):
        whole["examples"] = [_example(example, names) for example in examples]
    return whole


def _objects(part: object, name: str) -> list[Tree]:
    """The objects in a list of a part, which may be anything while it is being written."""
    items = part.get(name) if isinstance(part, dict) else None
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _tree(value: object) -> Tree:
    return value if isinstance(value, dict) else {}


def _ids(part: object, name: str) -> list[str]:
    return [str(item["id"]) for item in _objects(part, name) if item.get("id")]


def _criteria(criteria: Tree, names: Sequence[str]) -> Tree:
    order = criteria.get("advice_order")
    cases = criteria.get("cases")
    filled = {**criteria, "advice_order": _order(order if isinstance(order, list) else [], names)}
    if isinstance(cases, list):
        filled["cases"] = [_case(case, criteria, names) for case in cases]
    if isinstance(verdicts := criteria.get("verdicts"), list):
        filled["verdicts"] = [_outcome(verdict, names, is_last=verdict is verdicts[-1]) for verdict in verdicts]
    return filled


def _order(order: Iterable[object], names: Sequence[str]) -> list[str]:
    """The names in the order that was decided, then those that it does not name."""
    decided = [name for name in dict.fromkeys(map(str, order)) if name in names]
    return [*decided, *(name for name in names if name not in decided)]


def _outcome(verdict: Any, names: Sequence[str], *, is_last: bool) -> Any:
    """An outcome without conditions on criteria that are gone; the last one has none, for it is what is left."""
    below = verdict.get("below") if isinstance(verdict, dict) else None
    if not isinstance(below, dict):
        return verdict
    known_conditions = {} if is_last else {name: level for name, level in below.items() if name in names}
    return {**verdict, "below": known_conditions}


def _case(case: Any, criteria: Tree, names: Sequence[str]) -> Any:
    """A case with an answer for each criterion: an open one where there is none, and no aspects that are gone."""
    if not isinstance(case, dict):
        return case
    answers = _tree(case.get("answers"))
    aspects = {item.get("id"): item.get("aspects") or {} for item in _objects(criteria, "criteria")}
    return {**case, "answers": {name: _answer(answers.get(name), aspects.get(name, {})) for name in names}}


def _answer(answer: Any, aspects: Mapping[str, Any]) -> Any:
    if not isinstance(answer, dict):
        return {"level": None}
    marked = answer.get("aspects")
    known = {"aspects": [name for name in marked if name in aspects]} if isinstance(marked, list) else {}
    return {"level": None, **answer, **known}


def _quiz(quiz: Tree, core_elements: Sequence[str]) -> Tree:
    filled = {**quiz, "pairs": _pairs(quiz)}
    if isinstance(quiz.get("types"), list):
        filled["types"] = [_type(item, core_elements) for item in quiz["types"]]
    if isinstance(quiz.get("questions"), list):
        filled["questions"] = [_question(question, _ids(quiz, "types")) for question in quiz["questions"]]
    return filled


def _pairs(quiz: Tree) -> list[Tree]:
    """The dual types that have a name, and the others by the names of their two types."""
    titles = {str(item["id"]): item.get("title") for item in _objects(quiz, "types") if item.get("id")}
    pairs = [pair for pair in _objects(quiz, "pairs") if _types(pair) <= set(titles)]
    named = [_types(pair) for pair in pairs]
    for first, second in combinations(titles, 2):
        title = _joined(titles[first], titles[second])
        if title and frozenset((first, second)) not in named:
            pairs.append({"types": [first, second], "title": title})
    return pairs


def _types(pair: Tree) -> frozenset[str]:
    types = pair.get("types")
    return frozenset(map(str, types)) if isinstance(types, list) else frozenset()


def _joined(first: Any, second: Any) -> Tree:
    """The name of a dual type that nobody has named: the names of both."""
    if not isinstance(first, dict) or not isinstance(second, dict):
        return {}
    return {lang: f"{first[lang]} + {second[lang]}" for lang in first if first.get(lang) and second.get(lang)}


def _type(item: Any, core_elements: Sequence[str]) -> Any:
    """A type that names no criterion that is gone."""
    if isinstance(item, dict) and item.get("core_element") is not None and item["core_element"] not in core_elements:
        return {name: value for name, value in item.items() if name != "core_element"}
    return item


def _question(question: Any, types: Sequence[str]) -> Any:
    """A question whose options give no points to types that are gone."""
    options = question.get("options") if isinstance(question, dict) else None
    return (
        {**question, "options": [_option(option, types) for option in options]}
        if isinstance(options, list)
        else question
    )


def _option(option: Any, types: Sequence[str]) -> Any:
    points = option.get("points") if isinstance(option, dict) else None
    if not isinstance(points, dict):
        return option
    return {**option, "points": {name: n for name, n in points.items() if name in types}}


def _example(example: Any, core_elements: Sequence[str]) -> Any:
    """An example with a degree of evidence for each criterion: nothing is told of one that is new."""
    if not isinstance(example, dict):
        return example
    evidence = _tree(example.get("evidence"))
    return {**example, "evidence": {name: evidence.get(name, "none") for name in core_elements}}
