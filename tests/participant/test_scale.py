"""Statements on a phone: every one is answered, by touch or keys; own answers come back, and results are drawn."""

from playwright.sync_api import expect

from tests.participant.conftest import Phone
from tests.participant.fake_server import FakeServer

FIRST, SECOND = "Asukkaat ovat mukana", "Tieto kulkee"
DISTRIBUTIONS = {
    "n": 10,
    "rounded": False,
    "statements": [
        {
            "id": "a", "label": FIRST, "steps": [1, 0, 2, 6, 1], "percents": [10, 0, 20, 60, 10], "unsure": 0,
            "median": [4, 4], "mean": 3.6, "summary": ["mediaani 4", "keskiarvo 3,6"],
        },
        {
            "id": "b", "label": SECOND, "steps": [0, 1, 1, 0, 0], "percents": [0, 50, 50, 0, 0], "unsure": 8,
            "median": [2, 3], "mean": None, "summary": ["mediaani 2–3"],
        },
    ],
}  # fmt: skip


def test_every_statement_is_answered_and_told_back_after_a_reload(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_scale()
    phone.visit()
    first, second = (phone.page.get_by_role("radiogroup", name=name) for name in (FIRST, SECOND))
    phone.send.tap()
    expect(phone.status).to_have_text("Vastaa vielä 2 väittämään.")
    expect(first.get_by_role("radio").first).to_be_focused()
    first.get_by_text("4", exact=True).tap()
    expect(phone.page.get_by_text("1/2 vastattu")).to_be_visible()
    phone.page.reload()
    expect(first.get_by_role("radio", name="4")).to_be_checked()
    second.get_by_text("En osaa sanoa").tap()
    phone.send.tap()
    expect(phone.saved).to_have_text([f"{FIRST}: 4", f"{SECOND}: En osaa sanoa"])
    assert fake_server.posts == [{"round": fake_server.state["round"], "scale": {"a": 4, "b": None}}]
    phone.page.reload()
    expect(phone.saved).to_have_text([f"{FIRST}: 4", f"{SECOND}: En osaa sanoa"])
    phone.page.get_by_role("button", name="Muuta vastaustasi").tap()
    expect(second.get_by_role("radio", name="En osaa sanoa")).to_be_checked()
    second.get_by_text("2", exact=True).tap()
    phone.send.tap()
    expect(phone.saved).to_have_text([f"{FIRST}: 4", f"{SECOND}: 2"])


def test_keys_move_on_the_steps_and_the_ends_are_heard(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_scale()
    phone.visit()
    group = phone.page.get_by_role("radiogroup", name=FIRST)
    group.get_by_role("radio", name="1 Täysin eri mieltä").focus()
    for _ in range(4):
        phone.page.keyboard.press("ArrowRight")
    expect(group.get_by_role("radio", name="5 Täysin samaa mieltä")).to_be_checked()
    phone.page.keyboard.press("ArrowRight")
    expect(group.get_by_role("radio", name="En osaa sanoa")).to_be_checked()


def test_seven_steps_stay_in_a_row_on_a_narrow_phone(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_scale(steps=7, unsure=False)
    phone.page.set_viewport_size({"width": 320, "height": 640})
    phone.visit()
    boxes = (
        phone.page.locator(".statement")
        .first.locator("label.step")
        .evaluate_all(
            "steps => steps.map(step => step.getBoundingClientRect()).map(box => [box.top, box.width, box.right])"
        )
    )
    assert len({top for top, _, _ in boxes}) == 1
    assert min(width for _, width, _ in boxes) >= 44
    assert max(right for _, _, right in boxes) <= 320


def test_results_are_distributions_with_the_middle_framed_and_the_own_answer_marked(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.counts = DISTRIBUTIONS
    fake_server.ask_scale(results="shown")
    phone.visit()
    for group, step in ((FIRST, "4"), (SECOND, "En osaa sanoa")):
        phone.page.get_by_role("radiogroup", name=group).get_by_text(step, exact=True).tap()
    phone.send.tap()
    rows = phone.page.locator(".results li")
    expect(rows.first).to_contain_text(f"{FIRST} · sinä4")
    expect(rows.first.locator(".parts i:visible")).to_have_text(["", "20 %", "60 %", ""])
    expect(rows.first.get_by_role("img")).to_have_attribute(
        "aria-label", "1: 1 (10 %), 2: 0 (0 %), 3: 2 (20 %), 4: 6 (60 %), 5: 1 (10 %)".replace(" %", "\u00a0%")
    )
    expect(rows.nth(1).locator(".parts .middle")).to_have_text(["50 %", "50 %"])
    expect(rows.nth(1)).to_contain_text("mediaani 2–3 · En osaa sanoa: 8")
