"""What must hold besides the load test: python -m benchmarks.aims [--repeats 3] writes README's second table.

Each measurement starts servers of its own as users do, and stands in the table as its median beside its aim.
"""

import argparse
import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import examples_crowd, results_crowd, visits, watchers
from benchmarks.figures import Aims

ROOT = Path(__file__).resolve().parent.parent
README, FIGURES = ROOT / "README.md", ROOT / "benchmarks" / "aims.json"
BEGIN, END = "<!-- aims: written by make bench -->\n", "<!-- aims end -->"
Figures = dict[str, float]


@dataclass(frozen=True)
class Measurement:
    """What happens, what measures it, and the most that each figure is meant to be, with its unit."""

    title: str
    run: Callable[[], Figures]
    aims: Aims


MEASUREMENTS = {
    "examples": Measurement(
        "300 phones are sent to the examples while 50 answer", examples_crowd.run, examples_crowd.AIMS
    ),
    "visits": Measurement("300 Streamlit sessions open the examples in 10 s", visits.run, visits.AIMS),
    "watchers": Measurement("100 watch the projector while 5 a second answer", watchers.run, watchers.AIMS),
    "results": Measurement("1,000 phones look at the results while 100 answer", results_crowd.run, results_crowd.AIMS),
}


def medians(runs: list[Figures]) -> Figures:
    return {name: round(statistics.median(run[name] for run in runs), 1) for name in runs[0]}


def block(measured: Mapping[str, Any]) -> str:
    """The date, the machine and the table, as Markdown."""
    lines = [
        f"Measured {measured['at']} on {measured['machine']}, medians of runs: {measured['runs']}.",
        "",
        "| what happens | figure | measured | meant to be at most |",
        "|---|---|---|---|",
    ]
    for name, measurement in MEASUREMENTS.items():
        for place, (figure, (aim, unit)) in enumerate(measurement.aims.items()):
            title = measurement.title if place == 0 else ""
            lines.append(f"| {title} | {figure} | {measured['results'][name][figure]:g} {unit} | {aim:g} {unit} |")
    return "\n".join(lines) + "\n"


def write(measured: Mapping[str, Any]) -> None:
    """Keeps the figures, and puts the table into README."""
    FIGURES.write_text(json.dumps(measured, indent=1) + "\n", "utf-8")
    text = README.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}{block(measured)}{END}{after}", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=3)
    repeats = parser.parse_args().repeats
    results = {}
    for name, measurement in MEASUREMENTS.items():
        results[name] = medians([measurement.run() for _ in range(repeats)])
        print(name, results[name], flush=True)
    machine = f"{os.cpu_count()} shared cores ({platform.machine()}), Python {platform.python_version()}"
    write({"at": time.strftime("%Y-%m-%d"), "machine": machine, "runs": repeats, "results": results})


if __name__ == "__main__":
    main()
