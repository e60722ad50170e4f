"""Presses and keys in the form that WebDriver and WebDriver BiDi share."""

from typing import Any

Actions = list[dict[str, Any]]


def click_actions(x: float, y: float) -> Actions:
    """One press of the main button at a place in the viewport."""
    steps = [
        {"type": "pointerMove", "x": int(x), "y": int(y), "duration": 0, "origin": "viewport"},
        {"type": "pointerDown", "button": 0},
        {"type": "pointerUp", "button": 0},
    ]
    return [{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}]


def key_actions(words: str) -> Actions:
    """One press of a key a letter."""
    steps = [{"type": step, "value": letter} for letter in words for step in ("keyDown", "keyUp")]
    return [{"type": "key", "id": "keyboard", "actions": steps}]
