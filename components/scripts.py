"""Joins a component's script from its sources: Streamlit takes one module without imports."""

from pathlib import Path

_SHARED = Path(__file__).parent / "js"


def shared(*names: str) -> tuple[Path, ...]:
    """The sources of these names that several components use, from `components/js/`."""
    return tuple(_SHARED / f"{name}.js" for name in names)


def sources(folder: Path, *names: str) -> tuple[Path, ...]:
    """A component's own sources by name, each after what it uses."""
    return tuple(folder / f"{name}.js" for name in names)


def join(scripts: tuple[Path, ...]) -> str:
    """The text of the sources, one after another."""
    return "\n".join(path.read_text("utf-8") for path in scripts)


def doubled(scripts: tuple[Path, ...], stream: Path, *doubles: Path) -> tuple[Path, ...]:
    """The sources of a page with doubles in the place of those of the same name, and of its stream."""
    places = {**{path.name: path for path in doubles}, "stream.js": stream}
    return tuple(places.get(path.name, path) for path in scripts)
