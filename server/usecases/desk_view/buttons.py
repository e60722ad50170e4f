"""Buttons of the desk: each says what it does, and of what."""

from collections.abc import Mapping, Sequence
from typing import Any

from server.usecases.desk_view.payloads import ButtonGroup, DeskButton


def button(
    label: str,
    action: str,
    arguments: Mapping[str, Any] | None = None,
    *,
    detail: str = "",
    icon: str = "",
    kind: str = "",
    chosen: bool | None = None,
    disabled: bool = False,
) -> DeskButton:
    """One button; its action is one of `DeskActions`."""
    return {
        "label": label, "detail": detail, "icon": icon, "kind": kind, "action": action,
        "arguments": dict(arguments or {}), "chosen": chosen, "disabled": disabled,
    }  # fmt: skip


def choices(label: str, action: str, argument: str, options: Sequence[tuple[Any, str]], chosen: object) -> ButtonGroup:
    """One button a value of the argument, with the chosen one marked."""
    return {
        "label": label,
        "buttons": [button(text, action, {argument: value}, chosen=value == chosen) for value, text in options],
    }
