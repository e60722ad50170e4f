"""Reads the user interface's texts in three languages; an organiser's own texts override the packaged ones."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workshop.content.documents import Document, read_yaml
from workshop.content.errors import Fault, Finding
from workshop.content.errors import Path as KeyPath
from workshop.content.texts import LANGUAGES, Texts
from workshop.content.validation import placeholders

PACKAGED = Path(__file__).resolve().parents[2] / "data" / "texts"


def load_texts(folder: Path) -> tuple[dict[str, Texts], list[Fault]]:
    """The texts of each language and the faults of their files.

    A folder, a file or a key that is missing is taken from the packaged texts, so that a copy made for an earlier
    version keeps working. A key that the packaged texts do not have is a fault: no page would show it.
    """
    texts: dict[str, Texts] = {}
    faults: list[Fault] = []
    for lang in LANGUAGES:
        packaged = read_yaml(PACKAGED / f"{lang}.yaml")
        own = folder / f"{lang}.yaml"
        faults += _with_folder(packaged)
        tree = packaged.data if isinstance(packaged.data, dict) else {}
        if folder.resolve() != PACKAGED and own.exists():
            document = read_yaml(own)
            if document.data is not None:
                document.add_findings(_differences(document.data, tree, ()))
            faults += _with_folder(document)
            tree = _overlaid(tree, document.data)
        texts[lang] = Texts(lang, tree)
    return texts, faults


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
