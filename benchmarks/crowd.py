"""Load test with phones: python -m benchmarks.crowd [--phones 100 300 1000] [--kind words|text|scale|dots|ranking]
[--repeats 1] [--json FILE] [--plot FILE]

Each size is run on Propelli, as `streamlit run` serves it, and, in the same run and by turns, on the same poll in plain
Starlette (the limit) and, up to `--page-up-to` phones, on a Streamlit page with a two-second fragment (what people
build today). A crowd joins, is idle, gets a question and answers it: one half while a projector and Propelli's desk
look on, the other while neither does. Medians over the repeats are printed, with the ratios to the limit. A question
of another kind than words is answered on Propelli alone.
"""

import argparse
import asyncio
import json
import os
import platform
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx

from benchmarks.crowd_phones import Phone, request, spread
from benchmarks.crowd_phones import run as run_crowd
from benchmarks.crowd_projector import Watcher
from benchmarks.crowd_propelli import Desk, prepare
from benchmarks.crowd_server import Server
from benchmarks.crowd_sessions import Session

JOINS_A_SECOND = 50
ANSWERS_SECONDS = 5.0
LOOKS_SECONDS = 0.25
PATIENCE_SECONDS = 90.0
SETTLE_SECONDS = 3.0
APPLICATIONS = {
    "limit": "benchmarks.crowd_plain:app",
    "propelli": "app.py",
    "page": "benchmarks/crowd_page.py",
}
COUNTED = {
    "limit": ("plain.db", "answer", "who"),
    "propelli": ("propelli.db", "answer", "participant"),
    "page": ("plain.db", "answer", "who"),
}
RATIOS = {
    "question_p95_ms": 1.5,
    "acknowledged_p95_ms": 2.0,
    "cpu_ms_an_answer": 2.0,
    "memory_kb_a_phone": 1.5,
}
VISITOR: dict[str, Callable[[int, int], Any]] = {"page": Session}
MAX_PHONES = 100_000
KINDS = {"words": 1, "text": 1, "scale": 4, "dots": 3, "ranking": 5}
"""Kind of question to the rows that one person's answer is."""
Figures = dict[str, float]


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def spread_of(name: str, seconds: Sequence[float]) -> Figures:
    """Median, 95th percentile and greatest, in milliseconds."""
    return {
        f"{name}_p50_ms": percentile(seconds, 0.5) * 1000,
        f"{name}_p95_ms": percentile(seconds, 0.95) * 1000,
        f"{name}_max_ms": max(seconds, default=float("nan")) * 1000,
    }


class Crowd:
    """One crowd on one server; `kind` is that of the question, `desk` whoever opens it on Propelli."""

    def __init__(
        self, system: str, server: Server, size: int, idle_seconds: float, kind: str, desk: Desk | None
    ) -> None:
        self._system, self._server, self._idle_seconds = system, server, idle_seconds
        self._kind, self._desk = kind, desk
        visitor = VISITOR.get(system, Phone)
        self.phones = [visitor(server.port, number) for number in range(size)]
        self._projected: list[tuple[float, int]] = []

    async def run(self) -> Figures:
        figures: Figures = {}
        memory = self._server.memory()
        await spread([phone.join for phone in self.phones], len(self.phones) / JOINS_A_SECOND)
        await asyncio.sleep(1)
        figures["memory_kb_a_phone"] = (self._server.memory() - memory) / len(self.phones)
        figures |= spread_of("join", [phone.joined for phone in self.phones])

        idle = await self._cpu(asyncio.sleep(self._idle_seconds))
        idle_share = idle / self._idle_seconds
        figures["idle_percent_of_a_core"] = idle_share * 100
        figures["cpu_ms_an_idle_phone_minute"] = idle_share * 60_000 / len(self.phones)

        started = time.perf_counter()
        cost = await self._cpu(self._question())
        figures |= spread_of("question", [phone.asked_at - started for phone in self.phones if phone.asked_at])
        figures["unasked"] = float(sum(phone.asked_at is None for phone in self.phones))
        figures["cpu_ms_a_question"] = cost * 1000 / len(self.phones)

        await asyncio.sleep(1)
        half = len(self.phones) // 2
        watcher = Watcher(self._server.port)
        self._projected = watcher.shown
        watching = asyncio.create_task(watcher.watch() if self._system == "propelli" else self._poll_projector())
        looked_on = await self._answers(self.phones[:half], idle_share)
        await asyncio.sleep(2)
        watching.cancel()
        if self._desk:
            await self._desk.close()
        alone = await self._answers(self.phones[half:], idle_share)
        figures["cpu_ms_an_answer"] = alone * 1000 / (len(self.phones) - half)
        figures["lookers_percent_of_a_core"] = max(0.0, looked_on - alone) * 100 / ANSWERS_SECONDS
        for phone in self.phones:
            phone.leave()
        return figures | self._of_answers()

    async def _answers(self, phones: list[Any], idle_share: float) -> float:
        """Lets the phones answer; processor seconds beyond what an idle crowd costs."""
        started = time.perf_counter()
        cost = await self._cpu(spread([phone.answer for phone in phones if phone.asked_at], ANSWERS_SECONDS))
        return max(0.0, cost - idle_share * (time.perf_counter() - started))

    async def _cpu(self, work: Any) -> float:
        before = self._server.cpu()
        await work
        return self._server.cpu() - before

    async def _question(self) -> None:
        await self._ask()
        questions = (asyncio.wait_for(phone.wait_for_question(), PATIENCE_SECONDS) for phone in self.phones)
        await asyncio.gather(*questions, return_exceptions=True)

    async def _ask(self) -> None:
        if self._desk:
            await self._desk.open()
        elif self._system == "page":
            with closing(sqlite3.connect(self._server.home / "plain.db", isolation_level=None)) as store:
                store.execute("INSERT INTO question VALUES ('Which word?')")
        else:
            await request(self._server.port, f"POST /bench/open/{self._kind}")

    async def _poll_projector(self) -> None:
        """Asks a peer, four times a second, how many answers its projector would show."""
        while True:
            if self._system == "page":
                count = self._stored()[0]
            else:
                _, body = await request(self._server.port, "GET /bench/screen")
                count = json.loads(body)["answered"]
            self._projected.append((time.perf_counter(), count))
            await asyncio.sleep(LOOKS_SECONDS)

    def _stored(self) -> tuple[int, int]:
        """People and answers in the store."""
        name, table, who = COUNTED[self._system]
        with closing(sqlite3.connect(self._server.home / name)) as store:
            people, rows = store.execute(f"SELECT count(DISTINCT {who}), count(*) FROM {table}").fetchone()  # noqa: S608
        return int(people), int(rows) // KINDS[self._kind]

    def _of_answers(self) -> Figures:
        done = sorted(phone.acknowledged_at for phone in self.phones if phone.acknowledged_at is not None)
        delays = [
            next((when for when, count in self._projected if count >= place), float("inf")) - acknowledged_at
            for place, acknowledged_at in enumerate(done, 1)
            if acknowledged_at < self._projected[-1][0]
        ]
        people, answers = self._stored()
        return {
            **spread_of(
                "acknowledged", [phone.acknowledged for phone in self.phones if phone.acknowledged is not None]
            ),
            **spread_of("projector", [max(0.0, delay) for delay in delays]),
            "unacknowledged": float(len(self.phones) - len(done)),
            "lost": float(max(0, len(done) - people)),
            "doubled": float(answers - people),
        }


async def _run(crowd: Crowd, desk: Desk | None, first: Any) -> Figures:
    """Runs the crowd after a first visitor: what every process does once is not the crowd's."""
    if desk is None:
        await _visit(first)
        return await crowd.run()
    async with desk:
        await desk.warm_up()
        await _visit(first)
        return await crowd.run()


async def _visit(visitor: Any) -> None:
    await visitor.join()
    visitor.leave()
    await asyncio.sleep(SETTLE_SECONDS)


def run_once(system: str, size: int, idle_seconds: float, kind: str = "words") -> Figures:
    with Server(APPLICATIONS[system]) as server:
        desk = prepare(server, kind) if system == "propelli" else None
        if system == "page":
            httpx.get(f"http://127.0.0.1:{server.port}/", timeout=10)
        first = VISITOR.get(system, Phone)(server.port, MAX_PHONES)
        return run_crowd(_run(Crowd(system, server, size, idle_seconds, kind, desk), desk, first))


def medians(runs: list[Figures]) -> Figures:
    return {name: round(statistics.median(run[name] for run in runs), 2) for name in runs[0]}


def ratios(limit: Figures, ours: Figures) -> Figures:
    return {name: round(ours[name] / limit[name], 2) if limit[name] > 0 else float("nan") for name in RATIOS}


def table(results: dict[int, dict[str, Figures]]) -> str:
    """The results as a Markdown table, one row a size and system."""
    names = [
        "join_p95_ms", "question_p50_ms", "question_p95_ms", "question_max_ms", "cpu_ms_a_question",
        "acknowledged_p50_ms",
        "acknowledged_p95_ms", "acknowledged_max_ms", "projector_p95_ms", "projector_max_ms", "cpu_ms_an_answer",
        "lookers_percent_of_a_core",
        "idle_percent_of_a_core", "cpu_ms_an_idle_phone_minute", "memory_kb_a_phone",
        "unasked", "unacknowledged", "lost", "doubled",
    ]  # fmt: skip
    lines = ["| phones | system | " + " | ".join(name.replace("_", " ") for name in names) + " |"]
    lines.append("|---" * (len(names) + 2) + "|")
    for size, systems in results.items():
        for system, figures in systems.items():
            lines.append(f"| {size} | {system} | " + " | ".join(f"{figures[name]:g}" for name in names) + " |")
    lines += [
        "",
        "| phones | " + " | ".join(f"{name.replace('_', ' ')} (<= {most})" for name, most in RATIOS.items()) + " |",
    ]
    lines.append("|---" * (len(RATIOS) + 1) + "|")
    for size, systems in results.items():
        figures = ratios(systems["limit"], systems["propelli"]) if "limit" in systems else {}
        lines.append(f"| {size} | " + " | ".join(f"{figures.get(name, float('nan')):g}" for name in RATIOS) + " |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phones", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--kind", choices=KINDS, default="words")
    parser.add_argument("--page-up-to", type=int, default=300)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--idle", type=float, default=10)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    results: dict[int, dict[str, Figures]] = {}
    for size in options.phones:
        peers = ["page"] if size <= options.page_up_to else []
        systems = ["limit", "propelli", *peers] if options.kind == "words" else ["propelli"]
        runs: dict[str, list[Figures]] = {system: [] for system in systems}
        for _ in range(options.repeats):
            for system in systems:
                runs[system].append(run_once(system, size, options.idle, options.kind))
        results[size] = {system: medians(figures) for system, figures in runs.items()}
        print(table({size: results[size]}), flush=True)
    machine = f"{os.cpu_count()} shared cores ({platform.machine()}), Python {platform.python_version()}"
    header = {"at": time.strftime("%Y-%m-%d"), "machine": machine, "runs": options.repeats}
    if options.json:
        options.json.write_text(json.dumps({**header, "results": results}, indent=1), "utf-8")
    if options.plot:
        from benchmarks.crowd_plot import draw

        draw(results, options.plot)


if __name__ == "__main__":
    main()
