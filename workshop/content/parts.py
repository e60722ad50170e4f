"""The parts that a workshop may lack: each has a page of the app, and what is not there is linked from nowhere."""

from collections.abc import Mapping
from typing import Literal

Part = Literal["assessment", "examples", "quiz"]

PART_PAGES: Mapping[Part, str] = {"assessment": "/arviointi", "examples": "/esimerkit", "quiz": "/testi"}
"""Part to the address of its page."""

PART_FILES: Mapping[Part, str] = {"assessment": "criteria.yaml", "examples": "examples.csv", "quiz": "quiz.yaml"}
"""Part to the file of the folder that holds it."""
