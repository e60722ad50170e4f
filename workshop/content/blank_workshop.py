"""The draft of a workshop that has just begun: pages that fit any subject, and an empty programme."""

import copy
from functools import cache
from typing import Any

from workshop.content.documents import read_yaml
from workshop.content.draft_changes import Tree
from workshop.content.template import DATA
from workshop.content.workshop_document import FORMAT


@cache
def _pages() -> dict[str, Any]:
    return dict(read_yaml(DATA / "new_workshop.yaml").data)


@cache
def _packaged() -> dict[str, Any]:
    """The packaged workshop, whose statements and organiser's details fit any workshop."""
    return dict(read_yaml(DATA / "workshop.yaml").data)


def blank_workshop(title: str, lang: str) -> Tree:
    """The draft of a workshop in one language; its pages are there in every language for the day they are needed."""
    packaged = _packaged()
    return copy.deepcopy(
        {
            "format": FORMAT,
            "workshop": {
                "title": {lang: title} if title else {},
                "languages": [lang],
                "organiser": packaged["organiser"],
                "activities": [],
                "pages": {**_pages(), "about": packaged["pages"]["about"]},
            },
        }
    )
