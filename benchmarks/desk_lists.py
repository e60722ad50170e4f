"""What long lists cost at the desk: python -m benchmarks.desk_lists [--answers 500] [--questions 300] [--votes 10000]

Open answers are put into themes one press at a time: told is a press, from its transaction to the desk's list as it is
drawn next. Questions to the speaker get votes: told are a vote, a phone's list and the desk after it. Each is measured
with a tenth of them too, in the same run: the ratio tells how it grows. Medians and 95th percentiles in milliseconds.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from server import clock
from server.service import Service
from server.settings import Settings
from server.store.schema import speaker_votes
from server.usecases.speaker_questions import QUESTIONS

LANG = "fi"
THEMES = ("Lahella", "Yhdessa", "Liikkeella", "Digi")
TEXT = {"kind": "text", "question": {"fi": "What helps?"}, "approval": False}
PRESSES = 100


@dataclass
class Times:
    """Milliseconds of each of what was measured."""

    values: list[float] = field(default_factory=list)

    def measure(self, job: Callable[[], object]) -> None:
        started = time.perf_counter()
        job()
        self.values.append((time.perf_counter() - started) * 1000)

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        return sorted(self.values)[int(len(self.values) * 0.95)]


def sorting(service: Service, count: int) -> dict[str, Times]:
    """Presses of the sorting page in a room with so many answers."""
    code = service.rooms.create().code
    service.questions.add(code, TEXT, [LANG], opens=True)
    state = service.participants.state(code)
    assert state is not None
    assert state.current.round is not None
    for number in range(count):
        body = {"round": state.current.round.public_id, "texts": [f"Yhteinen sauna ja kahvihetki numero {number}"]}
        person = clock.new_secret(32)
        service.store.write(service.answering.job(code, person, body), (code, "answers"))
    current = service.desks.get(code).current
    assert current is not None
    for label in THEMES:
        service.sorting.name(code, current.id, None, label)
    listed = service.desk_view.themes(code, LANG, suggests=False)
    assert listed is not None
    themes = [theme["id"] for theme in listed["themes"]]
    times = {"press": Times(), "suggest": Times()}

    def press(keys: list[str], theme: str) -> None:
        service.actions.do(code, "place", {"activity": current.id, "keys": keys, "theme": theme}, None)
        service.desk_view.picture(code, LANG)
        service.desk_view.themes(code, LANG, suggests=False)

    for number, entry in enumerate(listed["entries"][:PRESSES]):
        keys, theme = list(entry["keys"]), themes[number % len(themes)]
        times["press"].measure(lambda keys=keys, theme=theme: press(keys, theme))  # type: ignore[misc]
    for _ in range(10):
        times["suggest"].measure(lambda: service.desk_view.themes(code, LANG, suggests=True))
    return times


def speaker(service: Service, count: int, votes: int) -> dict[str, Times]:
    """Votes in a room with so many questions that have so many votes between them."""
    code = service.rooms.create().code
    service.speaker_questions.switch(code, on=True)
    numbers = []
    for number in range(count):
        job = service.speaker_questions.asking(code, clock.new_secret(32), {"text": f"Kuka maksaa vaiheen {number}?"})
        numbers.append(service.store.write(job, (code, QUESTIONS))[0])
    rows = [
        {"question": numbers[vote % count], "participant": clock.new_secret(32), "at": clock.now_ms()}
        for vote in range(votes)
    ]
    service.store.write(lambda connection: connection.execute(speaker_votes.insert(), rows), (code, QUESTIONS))
    times = {"vote": Times(), "phone": Times(), "desk": Times()}
    for vote in range(PRESSES):
        person = clock.new_secret(32)
        job = service.speaker_questions.voting(code, person, numbers[vote % count], {"voted": True})
        times["vote"].measure(lambda job=job: service.store.write(job, (code, QUESTIONS)))  # type: ignore[misc]
        room = service.rooms.get(code)
        times["phone"].measure(lambda room=room, person=person: service.speaker_questions.visible(room, person))  # type: ignore[misc]
        times["desk"].measure(lambda: service.desk_view.picture(code, LANG))
    return times


def report(few: dict[str, Times], many: dict[str, Times]) -> None:
    for name, times in many.items():
        ratio = times.median / few[name].median
        print(f"  {name:8} {times.median:8.1f} {times.p95:8.1f} {ratio:8.1f}x")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=500)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--votes", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        service = Service(Settings(home=Path(home), password=clock.new_token()))
        service.lexicon.wait()
        print(f"{'':10} {'median':>8} {'p95':>8} {'to a tenth':>9}")
        print(f"sorting {options.answers} answers")
        report(sorting(service, max(10, options.answers // 10)), sorting(service, options.answers))
        print(f"{options.questions} questions with {options.votes} votes")
        few = speaker(service, max(1, options.questions // 10), options.votes // 10)
        report(few, speaker(service, options.questions, options.votes))
        service.close()


if __name__ == "__main__":
    main()
