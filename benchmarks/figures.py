"""Figures beside what they are meant to be at most."""

from collections.abc import Mapping

Aims = Mapping[str, tuple[float, str]]
"""Name of a figure to its aim and unit."""


def print_beside_aims(figures: Mapping[str, float], aims: Aims) -> None:
    for name, (aim, unit) in aims.items():
        print(f"{name:20} {figures[name]:8.1f} {unit}   (aim: at most {aim} {unit})")
