"""Reads the user interface's texts in three languages; an organiser's own texts override the packaged ones."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from workshop.content.documents import Document, read_yaml
from workshop.content.errors import Fault, Finding
from workshop.content.errors import Path as KeyPath
from workshop.content.texts import LANGUAGES, Language, Texts
from workshop.content.validation import placeholders

PACKAGED = Path(__file__).resolve().parents[2] / "data" / "texts"


@lru_cache
def _packaged(lang: str) -> Document:
    return read_yaml(PACKAGED / f"{lang}.yaml")


def _packaged_tree(lang: str) -> Mapping[str, Any]:
    tree = _packaged(lang).data
    return tree if isinstance(tree, Mapping) else {}


def read_own_texts(folder: Path) -> tuple[dict[Language, dict[str, Any]], list[Fault]]:
    """The texts of a folder that differ from the packaged ones, by language, and the faults of the files.

    A folder, a file or a key that is missing is taken from the packaged texts, so that a copy made for an earlier
    version keeps working. A key that the packaged texts do not have is a fault: no page would show it.
    """
    texts: dict[Language, dict[str, Any]] = {}
    faults: list[Fault] = []
    for lang in LANGUAGES:
        faults += _with_folder(_packaged(lang))
        own = folder / f"{lang}.yaml"
        if folder.resolve() != PACKAGED and own.exists():
            document = read_yaml(own)
            if document.data is not None:
                document.add_findings(own_text_findings(lang, document.data))
            faults += _with_folder(document)
            if isinstance(document.data, Mapping) and (changed := _changed(document.data, _packaged_tree(lang))):
                texts[lang] = changed
    return texts, faults


def own_text_findings(lang: str, own: Any) -> Iterator[Finding]:
    """What is wrong in texts that are to override the packaged ones."""
    return _differences(own, _packaged_tree(lang), ())


def packaged_texts(lang: str) -> Texts:
    """The packaged texts of one language alone."""
    return Texts(lang, _packaged_tree(lang))


def with_packaged(own: Mapping[Language, Mapping[str, Any]]) -> dict[str, Texts]:
    """The texts of each language: the packaged ones, overridden by a workshop's own."""
    return {lang: Texts(lang, _overlaid(_packaged_tree(lang), own.get(lang))) for lang in LANGUAGES}


def _changed(own: Mapping[str, Any], packaged: Any) -> dict[str, Any]:
    """The part of an organiser's tree that says something else than the packaged one."""
    changed: dict[str, Any] = {}
    for key, text in own.items():
        usual = packaged.get(key) if isinstance(packaged, Mapping) else None
        if isinstance(text, Mapping) and isinstance(usual, Mapping) and not _is_plural(usual):
            text = _changed(text, usual) or usual
        if text != usual:
            changed[key] = text
    return changed


def _with_folder(document: Document) -> list[Fault]:
    return [Fault(f"texts/{f.file}", f.line, f.key, f.reason_id, f.values) for f in document.faults]


def _is_plural(text: object) -> bool:
    return isinstance(text, Mapping) and "other" in text


def _overlaid(packaged: Any, own: Any) -> Any:
    """The packaged tree overridden by the organiser's texts."""
    if not isinstance(packaged, Mapping) or not isinstance(own, Mapping) or _is_plural(packaged):
        return packaged if own is None else own
    return {key: _overlaid(text, own.get(key)) for key, text in packaged.items()}


def _differences(own: Any, packaged: Any, path: KeyPath) -> Iterator[Finding]:
    if _is_plural(packaged):
        yield from _plural(own, packaged, path)
    elif isinstance(packaged, Mapping):
        if not isinstance(own, Mapping):
            yield Finding(path, "section")
            return
        for key, text in own.items():
            if key in packaged:
                yield from _differences(text, packaged[key], (*path, key))
            else:
                yield Finding((*path, key), "unknown", {"name": key})
    else:
        yield from _text(own, str(packaged), path)


def _plural(own: Any, packaged: Mapping[str, Any], path: KeyPath) -> Iterator[Finding]:
    if not isinstance(own, Mapping):
        yield from _text(own, str(packaged["other"]), path)
        return
    if "other" not in own:
        yield Finding(path, "missing", {"name": "other"})
    for key, text in own.items():
        if key not in {"one", "other"}:
            yield Finding((*path, key), "unknown", {"name": key})
        else:
            yield from _text(text, str(packaged["other"]), (*path, key))


def _text(own: object, packaged: str, path: KeyPath) -> Iterator[Finding]:
    if own is None:
        yield Finding(path, "empty")
    elif isinstance(own, bool | list | Mapping):
        yield Finding(path, "text")
    else:
        allowed = placeholders(packaged) or set()
        used = placeholders(str(own))
        if used is None or not used <= allowed:
            yield Finding(path, "placeholder", {"known": ", ".join(f"{{{name}}}" for name in sorted(allowed)) or "–"})
