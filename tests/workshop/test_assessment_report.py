"""The report of an assessment: on the page, on paper, in a text file."""

import re
import zlib
from collections.abc import Mapping
from itertools import product
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.assessment.answers import CHOICES, answer, asks_aspects, form_values, required_aspects
from workshop.assessment.criteria import AssessmentAnswer
from workshop.assessment.form import from_form
from workshop.assessment.radar import HEIGHT, WIDTH, radar_svg
from workshop.assessment.report import About, AssessmentReport, markdown, report
from workshop.assessment.rules import assess
from workshop.assessment.sheet import TEMPLATE, sheet_pdf, sheet_values
from workshop.content.content import Content
from workshop.content.texts import LANGUAGES
from workshop.examples.models import prefill
from workshop.exports.font_letters import letters, printable
from workshop.exports.typesetting import typeset

LEVELS = st.lists(st.sampled_from([None, 1, 2, 3, 4]), min_size=3, max_size=8)
HOSTILE = "#set page(fill: red) $x$ *a* | `b` <b>c</b> [d](javascript:e) &amp; \\ 🏠 Дом"


def report_of(
    content: Content, answers: Mapping[str, AssessmentAnswer], lang: str = "fi", solution: str = ""
) -> AssessmentReport:
    basis = tuple(content.criteria.basis.options)
    about = About(content.activities[3].question(lang), solution, basis if solution else (), "25.11.2026")
    return report(content.criteria, answers, about, content.texts[lang])


def auraamo(content: Content) -> dict[str, AssessmentAnswer]:
    return prefill(next(example for example in content.examples if example.id == "auraamo"))


def test_auraamo_as_its_text_tells_it_is_open_and_better_than_before_decides(content: Content) -> None:
    outcome = assess(content.criteria, auraamo(content))
    assert (outcome.status, outcome.worst, outcome.best) == ("open", "emerging_innovation", "social_innovation")
    assert outcome.deciding == ("effectiveness",)
    page = report_of(content, auraamo(content))
    assert page.status == "Tulos on vielä auki"
    assert page.text.endswith("Tuloksen ratkaisee: Parempi kuin ennen.")
    assert [rung.label for rung in page.scale if rung.possible] == [
        "Kehittyvä sosiaalinen innovaatio",
        "Sosiaalinen innovaatio",
    ]
    assert [row.level for row in page.rows] == [3, 3, 3, None, 3]


def test_nothing_answered_tells_no_outcome(content: Content) -> None:
    page = report_of(content, {})
    assert not page.has_outcome
    assert page.steps == ()


def test_a_lowered_level_is_reported_with_both_levels_and_the_reason(content: Content) -> None:
    answers = {"effectiveness": AssessmentAnswer(level=4, aspects=())}
    page = report_of(content, answers)
    assert page.rows[3].level == 2
    assert page.lowered[0] == "Parempi kuin ennen: valitsitte tason 4, tuloksessa on taso 2."
    assert page.lowered[1].startswith("Tasoa laskettiin")
    assert "valitsitte tason 4" in markdown(page)


# criterion, choice, whether aspects are asked, how many are required
ASKED = [
    ("novelty", "2", False, 0),
    ("novelty", "3", True, 0),
    ("implementation", "4", False, 0),
    ("effectiveness", "2", False, 0),
    ("effectiveness", "3", True, 1),
    ("capacity", "4", True, 2),
    ("capacity", "unknown", False, 0),
    ("capacity", None, False, 0),
]


@pytest.mark.parametrize(("criterion", "choice", "asks", "required"), ASKED)
def test_aspects_are_asked_where_the_change_is_said_to_show(
    content: Content, criterion: str, choice: str | None, asks: bool, required: int
) -> None:
    criterion_model = content.criteria.criterion(criterion)
    assert asks_aspects(criterion_model, choice) is asks
    assert required_aspects(criterion_model, choice) == required


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marking_what_is_required_keeps_the_chosen_level(content: Content, lang: str) -> None:
    for criterion, choice in product(content.criteria.criteria, CHOICES):
        marked = list(criterion.aspects)[: required_aspects(criterion, choice)]
        given_answer = answer(criterion, choice, marked)
        assert assess(content.criteria, {criterion.id: given_answer}).lowered == ()


def test_what_is_sent_reads_back_as_the_same_levels(content: Content) -> None:
    levels = dict(zip(content.criteria.ids, (1, None, 3, 4, None), strict=True))
    read = from_form(content.criteria, form_values(levels))
    assert {name: answer.level for name, answer in read.items()} == levels


def worst_case(content: Content) -> dict[str, AssessmentAnswer]:
    """The longest outcome: two lowered levels, two next steps."""
    return {
        **{name: AssessmentAnswer(level=3) for name in content.criteria.ids},
        "effectiveness": AssessmentAnswer(level=4, aspects=()),
        "capacity": AssessmentAnswer(level=4, aspects=()),
    }


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("solution", ["", "Ö" * 80, HOSTILE])
def test_the_sheet_is_one_page(content: Content, lang: str, solution: str) -> None:
    assert len(typeset(TEMPLATE, sheet_values(report_of(content, worst_case(content), lang, solution)), ppi=20)) == 1


def inside(pdf: bytes) -> str:
    """The text of a PDF's objects, packed ones opened."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    parts = [pdf]
    for stream in packed:
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(parts).decode("latin-1")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheet_is_tagged_with_its_fonts_and_a_text_for_the_picture(content: Content, lang: str) -> None:
    pdf = inside(sheet_pdf(report_of(content, auraamo(content), lang)))
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf.replace(" ", "")
    for mark in ("/StructTreeRoot", "/MarkInfo", "/FontFile", "/Alt", f"({lang})", "/S/TH", "/S/H1"):
        assert mark in pdf.replace("/S /", "/S/"), mark


def test_what_a_visitor_typed_is_text_on_the_sheet(content: Content) -> None:
    assert sheet_pdf(report_of(content, auraamo(content), solution=HOSTILE)).startswith(b"%PDF")
    shown = printable(HOSTILE, content.texts["fi"])
    assert shown.startswith(r"#set page(fill: red) $x$ *a* | `b` <b>c</b> [d](javascript:e) &amp; \ ")
    assert "fontista: U+" in shown


@given(name=st.text(max_size=80))
def test_any_name_can_be_printed(content: Content, name: str) -> None:
    """PDF/UA forbids a letter that no font has, so a name is fitted to the letters there are."""
    assert set(map(ord, printable(name, content.texts["fi"]))) <= letters()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("🚀", "(merkki puuttuu fontista: U+1F680)"),
        ("👍🏻 kiitos", "(merkki puuttuu fontista: U+1F44D) kiitos"),
        ("سلام", "(merkit puuttuvat fontista: U+0633 U+0644 U+0627 U+0645)"),
        ("ሰላም", "(merkit puuttuvat fontista: U+1230 U+120B U+121D)"),
        ("🚀" * 20, f"(merkit puuttuvat fontista: {'U+1F680 ' * 8}…)"),
        ("ŋuovdi đuođuid Ǩeâllʼjõs ǥ ǧ ǯ ʒ ʹ", "ŋuovdi đuođuid Ǩeâllʼjõs ǥ ǧ ǯ ʒ ʹ"),
        ("a\u0308iti", "äiti"), ("\u200bsisu\ufe0f", "sisu"), ("eka\ntoka", "eka toka"),
    ],
)  # fmt: skip
def test_a_sign_that_the_font_lacks_is_reported_and_sami_letters_are_drawn(
    content: Content, typed: str, shown: str
) -> None:
    assert printable(typed, content.texts["fi"]) == shown


def test_every_letter_that_is_let_through_is_in_both_fonts(content: Content) -> None:
    drawn = "".join(chr(code) for code in range(0x20, 0x2100) if code in letters() and chr(code).isprintable())
    assert len(drawn) > 300
    pdf = sheet_pdf(report_of(content, auraamo(content), solution=drawn))
    assert pdf.startswith(b"%PDF")


def test_markdown_holds_everything_and_reads_no_markup_from_a_name(content: Content) -> None:
    page = report_of(content, auraamo(content), solution=HOSTILE)
    text = markdown(page)
    assert text.startswith(f"# {page.question}\n")
    for row in page.rows:
        assert row.label in text
        assert row.level_text in text
    assert all(step.text in text for step in page.steps)
    assert page.disclaimer in text
    assert r"\*a\* \| \`b\` \<b\>c\</b\> \[d\]" in text
    columns = {len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines() if line.startswith("|")}
    assert columns == {4}


def edges(svg: str) -> int:
    """The lines of the profile itself that lead from one point to another."""
    ends = re.findall(r'd="M([\d. ]+)L([\d. ]+)" fill="none" stroke="#005B94"', svg)
    return sum(start != end for start, end in ends)


# levels, edges: the last and the first are neighbours, a gap is never bridged
GAPS = [
    ([3, 3, 3, 3, 3], 5),
    ([4, None, 3, 4, 2], 3),
    ([3, None, None, None, 4], 1),
    ([3, None, 3, None, None], 0),
    ([None] * 5, 0),
]


@pytest.mark.parametrize(("levels", "count"), GAPS)
def test_the_radar_joins_neighbours_and_leaves_a_gap_where_open(levels: list[int | None], count: int) -> None:
    svg = radar_svg(list("abcde"), levels, "En osaa sanoa")
    assert edges(svg) == count
    assert svg.count("En osaa sanoa") == levels.count(None)
    assert ('fill="#DCEBF5"' in svg) is (None not in levels)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_of_the_radar_is_cut_off(content: Content, lang: str) -> None:
    labels = [criterion.label(lang) for criterion in content.criteria.criteria]
    tree = ElementTree.fromstring(radar_svg(labels, [None] * 5, content.criteria.unknown.label(lang)))  # noqa: S314
    for word in tree.findall("{http://www.w3.org/2000/svg}text"):
        x, y, width = float(word.attrib["x"]), float(word.attrib["y"]), 7 * len(word.text or "")
        left = {"start": x, "middle": x - width / 2, "end": x - width}[word.attrib["text-anchor"]]
        assert left > 0
        assert left + width < WIDTH
        assert 10 < y < HEIGHT - 4


@given(LEVELS)
def test_the_radar_is_well_formed_and_marks_each_known_level_once(levels: list[int | None]) -> None:
    svg = radar_svg(["<b>&"] * len(levels), levels, "?")
    tree = ElementTree.fromstring(svg)  # noqa: S314
    circles = tree.findall("{http://www.w3.org/2000/svg}circle")
    assert len(circles) == len(levels) - levels.count(None)
