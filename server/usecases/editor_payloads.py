"""What the editor is told of a draft, in the words of one language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypedDict

from server.usecases.drafts import Drafts, OpenDraft
from server.usecases.editing import Editing, SavedChanges
from workshop.activities.blanks import blank_activity
from workshop.activities.form_fields import FormField
from workshop.activities.registry import KINDS
from workshop.content.blank_parts import begin, end
from workshop.content.draft_changes import Change, Tree
from workshop.content.draft_document import CompiledDraft, sentence_key, workshop_languages
from workshop.content.forms import FORMS
from workshop.content.parts import PART_PAGES, Part
from workshop.content.texts import Texts

MAX_FINDINGS = 300
"""The most findings that are told at once: more are not read."""

_PART_KEYS = {"assessment": "criteria", "examples": "examples", "quiz": "quiz"}


class FindingPayload(TypedDict):
    """One thing to mend, at its place in the draft."""

    path: list[str | int]
    sentence: str
    blocking: bool


class EditorPayloads:
    """Makes the bodies of the editor's routes; `base` is the path under which the app stands."""

    def __init__(self, drafts: Drafts, editing: Editing, base: str) -> None:
        self._drafts, self._editing, self._base = drafts, editing, base

    def state(self, draft: OpenDraft, session: str, text: Texts) -> dict[str, Any]:
        """All that the editor draws: the draft without its examples, what is wrong, and how each kind is edited."""
        document = {name: part for name, part in draft.document.items() if name != "examples"}
        examples = draft.document.get("examples", [])
        since = self._editing.other_since(draft, session)
        return {
            "id": draft.head.workshop,
            "title": draft.title,
            **self._common(draft, text),
            "document": document,
            "example_count": len(examples),
            "editor": {"mine": self._editing.is_editor(draft, session), "since": since},
            "kinds": self._kinds(draft, text),
            "forms": {name: field_payload(entry, text) for name, entry in FORMS.items()},
            "part_changes": _part_changes(draft.document),
        }

    def saved(self, saved: SavedChanges, text: Texts) -> dict[str, Any]:
        """What a change is answered with: `changes` are what the client must still do to have the same draft."""
        return {**self._common(saved.draft, text), "changes": [change for change in saved.changes if _is_told(change)]}

    def _common(self, draft: OpenDraft, text: Texts) -> dict[str, Any]:
        result = self._drafts.compiled(draft)
        return {
            "rev": draft.head.rev,
            "saved_at": draft.head.saved_at,
            "findings": _findings(result, text),
            "missing": {lang: [list(path) for path in paths] for lang, paths in result.missing.items()},
            "can_undo": draft.history.can_undo,
            "can_redo": draft.history.can_redo,
            "can_start": result.document is not None,
        }

    def _kinds(self, draft: OpenDraft, text: Texts) -> list[dict[str, Any]]:
        return kind_payloads(lambda part: bool(draft.document.get(_PART_KEYS[part])), self._base, text)


def kind_payloads(has: Callable[[Part], bool], base: str, text: Texts) -> list[dict[str, Any]]:
    """Every kind of question with its fields; `has` tells whether there is the part that some of them need."""
    return [
        {
            "kind": kind.name,
            "label": text(f"editor.kinds.{kind.name}.label"),
            "about": text(f"editor.kinds.{kind.name}.about"),
            "picture": f"{base}/assets/svg/kind_{kind.name}.svg",
            "fields": field_payloads(kind.activity.editor_fields(), text),
            "blank": blank_activity(kind.activity),
            "available": kind.activity.part is None or has(kind.activity.part),
        }
        for kind in KINDS
    ]


def _part_changes(document: Tree) -> dict[str, dict[str, list[Change]]]:
    """By part of the workshop: the changes that begin it, and those that take it away."""
    languages = workshop_languages(document)
    return {part: {"begin": list(begin(part, languages)), "end": list(end(part))} for part in PART_PAGES}


def _is_told(change: Change) -> bool:
    """Whether a client that has no examples has the place of the change."""
    return bool(change["path"][:1] != ["examples"])


def _findings(result: CompiledDraft, text: Texts) -> list[FindingPayload]:
    return [
        {
            "path": list(finding.path),
            "sentence": text(sentence_key(finding), **finding.values),
            "blocking": True,
        }
        for finding in result.findings[:MAX_FINDINGS]
    ]


def field_payloads(fields: Iterable[FormField], text: Texts) -> list[dict[str, Any]]:
    return [field_payload(entry, text) for entry in fields]


def field_payload(entry: FormField, text: Texts) -> dict[str, Any]:
    """A field with its words; what it does not have is null or empty."""
    name = entry.text_name
    hints: Mapping[str, Any] = text.tree["editor"]["hints"]
    return {
        "name": entry.name,
        "type": entry.type,
        "label": text(f"editor.fields.{name}"),
        "hint": text(f"editor.hints.{name}") if name in hints else "",
        "required": entry.is_required,
        "max": entry.max_length,
        "multiline": entry.is_multiline,
        "least": entry.least,
        "most": entry.most,
        "choices": _choices(name, entry.choices, text),
        "fields": field_payloads(entry.fields, text),
        "source": list(entry.source),
    }


def _choices(name: str, choices: Sequence[str], text: Texts) -> list[dict[str, str]]:
    return [{"value": choice, "label": text(f"editor.choices.{name}.{choice.strip('/')}")} for choice in choices]
