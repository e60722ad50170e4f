"""One item of a programme as a form holds it outside a workshop's draft: read for a room, and written for a form."""

from collections.abc import Mapping, Sequence
from typing import Any

from workshop.activities.registry import Activity
from workshop.activities.short_title import short_title
from workshop.content.draft_changes import all_applied
from workshop.content.draft_ids import identified
from workshop.content.draft_validation import PartValidator
from workshop.content.errors import Finding
from workshop.content.texts import LANGUAGES
from workshop.errors import PropelliError
from workshop.words.clean import cleaned

_INSERT = {"op": "insert", "path": ["workshop", "activities", 0]}


class ItemFaultsError(PropelliError):
    """The item has faults; the paths of `findings` begin within it."""

    id = "item_faults"

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(n=len(self.findings))


def item_activity(item: Mapping[str, Any], languages: Sequence[str]) -> Activity:
    """The item as a room asks it; a text that is written in one of the languages alone is shown in all.

    Raises ItemFaultsError, or ChangeError for what could never be an item.
    """
    document: dict[str, Any] = {"workshop": {"languages": list(languages), "activities": []}}
    document, _ = all_applied(document, [identified(document, {**_INSERT, "value": _cleaned(item)})])
    named = document["workshop"]["activities"][0]
    part = PartValidator(tuple(languages), True, {}).part("activity", named, named)
    if part.model is None:
        raise ItemFaultsError(part.findings)
    activity: Activity = part.model
    return activity


def activity_item(activity: Activity, languages: Sequence[str]) -> dict[str, Any]:
    """The activity as a form edits it in these languages: without its id, and a title that its question gives."""
    item: dict[str, Any] = _written(activity.model_dump(mode="json", exclude_none=True, exclude={"id"}), languages)
    if all(activity.title(lang) == short_title(activity.question(lang)) for lang in languages):
        del item["title"]
    return item


def _cleaned(value: Any) -> Any:
    """The value with its texts without characters that nobody sees."""
    if isinstance(value, Mapping):
        if value and set(value) <= set(LANGUAGES):
            return {lang: cleaned(text) if isinstance(text, str) else text for lang, text in value.items()}
        return {name: _cleaned(child) for name, child in value.items()}
    return [_cleaned(child) for child in value] if isinstance(value, list) else value


def _written(value: Any, languages: Sequence[str]) -> Any:
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES):
            return {lang: value[lang] for lang in languages}
        return {name: _written(child, languages) for name, child in value.items()}
    return [_written(child, languages) for child in value] if isinstance(value, list) else value
