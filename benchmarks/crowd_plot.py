"""Plots the load test's figures: one small chart a figure, one line a system, sizes from left to right."""

from collections.abc import Mapping
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

INKS = {"limit": "#4F5B6B", "propelli": "#005B94", "page": "#9A4300"}
NAMES = {"limit": "plain Starlette", "propelli": "Propelli", "page": "Streamlit page, 2 s fragment"}
CHARTS = {
    "question_p95_ms": "Question on the phone, p95 (ms)",
    "acknowledged_p95_ms": "Answer acknowledged, p95 (ms)",
    "projector_p95_ms": "Answer on the projector, p95 (ms)",
    "cpu_ms_an_answer": "Processor time an answer (ms)",
    "idle_percent_of_a_core": "Idle crowd (% of a core)",
    "memory_kb_a_phone": "Memory a phone (kB)",
}


def draw(results: Mapping[int, Mapping[str, Mapping[str, float]]], to: Path) -> None:
    """Writes the picture; the file's ending tells its kind (svg, png)."""
    mpl.rcParams["svg.hashsalt"] = "crowd"
    figure = Figure(figsize=(11, 6.5), layout="constrained")
    for axes, (name, title) in zip(figure.subplots(2, 3).flat, CHARTS.items(), strict=True):
        for system, ink in INKS.items():
            sizes = [size for size, systems in results.items() if system in systems]
            values = [results[size][system][name] for size in sizes]
            axes.plot(sizes, values, marker="o", color=ink, label=NAMES[system])
        axes.set_title(title, fontsize=10, loc="left")
        axes.set_xlabel("phones", fontsize=9)
        axes.set_xscale("log")
        axes.set_xticks(list(results), [str(size) for size in results], minor=False)
        axes.set_yscale("symlog", linthresh=1)
        axes.set_ylim(bottom=0)
        axes.grid(alpha=0.3)
        axes.spines[["top", "right"]].set_visible(False)
    handles, labels = figure.axes[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=3, frameon=False)
    figure.savefig(to, metadata={"Date": None} if to.suffix == ".svg" else None)
