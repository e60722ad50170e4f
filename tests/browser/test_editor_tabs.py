"""The editor's tabs besides the programme: rules as sentences, the quiz's balance, the examples' table."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import ROOT, Server, eventually

ROW = 37
"""A row's height in the table of the examples, in pixels."""


@pytest.fixture
def workshop(own_server: Server) -> str:
    """A copy of the packaged workshop."""
    return own_server.command("workshop", "import", str(ROOT / "data")).split()[-1]


@pytest.fixture
def tab(own_server: Server, workshop: str, open_page: OpenPage) -> Any:
    """Opens a tab of the editor, signed in."""
    page = open_page(f"{own_server.address}/ohjaus", "desk")
    page.get_by_label("salasana").fill("lupa")
    page.get_by_role("button").first.click()
    expect(page.get_by_role("heading", name="Työpajat")).to_be_visible()

    def opened(part: str) -> Page:
        page.goto(f"{own_server.address}/muokkaa?tyopaja={workshop}&osa={part}&kieli=fi")
        expect(page.get_by_text("Ei vielä muutoksia")).to_be_visible()
        return page

    return opened


def drafted(server: Server) -> dict[str, Any]:
    """The draft as the store has it."""
    [path] = [path for path in Path(server.home).rglob("*.db") if path.is_file()]
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
        row = store.execute("SELECT document FROM workshop_draft").fetchone()
    return dict(json.loads(row[0])) if row else {}


def first_title(server: Server) -> str:
    return str(drafted(server).get("examples", [{"title": {"fi": ""}}])[0]["title"]["fi"])


def test_a_rule_is_changed_as_a_sentence_and_the_worked_case_follows(tab: Any, own_server: Server) -> None:
    page = tab("assessment")
    case = page.locator(".list-item", has_text="Monitoimitalo Auraamo")
    case.locator("summary").click()
    expect(case.locator(".outcome")).to_contain_text("vähintään Kehittyvä sosiaalinen innovaatio")
    rule = page.locator(".list-item", has_text="Lupaava idea").first
    rule.locator("summary").click()
    rule.get_by_role("button", name="Lisää ehto").click()
    added = rule.locator(".conditions li").nth(1)
    added.get_by_label("Tunnusmerkki").select_option("Yhteiskunnallinen tarve")
    added.get_by_label("Taso").select_option("4")
    expect(rule.locator(".sentence")).to_have_text("tulos on ”Lupaava idea”.")
    expect(case.locator(".outcome")).to_have_text("Tulos nyt: Lupaava idea")
    eventually(lambda: drafted(own_server)["criteria"]["verdicts"][0]["below"]["social_need"] == 4)


def test_points_move_the_bars_while_they_are_typed(tab: Any) -> None:
    page = tab("quiz")
    shares = page.locator(".bars .number")
    expect(shares).to_have_text(["20 %"] * 5)
    page.locator("summary", has_text="Sähköpostiin kilahtaa").click()
    page.locator(".list-item .list-item summary:visible").first.click()
    page.get_by_label("Tehokkuusfriikki", exact=True).locator("visible=true").fill("9")
    expect(shares.first).not_to_have_text("20 %")
    expect(page.locator(".bars li").first).to_contain_text("Tehokkuusfriikki")


def test_a_part_is_taken_away_and_begun_again(tab: Any) -> None:
    page = tab("quiz")
    page.get_by_role("button", name="Poista testi").click()
    expect(page.get_by_role("button", name="Ota testi käyttöön")).to_be_visible()
    page.locator(".toast").get_by_role("button", name="Kumoa").click()
    expect(page.get_by_label("Otsikko").first).to_have_value("Testaa sisäinen propellipääsi")
    page.get_by_role("button", name="Poista testi").click()
    page.get_by_role("button", name="Ota testi käyttöön").click()
    expect(page.get_by_label("Otsikko").first).to_have_value("")
    expect(page.locator(".bars .number")).to_have_text(["50 %", "50 %"])


def type_cell(page: Page, row: int, x: int, words: str) -> None:
    """Types into a cell of the examples' table: the row is counted from 1, `x` is where its column is."""
    table, field = page.get_by_test_id("stDataFrame").first, page.locator(".gdg-input")

    def open_field() -> bool:
        box = table.bounding_box()
        assert box is not None
        page.mouse.dblclick(box["x"] + x, box["y"] + ROW * row + ROW / 2)
        page.wait_for_timeout(500)
        return field.is_visible()

    eventually(open_field)
    field.fill(words)
    field.press("Enter")


def test_a_typed_cell_is_kept_at_once_and_undo_brings_it_back(tab: Any, own_server: Server) -> None:
    page = tab("examples")
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    type_cell(page, 1, 180, "Kylätalo")
    eventually(lambda: first_title(own_server) == "Kylätalo")
    undo = page.locator(".history").get_by_role("button", name="Kumoa")
    expect(undo).not_to_have_attribute("aria-disabled", "true")
    undo.click()
    eventually(lambda: first_title(own_server) == "Monitoimitalo Auraamo")


def test_a_file_goes_out_and_comes_in_and_its_faults_are_told_by_row(
    tab: Any, own_server: Server, tmp_path: Path
) -> None:
    page = tab("examples")
    with page.expect_download() as download:
        page.get_by_role("link", name="Lataa CSV").click()
    written = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(written), delimiter=";"))
    rows[1][rows[0].index("Teemat")] = "Avaruus"
    assert send(page, tmp_path, rows) == "Tiedostossa on 1 korjattava kohta. Mitään ei muutettu."
    expect(page.locator(".faults li")).to_contain_text("Rivi 2, Teemat")
    rows[1][rows[0].index("Teemat")] = "Luonto"
    assert send(page, tmp_path, rows[:3]).startswith("Tiedostosta tuli 2 esimerkkiä.")
    eventually(lambda: len(drafted(own_server)["examples"]) == 2)


def send(page: Page, folder: Path, rows: list[list[str]]) -> str:
    """Brings the rows in as a file; what the page says of it."""
    file = folder / "examples.csv"
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, delimiter=";").writerows(rows)
    with page.expect_response("**/draft/examples?**"):
        page.locator("input[type=file]").set_input_files(file)
    status = page.locator(".files .status")
    expect(status).not_to_be_empty()
    expect(status).not_to_have_text("Luetaan tiedostoa…")
    return status.inner_text()
