"""Accuracy and speed of merging and word filter on samples: `python benchmarks/words.py [words.csv [screen.csv]]`.

The samples are written for this measurement: one row an answer with the entry a Finnish reader would put it in, the
kind of case, and the room it was typed in; and one row a text with whether it is to be blocked.
"""

import csv
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from workshop.words.clean import fold  # noqa: E402
from workshop.words.filter import blocklists  # noqa: E402
from workshop.words.filter.word_filter import WordFilter  # noqa: E402
from workshop.words.merging import lexicon  # noqa: E402
from workshop.words.merging.lexicon import Lexicon  # noqa: E402
from workshop.words.merging.merge import Group, Merger  # noqa: E402

NAMES = {"name", "acronym"}
FIRST_MERGE = 1000
DISTINCT = 900
PAGE = 4096


@dataclass(frozen=True)
class Row:
    """One labelled answer."""

    room: str
    answer: str
    entry: str
    kind: str


def read_rows(path: Path) -> list[Row]:
    """The labelled answers of a file; a file without rooms is one room."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Row(row.get("room", "1"), row["answer"], row["entry"], row["kind"]) for row in csv.DictReader(file)]


def resident_megabytes() -> float:
    """The memory this process holds, where the system tells it."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6
    except OSError:
        return float("nan")


def merged(rows: list[Row], words: Lexicon) -> dict[int, Group]:
    """The group of each row, by its number."""
    groups: dict[int, Group] = {}
    for room in sorted({row.room for row in rows}):
        merger = Merger(words)
        numbers = [number for number, row in enumerate(rows) if row.room == room]
        for number in numbers:
            merger.add(rows[number].answer)
        groups |= {number: merger.group_of(fold(rows[number].answer)) for number in numbers}
    return groups


def pairs(parts: Iterable[set[int]]) -> set[tuple[int, int]]:
    """The pairs of rows that are in one part."""
    return {pair for part in parts for pair in combinations(sorted(part), 2)}


def print_agreement(title: str, rows: list[Row], words: Lexicon, faults: bool = False) -> None:
    """Pairwise precision, recall and F1, and how many entries are neither split nor mixed."""
    groups = merged(rows, words)
    expected: dict[tuple[str, str], set[int]] = defaultdict(set)
    merged_entries: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        expected[row.room, row.entry].add(number)
        merged_entries[row.room, groups[number].key].add(number)
    right, typed = pairs(expected.values()), pairs(merged_entries.values())
    precision, recall = len(right & typed) / len(typed), len(right & typed) / len(right)
    whole = sum(part in merged_entries.values() for part in expected.values()) / len(expected)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{title}: precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}, neither split nor mixed {whole:.4f}")
    if faults:
        print_faults(rows, groups, right, typed)


def print_faults(
    rows: list[Row], groups: dict[int, Group], right: set[tuple[int, int]], typed: set[tuple[int, int]]
) -> None:
    """The pairs put wrongly and the labels that are not the expected ones."""
    for name, wrong in (("split", right - typed), ("mixed", typed - right)):
        for first, second in sorted(wrong):
            print(f"  {name}: {rows[first].answer!r} and {rows[second].answer!r}")
    labels = {(row.entry, groups[number].label) for number, row in enumerate(rows)}
    for entry, label in sorted(labels):
        if entry != label:
            print(f"  label: {entry!r} shown as {label!r}")


def print_labels(rows: list[Row], words: Lexicon) -> None:
    """How many entries are shown under the expected name, of all and of names and acronyms."""
    groups = merged(rows, words)
    shown: dict[tuple[str, str, bool], bool] = {}
    for number, row in enumerate(rows):
        shown.setdefault((row.room, row.entry, row.kind in NAMES), groups[number].label == row.entry)
    names = [right for (_, _, is_name), right in shown.items() if is_name]
    print(
        f"labels as expected {statistics.mean(shown.values()):.4f}, of names and acronyms {statistics.mean(names):.4f}"
    )
    derived = {(row.room, row.entry): groups[number].key for number, row in enumerate(rows) if row.kind == "derived"}
    apart = len({(room, key) for (room, _), key in derived.items()}) / len(derived)
    print(f"derived words kept apart {apart:.4f} of {len(derived)}")


def print_speed(rows: list[Row], words: Lexicon) -> None:
    """The time of a first merge of 1,000 answers, and of one more; entries are read after each."""
    chance = random.Random(1)
    answers = list(dict.fromkeys(row.answer for row in rows))
    chance.shuffle(answers)
    distinct, later = answers[:DISTINCT], answers[DISTINCT:]
    before = time.perf_counter()
    merger = Merger(words)
    for answer in [*distinct, *(chance.choice(distinct) for _ in range(FIRST_MERGE - len(distinct)))]:
        merger.add(answer)
    merger.groups()
    print(f"first merge of {FIRST_MERGE} answers, {len(distinct)} distinct: {time.perf_counter() - before:.2f} s")
    durations = []
    for answer in later:
        before = time.perf_counter()
        merger.add(answer)
        merger.groups()
        durations.append((time.perf_counter() - before) * 1000)
        merger.remove(answer)
    print(f"one more, {len(later)} tries: median {statistics.median(durations):.1f} ms, worst {max(durations):.1f} ms")


def print_word_filter(path: Path, words: Lexicon) -> None:
    """How many of the texts to block are blocked, and how many of the innocent ones."""
    before = time.perf_counter()
    word_filter = WordFilter(words, blocklists.load())
    print(f"word filter ready in {time.perf_counter() - before:.2f} s")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["text"], row["blocked"] == "yes") for row in csv.DictReader(file)]
    guilty = [text for text, blocked in rows if blocked]
    innocent = [text for text, blocked in rows if not blocked]
    missed = [text for text in guilty if not word_filter.blocked(text)]
    alarms = [text for text in innocent if word_filter.blocked(text)]
    print(f"word filter: recall {1 - len(missed) / len(guilty):.4f} of {len(guilty)}, missed {missed}")
    print(f"word filter: {len(alarms)} false alarms in {len(innocent)}: {alarms}")


def main() -> None:
    """Prints all figures."""
    samples = [Path(name) for name in sys.argv[1:]] or [HERE / "words_sample.csv", HERE / "screen_sample.csv"]
    rows = read_rows(samples[0])
    memory_before = resident_megabytes()
    before = time.perf_counter()
    words = lexicon.load()
    print(f"lexicon: {resident_megabytes() - memory_before:.0f} MB, {time.perf_counter() - before:.2f} s")
    print_speed(rows, words)
    print_agreement(f"{len(rows)} answers", rows, words, faults=True)
    print_agreement("without typos", [row for row in rows if row.kind != "typo"], words)
    print_labels(rows, words)
    if len(samples) > 1:
        print_word_filter(samples[1], words)


if __name__ == "__main__":
    main()
