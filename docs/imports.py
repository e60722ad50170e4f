"""Draws the imports between the top folders of a checkout as floors.

`python -m docs.imports` draws this one into docs/pictures/imports.svg; `python -m docs.imports FOLDER --to FILE` draws
another checkout, for a before and an after. An arrow that goes up, back to a folder that imports this one, is red.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from textwrap import wrap

import grimp

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "pictures" / "imports.svg"
BESIDE_THE_PRODUCT = {"tests", "benchmarks", "docs"}
WIDTH, TOP, BOX_HEIGHT, FLOOR_HEIGHT = 760, 16, 112, 190
LETTER = 6.6  # the widest mean width of a letter of the small text, in pixels
INK, MUTED, LINE, TINT, BACK = "#16243A", "#4F5B6B", "#005B94", "#DCEBF5", "#B3261E"

Edges = Mapping[tuple[str, str], int]


def packages(root: Path) -> list[str]:
    """The product's top folders that are Python packages."""
    folders = (file.parent.name for file in root.glob("*/__init__.py"))
    return sorted(name for name in folders if name not in BESIDE_THE_PRODUCT)


def imports(root: Path, names: Sequence[str]) -> Edges:
    """(importer, imported) to how many imports of one module by another stand between the two folders."""
    sys.path.insert(0, str(root))
    try:
        graph = grimp.build_graph(*names, cache_dir=None)
    finally:
        sys.path.remove(str(root))
    edges: Counter[tuple[str, str]] = Counter()
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            edges[module.split(".")[0], imported.split(".")[0]] += 1
    return {pair: n for pair, n in sorted(edges.items()) if pair[0] != pair[1]}


def floors(names: Sequence[str], edges: Edges) -> list[list[str]]:
    """The folders from the top down: each below all that import it, by the stronger direction where there are two."""
    above = {name: {a for (a, b), n in edges.items() if b == name and n > edges.get((b, a), 0)} for name in names}
    listed: list[list[str]] = []
    left = set(names)
    while left:
        floor = sorted(name for name in left if not above[name] & left) or sorted(left)
        listed.append(floor)
        left -= set(floor)
    return listed


def rooms(root: Path, name: str) -> str:
    """The packages inside a folder."""
    return ", ".join(sorted(file.parent.name for file in (root / name).glob("*/__init__.py")))


def svg(root: Path) -> str:
    """The picture of one checkout."""
    names = packages(root)
    edges = imports(root, names)
    boxes: dict[str, tuple[float, float, float, int]] = {}  # centre, top, width, floor
    listed = floors(names, edges)
    for number, floor in enumerate(listed):
        share = WIDTH / len(floor)
        width = share - 40 if number in (0, len(listed) - 1) else min(share - 40, 320)
        for place, name in enumerate(floor):
            boxes[name] = (share * (place + 0.5), TOP + number * FLOOR_HEIGHT, width, number)
    height = TOP * 2 + FLOOR_HEIGHT * (len(listed) - 1) + BOX_HEIGHT
    description = "; ".join(f"{a} imports {b} {n} times" for (a, b), n in edges.items())
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'role="img" font-family="Noto Sans, sans-serif">'
        f"<title>Imports between the top folders</title><desc>{escape(description)}</desc>",
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        'orient="auto-start-reverse"><path d="M0 0L8 4L0 8Z" fill="context-stroke"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{height}" fill="#FFFFFF"/>',
        *(_arrow(boxes[a], boxes[b], n) for (a, b), n in edges.items()),
        *(_box(name, rooms(root, name), *boxes[name][:3]) for name in names),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _arrow(start: tuple[float, float, float, int], end: tuple[float, float, float, int], count: int) -> str:
    """Straight down from the importer; past a floor in between on the imported folder's outer side."""
    (x1, y1, width, floor), (x2, y2, _, end_floor) = start, end
    is_back = end_floor <= floor
    top, bottom = (y1, y2 + BOX_HEIGHT) if is_back else (y1 + BOX_HEIGHT, y2)
    side = 0.0 if x1 == x2 else (60.0 if x2 > x1 else -60.0)
    if abs(end_floor - floor) > 1:
        x1 = x2 = x2 + side
    else:
        x1 = x1 + max(-width / 2 + 20, min(width / 2 - 20, side))
        x2 = x2 - side
    colour = BACK if is_back else LINE
    middle = (x1 + x2) / 2 + 10, (top + bottom) / 2 + 5
    return (
        f'<path d="M{x1:.0f} {top:.0f}L{x2:.0f} {bottom:.0f}" stroke="{colour}" stroke-width="2" fill="none" '
        f'marker-end="url(#head)"/><text x="{middle[0]:.0f}" y="{middle[1]:.0f}" font-size="15" font-weight="700" '
        f'fill="{colour}" stroke="#FFFFFF" stroke-width="4" paint-order="stroke">{count}</text>'
    )


def _box(name: str, inside: str, centre: float, top: float, width: float) -> str:
    small = [(line, 12, MUTED, 400) for line in wrap(inside, int((width - 24) / LETTER))]
    lines = [(f"{name}/", 20, INK, 700), *small]
    first = top + BOX_HEIGHT / 2 + 6 - 9 * len(small)
    texts = "".join(
        f'<text x="{centre:.0f}" y="{first + 18 * number + (4 if number else 0):.0f}" text-anchor="middle" '
        f'font-size="{size}" font-weight="{weight}" fill="{colour}">{escape(text)}</text>'
        for number, (text, size, colour, weight) in enumerate(lines)
    )
    return (
        f'<rect x="{centre - width / 2:.0f}" y="{top:.0f}" width="{width:.0f}" height="{BOX_HEIGHT}" rx="10" '
        f'fill="{TINT}" stroke="{LINE}"/>{texts}'
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Draws the imports between the top folders of a checkout.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT, help="a checkout; this one when left out")
    parser.add_argument("--to", type=Path, default=PICTURE)
    arguments = parser.parse_args()
    arguments.to.write_text(svg(arguments.folder.resolve()), "utf-8")


if __name__ == "__main__":
    main()
