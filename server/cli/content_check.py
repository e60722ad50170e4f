"""Checks a folder of content; needs no store."""

from pathlib import Path

from workshop.content.loader import load


def content_check(folder: Path) -> None:
    """Raises ContentError."""
    content = load(folder)
    text = content.texts["fi"]
    print(text("command.content_ok", folder=folder))
    for event in content.pages.events:
        if event.date is None:
            print(f"workshop.yaml (pages.events.{event.id}): {text('command.event_year')}")
