"""Accuracy and speed of merging and word filter: `python -m benchmarks.words [--faults] [folder of samples]`.

The samples were written before the program was asked: one row an answer with the entry that a reader would put it in,
the kind of case and the room it was typed in; or one row a text with whether it is to be blocked. A mixed room's kind
is the answer's language. simplemma, a plain lemmatiser, is compared in the same run.
Times are the processor's.
"""

import argparse
import csv
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path

import simplemma

from benchmarks.words_flood import flood
from workshop.content.texts import LANGUAGES, Language
from workshop.words import blocked, displayed
from workshop.words.clean import fold
from workshop.words.languages import FINNISH
from workshop.words.merging.merge import Merger
from workshop.words.shared import shared_lexicons

HERE = Path(__file__).parent
NAMES = {"fi": "Finnish", "sv": "Swedish", "en": "English"}
AIMS = {
    "fi": "F1 >= .993, precision >= .997",
    "sv": "F1 >= .93, precision >= .985",
    "en": "F1 >= .93, precision >= .985",
    "mixed": "precision >= .985",
}
PAGES: dict[str, Language] = {language: language for language in LANGUAGES}
PAGE = 4096
LATER = 300


@dataclass(frozen=True)
class Row:
    """One labelled answer."""

    room: str
    answer: str
    entry: str
    kind: str


@dataclass(frozen=True)
class Agreement:
    """How the pairs of answers that are one entry agree with those of a reader."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def __str__(self) -> str:
        return f"{self.f1:.3f} ({self.precision:.3f} / {self.recall:.3f})"


def read_rows(path: Path) -> list[Row]:
    """The labelled answers of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Row(row["room"], row["answer"], row["entry"], row["kind"]) for row in csv.DictReader(file)]


def resident_megabytes() -> float:
    """The memory this process holds, where the system tells it."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6
    except OSError:
        return float("nan")


def by_room(rows: list[Row]) -> dict[str, list[int]]:
    """The numbers of the rows of each room."""
    rooms: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        rooms[row.room].append(number)
    return rooms


def labels_of(rows: list[Row], display: Callable[[list[Row]], list[str | None]]) -> list[str | None]:
    """The label of each row, each room by itself."""
    labels: list[str | None] = [None] * len(rows)
    for numbers in by_room(rows).values():
        for number, label in zip(numbers, display([rows[number] for number in numbers]), strict=True):
            labels[number] = label
    return labels


def pairs(parts: Iterable[list[int]]) -> set[tuple[int, int]]:
    """The pairs of rows that are in one part."""
    return {pair for part in parts for pair in combinations(part, 2)}


def grouped(rows: list[Row], names: Iterable[object]) -> set[tuple[int, int]]:
    """The pairs of rows of one room with one name."""
    parts: dict[tuple[str, object], list[int]] = defaultdict(list)
    for number, (row, name) in enumerate(zip(rows, names, strict=True)):
        parts[row.room, name].append(number)
    return pairs(parts.values())


def agreement(rows: list[Row], labels: list[str | None], faults: bool = False) -> Agreement:
    """Precision and recall of pairs; faults are printed if asked for."""
    right, shown = grouped(rows, (row.entry for row in rows)), grouped(rows, labels)
    if faults:
        for name, wrong in (("split", right - shown), ("mixed", shown - right)):
            for first, second in sorted(wrong):
                print(
                    f"  {name}: {rows[first].answer!r} ({labels[first]}) and {rows[second].answer!r} ({labels[second]})"
                )
        for entry, label in sorted({(row.entry, str(label)) for row, label in zip(rows, labels, strict=True)}):
            if entry != label:
                print(f"  label: {entry!r} shown as {label!r}")
    return Agreement(len(right & shown) / len(shown), len(right & shown) / len(right))


def labels_right(rows: list[Row], labels: list[str | None]) -> float:
    """The share of entries that are shown under the expected name alone."""
    shown: dict[tuple[str, str], bool] = defaultdict(lambda: True)
    for row, label in zip(rows, labels, strict=True):
        shown[row.room, row.entry] &= label == row.entry
    return statistics.mean(shown.values())


def displayed_in(lang: Language) -> Callable[[list[Row]], list[str | None]]:
    """How the program shows the answers of a room of a language."""
    return lambda rows: displayed([row.answer for row in rows], lang=lang)


def displayed_by_page(rows: list[Row]) -> list[str | None]:
    """How the program shows a mixed room whose people's pages are known."""
    return displayed([row.answer for row in rows], lang=[PAGES.get(row.kind, FINNISH) for row in rows])


def displayed_on_one_page(rows: list[Row]) -> list[str | None]:
    """How the program shows a mixed room in which everybody reads the Finnish page, whatever they answer in."""
    return displayed([row.answer for row in rows], lang=[FINNISH] * len(rows))


def lemmatised(langs: tuple[str, ...], rows: list[Row]) -> list[str | None]:
    """simplemma's base forms of the words of each answer."""
    return [" ".join(simplemma.lemmatize(word, lang=langs) for word in fold(row.answer).split()) for row in rows]


def print_line(*cells: object) -> None:
    """One line of the table."""
    print("| " + " | ".join(map(str, cells)) + " |")


def print_set(
    name: str, path: Path, langs: tuple[str, ...], show: Callable[..., list[str | None]], aim: str, faults: bool
) -> None:
    """One line of the table: a sample, the program and simplemma on it."""
    rows = read_rows(path)
    labels = labels_of(rows, show)
    ours = agreement(rows, labels, faults)
    plain = str(agreement(rows, labels_of(rows, partial(lemmatised, langs))))
    print_line(f"{name}, {len(rows)}", ours, plain, aim, f"labels {labels_right(rows, labels):.3f}")


def print_word_filter(name: str, path: Path, faults: bool) -> None:
    """How many of the texts to block are blocked, and how many of the innocent ones pass."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["text"], row["blocked"] == "yes") for row in csv.DictReader(file)]
    guilty = [text for text, is_guilty in rows if is_guilty]
    innocent = [text for text, is_guilty in rows if not is_guilty]
    missed = [text for text in guilty if not blocked(text)]
    alarms = [text for text in innocent if blocked(text)]
    figures = f"{len(guilty) - len(missed)} of {len(guilty)} / {len(innocent) - len(alarms)} of {len(innocent)}"
    print_line(f"{name}: blocked / innocents let through", figures, "", ">= 95 % / all", "")
    if faults:
        print(f"  missed {missed}\n  false alarms {alarms}")


def seconds_of(answers: list[str]) -> float:
    """The time in which a new room merges answers."""
    before = time.process_time()
    merger = Merger(shared_lexicons())
    for answer in answers:
        merger.add(answer)
    merger.groups()
    return time.process_time() - before


def print_speed() -> None:
    """The time of 5,000 and of 1,000 new answers, and of one more in a room of 1,000."""
    chance = random.Random(1)
    words = [row.answer for lang in LANGUAGES for row in read_rows(HERE / f"words_fresh_{lang}.csv")]
    everything = flood(words, chance)
    print_line("5,000 distinct answers", f"{seconds_of(everything[:5000]):.1f} s", "", "<= 5 s", "")
    thousand = everything[5000:6000]
    print_line("1,000 distinct answers", f"{seconds_of(thousand):.2f} s", "", "<= 1 s", "")
    merger = Merger(shared_lexicons())
    for answer in thousand:
        merger.add(answer)
    merger.groups()
    durations = []
    for answer in everything[6000 : 6000 + LATER]:
        before = time.process_time()
        merger.add(answer)
        merger.groups()
        durations.append((time.process_time() - before) * 1000)
    p99 = statistics.quantiles(durations, n=100)[98]
    print_line("one more", f"median {statistics.median(durations):.1f} ms, p99 {p99:.1f} ms", "", "p99 <= 10 ms", "")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    arguments = parser.parse_args()
    memory, before = resident_megabytes(), time.process_time()
    shared_lexicons()
    loaded = f"{resident_megabytes() - memory:.0f} MB, {time.process_time() - before:.2f} s"
    print_line("set", "Propelli F1 (precision / recall)", "simplemma", "aim", "")
    print_line("---", "---", "---", "---", "---")
    for lang in LANGUAGES:
        path = arguments.folder / f"words_fresh_{lang}.csv"
        print_set(NAMES[lang], path, (lang,), displayed_in(lang), AIMS[lang], arguments.faults)
    mixed = arguments.folder / "words_fresh_mixed.csv"
    print_set("mixed, page's language not kept", mixed, LANGUAGES, displayed_in("fi"), AIMS["mixed"], arguments.faults)
    print_set("mixed, page's language kept", mixed, LANGUAGES, displayed_by_page, AIMS["mixed"], arguments.faults)
    print_set(
        "mixed, all on the Finnish page", mixed, LANGUAGES, displayed_on_one_page, AIMS["mixed"], arguments.faults
    )
    print_set("earlier sample", HERE / "words_sample.csv", (FINNISH,), displayed_in(FINNISH), "", arguments.faults)
    print_word_filter("screen", arguments.folder / "screen_fresh.csv", arguments.faults)
    print_word_filter("screen, earlier sample", HERE / "screen_sample.csv", arguments.faults)
    print_speed()
    print_line("lexicons", loaded, "", "<= 70 MB, <= 1.5 s", "")


if __name__ == "__main__":
    main()
