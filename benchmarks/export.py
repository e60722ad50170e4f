"""Exports a room of 10,000 answers: time, CPU time and memory of every file.  `python -m benchmarks.export [ANSWERS]`

The words are those of `words_sample.csv`, drawn in turn; steps are the reports of progress. Another process fills the
room, so that the memory that this one has held is that of exporting alone.
"""

import csv
import resource
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

from server.service import Service
from server.settings import Settings
from server.usecases.downloads import KINDS, export_file
from server.usecases.rooms import digits
from workshop.exports.record import AnswerRecord, RoomRecord, RoundRecord
from workshop.words.clean import cleaned, fold

WORDS = Path(__file__).parent / "words_sample.csv"
ANSWERS_EACH = 3
MAX_SECONDS, MAX_MEGABYTES = 5.0, 200.0
"""Of the workbook alone."""
OFFICE, MAX_OFFICE_SECONDS, MAX_OFFICE_MEGABYTES = (".xlsx", ".pptx", ".docx"), 10.0, 300.0
"""Files that are made one after another for one memo, with the time that they may take together and the memory that the
whole process may hold meanwhile."""


def _megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _most_memory(running: Service, code: str, kind: str) -> float:
    """The megabytes that making the file takes at its fullest; counting them slows it, so that it is done apart."""
    tracemalloc.start()
    export_file(running, code, "fi", kind, lambda done: None)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 2**20


def _words() -> list[str]:
    with WORDS.open(encoding="utf-8", newline="") as file:
        return list(dict.fromkeys(text for row in csv.DictReader(file) if (text := cleaned(row["answer"]))))


def _filled(running: Service, answers: int) -> str:
    """The code of a room whose first question has so many answers, put in as `room import` does."""
    empty = running.rooms.create()
    running.control.open(empty.code, "word_cloud")
    record = running.results.record(empty.code)
    first = record.activities[0]
    first_round = first.rounds[0]
    words = _words()
    records = []
    for number in range(answers):
        text = words[(number * 7919) % len(words)]
        key = fold(text)
        person, slot = number // ANSWERS_EACH + 1, number % ANSWERS_EACH + 1
        records.append(AnswerRecord(person=person, at=first_round.opened_at, slot=slot, key=key, text=text))
    imported = running.importing.from_json(
        _with(record, first_round, _unique(records)).model_dump_json(by_alias=True).encode()
    )
    return digits(imported.code)


def _unique(answers: list[AnswerRecord]) -> tuple[AnswerRecord, ...]:
    """One person gives a word once."""
    return tuple({(answer.person, answer.key): answer for answer in answers}.values())


def _with(record: RoomRecord, first_round: RoundRecord, answers: tuple[AnswerRecord, ...]) -> RoomRecord:
    first = record.activities[0].model_copy(update={"rounds": (first_round.model_copy(update={"answers": answers}),)})
    return record.model_copy(update={"activities": (first, *record.activities[1:])})


def _filled_by_another(home: Path, answers: int) -> str:
    command = [sys.executable, "-m", "benchmarks.export", str(answers), str(home)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _running(home: Path) -> Service:
    running = Service(Settings(home=home, password="benchmark"))  # noqa: S106
    running.lexicon.wait()
    return running


def _timed(running: Service, code: str, kind: str) -> tuple[float, float]:
    """Seconds and seconds of CPU that making the file takes; prints a row."""
    steps: list[float] = []
    start, started = time.perf_counter(), time.process_time()
    size = len(export_file(running, code, "fi", kind, steps.append))
    seconds, work = time.perf_counter() - start, time.process_time() - started
    print(f"{kind:6} {seconds:6.2f} s {work:6.2f} s of CPU {size / 1024:6.0f} kB {len(steps)} steps")
    return seconds, work


def _measured(running: Service, code: str) -> bool:
    """Whether the files were made in the time and the memory that they may take."""
    print(f"memory before the exports {_megabytes():.0f} MB, loading the words' lexicons included")
    times = {kind: _timed(running, code, kind) for kind in OFFICE}
    seconds, work = (sum(column) for column in zip(*times.values(), strict=True))
    most = _megabytes()
    print(
        f"{' '.join(OFFICE)} together {seconds:.2f} s, {work:.2f} s of CPU; the process has held {most:.0f} MB at most"
    )
    fits = seconds < MAX_OFFICE_SECONDS and most < MAX_OFFICE_MEGABYTES and times[".xlsx"][0] < MAX_SECONDS
    for kind in KINDS:
        if kind not in OFFICE:
            _timed(running, code, kind)
    for kind in KINDS:
        memory = _most_memory(running, code, kind)
        print(f"{kind:6} {memory:6.1f} MB of Python's objects at its fullest")
        fits = fits and (kind != ".xlsx" or memory < MAX_MEGABYTES)
    return fits


def main() -> int:
    """Prints a row a file; 1 where the files took more than they may. With a home folder it only fills a room there."""
    answers = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    if len(sys.argv) > 2:
        running = _running(Path(sys.argv[2]))
        print(_filled(running, answers))
        running.close()
        return 0
    with tempfile.TemporaryDirectory() as home:
        code = _filled_by_another(Path(home), answers)
        running = _running(Path(home))
        fits = _measured(running, code)
        running.close()
    return 0 if fits else 1


if __name__ == "__main__":
    raise SystemExit(main())
