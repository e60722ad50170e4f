"""The editor with as much as a workshop may hold: python -m benchmarks.editor [--keys 60]

A workshop of 60 items and 500 examples is edited in a browser. One key at a time is typed into a question; for each is
measured how long it took until it was saved (the editor waits 150 ms for more to be typed) and until the preview's
phone and projector showed it. Then words are typed without a pause: their last keys are measured. Printed with the aims
and the load of the machine, since the server, the browser and whatever else runs share its processors.
"""

import argparse
import os
import statistics
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.crowd import percentile
from benchmarks.crowd_server import Server
from server.service import Service
from server.settings import Settings
from server.usecases.workshops import BUILT_IN
from tests.find_browser import find_browser

ITEMS, EXAMPLES = 60, 500
AIMS = {"saved": 300, "preview": 500}
"""95th percentiles in milliseconds."""
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PAUSE_MS = 900
WORD_PAUSE_MS = 120  # between the keys of a word
PATIENCE_MS = 60_000

WATCH = """() => {
  const all = (root) => [...root.querySelectorAll("*")];
  const within = (root) => all(root).flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
  const frames = within(document).filter((one) => one.matches(".preview iframe"));
  window.times = { pressed: 0, saved: 0, preview: 0, words: "" };
  addEventListener("keydown", () => Object.assign(times, { pressed: performance.now(), saved: 0, preview: 0 }), true);
  addEventListener("input", (event) => { times.words = event.composedPath()[0].value; }, true);
  const { fetch } = window;
  window.fetch = async (address, options) => {
    const answer = await fetch(address, options);
    const words = times.words;
    const isOfLast = String(options?.body ?? "").includes(JSON.stringify(words).slice(1, -1));
    if (options?.method === "POST" && isOfLast) requestAnimationFrame(() => { times.saved ||= performance.now(); });
    return answer;
  };
  const look = () => {
    const shown = frames.map((frame) => frame.contentDocument?.querySelector("h1")?.textContent ?? "");
    if (times.words && shown.every((words) => words === times.words)) times.preview ||= performance.now();
    requestAnimationFrame(look);
  };
  look();
}"""
"""Notes when a key went down, when the change that has it was answered and drawn, and when both frames show it."""

DONE = "() => times.saved > times.pressed && times.preview > times.pressed"


def full_workshop(service: Service) -> str:
    """A copy of the packaged workshop, with questions and examples repeated up to the limits."""
    workshop = service.new_workshops.duplicate(BUILT_IN, service.texts("fi"))
    document = service.drafts.get(workshop).document
    items, examples = document["workshop"]["activities"], document["examples"]
    question = next(item for item in items if item["kind"] == "choice")
    more: list[dict[str, Any]] = [{**question, "id": f"more_{number}"} for number in range(ITEMS - len(items))]
    rows = [{**examples[number % len(examples)], "id": f"example_{number}"} for number in range(EXAMPLES)]
    service.editing.add(workshop, {"op": "set", "path": ["workshop", "activities"], "value": [*items, *more]})
    service.editing.add(workshop, {"op": "set", "path": ["examples"], "value": rows})
    document = service.drafts.get(workshop).document
    assert (len(document["workshop"]["activities"]), len(document["examples"])) == (ITEMS, EXAMPLES)
    return workshop


def opened(browser: Browser, address: str, workshop: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="fi-FI")
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{address}/ohjaus")
    page.locator("#password").fill("crowd")
    page.locator("form button").click()
    page.locator(".shop").first.wait_for()
    page.goto(f"{address}/muokkaa?tyopaja={workshop}&kohta=more_20&kieli=fi")
    page.frame_locator(".preview iframe >> nth=1").locator("h1").wait_for()
    page.wait_for_timeout(2000)
    return page


def typed(page: Page, keys: str, pause_ms: int) -> dict[str, float]:
    """Milliseconds from the last of the keys until it was saved and until it was in the preview."""
    page.keyboard.type(keys, delay=pause_ms)
    page.wait_for_function(DONE)
    times = page.evaluate("times")
    return {name: times[name] - times["pressed"] for name in AIMS}


def report(title: str, measured: Sequence[dict[str, float]]) -> None:
    for name, aim in AIMS.items():
        values = [times[name] for times in measured]
        low, high = statistics.median(values), percentile(values, 0.95)
        print(f"{title}, {name}: median {low:.0f} ms, p95 {high:.0f} ms, most {max(values):.0f} ms (aim p95 {aim} ms)")


def measure(keys: int, words: int) -> None:
    with Server("app.py") as server, sync_playwright() as playwright:
        service = Service(Settings(home=server.home, password="crowd"))  # noqa: S106
        workshop = full_workshop(service)
        service.close()
        path = find_browser()
        with playwright.chromium.launch(args=QUIET, executable_path=path) as browser:
            page = opened(browser, f"http://127.0.0.1:{server.port}", workshop)
            page.get_by_label("Kysymys").first.fill("")
            page.evaluate(WATCH)
            single, last = [], []
            for number in range(keys):
                single.append(typed(page, chr(ord("a") + number % 26), 0))
                page.wait_for_timeout(PAUSE_MS)
            for number in range(words):
                last.append(typed(page, f" sana{number}", WORD_PAUSE_MS))
                page.wait_for_timeout(PAUSE_MS)
    print(f"{ITEMS} items, {EXAMPLES} examples; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    report(f"{keys} keys, each alone", single)
    report(f"the last keys of {words} words", last)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=60)
    parser.add_argument("--words", type=int, default=15)
    chosen = parser.parse_args()
    measure(chosen.keys, chosen.words)


if __name__ == "__main__":
    main()
