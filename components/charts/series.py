"""The numbers of a bar chart, for charts inside and outside Streamlit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Series:
    """One part of every bar; a hatched part differs by its pattern, not by its colour alone."""

    name: str
    values: tuple[int, ...]
    hatched: bool = False
