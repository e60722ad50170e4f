"""The load test's figures in README: python -m benchmarks.crowd_readme writes them there from benchmarks/crowd.json."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.crowd import RATIOS, ratios

ROOT = Path(__file__).resolve().parent.parent
README, FIGURES = ROOT / "README.md", ROOT / "benchmarks" / "crowd.json"
BEGIN, END = "<!-- crowd: written by make bench -->\n", "<!-- crowd ends -->"
NAMES = {"limit": "plain Starlette", "propelli": "**Propelli**", "page": "Streamlit page, 2 s fragment"}
COLUMNS = {
    "question_p95_ms": ("question on the phone, p95", "{:.0f} ms"),
    "acknowledged_p95_ms": ("answer acknowledged, p95", "{:.1f} ms"),
    "projector_p95_ms": ("on the projector, p95", "{:.0f} ms"),
    "cpu_ms_an_answer": ("processor an answer", "{:.1f} ms"),
    "idle_percent_of_a_core": ("idle crowd, of a core", "{:.1f} %"),
    "memory_kb_a_phone": ("memory a phone", "{:.0f} kB"),
}
Systems = Mapping[str, Mapping[str, float]]


def block(measured: Mapping[str, Any]) -> str:
    """The date, the machine and the table, as Markdown."""
    lines = [
        f"Measured {measured['at']} on {measured['machine']}, medians of runs: {measured['runs']}; the ratio is "
        "Propelli's figure to plain Starlette's, in brackets the most that it is meant to be.",
        "",
        "| phones | | " + " | ".join(title for title, _ in COLUMNS.values()) + " | lost, doubled |",
        "|---" * (len(COLUMNS) + 3) + "|",
    ]
    for size, systems in measured["results"].items():
        lines += _rows(int(size), systems)
    return "\n".join(lines) + "\n"


def _rows(size: int, systems: Systems) -> list[str]:
    rows = []
    for place, (system, figures) in enumerate(systems.items()):
        cells = [form.format(figures[name]) for name, (_, form) in COLUMNS.items()]
        cells.append(f"{figures['lost']:.0f}, {figures['doubled']:.0f}")
        rows.append(f"| {f'{size:,}' if place == 0 else ''} | {NAMES[system]} | {' | '.join(cells)} |")
    figure_ratios = ratios(dict(systems["limit"]), dict(systems["propelli"]))
    ratio_cells = [f"{figure_ratios[name]:.2f} ({RATIOS[name]:g})" if name in figure_ratios else "" for name in COLUMNS]
    return [*rows, f"| | ratio | {' | '.join(ratio_cells)} | |"]


def main() -> None:
    text = README.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}{block(json.loads(FIGURES.read_text('utf-8')))}{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
