"""The contrast of every colour in use, by day and by night: text 4.5, lines and drawn values 3 (WCAG 1.4.3, 1.4.11)."""

from itertools import product

import pytest

from components.charts import radar
from components.charts.figure import horizontal_bars
from components.palette import COLOURS
from components.word_cloud import pictures
from tests.accessibility.colours import HEX, TOKEN, contrast, theme, tokens, written_pairs
from tests.conftest import ROOT
from workshop.exports import charts as report_chart
from workshop.quiz import share_card

TEXT, LINE = 4.5, 3.0
INKS = ("ink", "muted", "jarvi", "lakka", "kuusi", "kanerva", "yo", "bad")
GROUNDS = ("bg", "surface", "sunken")
TINTS = ("jarvi-tint", "lakka-tint", "kuusi-tint", "kanerva-tint", "yo-tint", "bad-tint")
DAY, NIGHT = 0, 1
THEMES = {"light": DAY, "dark": NIGHT}

# Folders that know no component; their colours are of the palette all the same.
ELSEWHERE = ("workshop", "server", "benchmarks", "pages")
TOKENS = {name: next(iter(values)) for name, values in tokens().items()}


def too_weak(pairs: list[tuple[str, str, str]], least: float) -> list[str]:
    told = [(name, contrast(one, other)) for name, one, other in pairs]
    return [f"{name}: {ratio:.2f}" for name, ratio in told if ratio < least]


def test_a_colour_has_one_value_wherever_it_is_named() -> None:
    assert {name: values for name, values in tokens().items() if len(values) > 1} == {}


def test_the_style_sheets_and_python_have_the_same_palette() -> None:
    sheet = (ROOT / "components" / "tokens.css").read_text("utf-8")
    pairs = {name: (day or single, night or single) for name, day, night, single in TOKEN.findall(sheet)}
    assert pairs == COLOURS


def test_a_colour_is_written_in_the_palette_only() -> None:
    palette = {ROOT / "components" / name for name in ("palette.py", "tokens.css")}
    files = {path for ending in ("py", "css", "js", "html") for path in (ROOT / "components").rglob(f"*.{ending}")}
    written = [
        f"{path.relative_to(ROOT)}: {colour}"
        for path in sorted(files - palette)
        for colour in HEX.findall(path.read_text("utf-8"))
    ]
    assert written == []


def test_colours_of_files_that_know_no_component_are_of_the_palette() -> None:
    known = {colour for pair in COLOURS.values() for colour in pair}
    files = [path for folder in ELSEWHERE for ending in ("py", "css") for path in (ROOT / folder).rglob(f"*.{ending}")]
    unknown = {
        f"{path.relative_to(ROOT)}: {colour}"
        for path in files
        for colour in HEX.findall(path.read_text("utf-8"))
        if colour.upper() not in known
    }
    assert unknown == set()


@pytest.mark.parametrize("at", [DAY, NIGHT], ids=["day", "night"])
def test_text_and_lines_stand_out_on_every_ground(at: int) -> None:
    texts = [
        (f"{ink} on {ground}", TOKENS[ink][at], TOKENS[ground][at]) for ink, ground in product(INKS, GROUNDS + TINTS)
    ]
    texts += [
        (f"on-action on {ground}", TOKENS["on-action"][at], TOKENS[ground][at]) for ground in ("jarvi", "action-press")
    ]
    texts += [
        (f"on-action on {ink}", TOKENS["on-action"][at], TOKENS[ink][at]) for ink in ("kuusi", "kanerva", "lakka")
    ]
    texts += [(f"on-action on step {step}", TOKENS["on-action"][at], TOKENS[f"step-{step}"][at]) for step in (1, 5)]
    texts += [(f"ink on step {step}", TOKENS["ink"][at], TOKENS[f"step-{step}"][at]) for step in (2, 3, 4)]
    texts += [("ink on the opening's sky", TOKENS["ink"][at], ("#FFF3DF", "#0F1A26")[at])]
    lines = [(f"line on {ground}", TOKENS["line"][at], TOKENS[ground][at]) for ground in GROUNDS]
    assert too_weak(texts, TEXT) + too_weak(lines, LINE) == []


@pytest.mark.parametrize("at", [DAY, NIGHT], ids=["day", "night"])
def test_rules_that_write_both_colours_write_readable_ones(at: int) -> None:
    found = written_pairs()
    assert found
    assert too_weak([(place, text[at], ground[at]) for place, text, ground in found], TEXT) == []


@pytest.mark.parametrize("name", THEMES)
def test_streamlits_theme_is_readable(name: str) -> None:
    colours, at = theme(name), THEMES[name]
    grounds = {
        "page": colours["backgroundColor"],
        "card": TOKENS["surface"][at],
        "field": colours["secondaryBackgroundColor"],
    }
    texts = [
        (f"{text} on {place}", colours[text], ground)
        for text in ("textColor", "linkColor", *(key for key in colours if key.endswith("TextColor")))
        for place, ground in grounds.items()
    ]
    texts += [
        (f"{key} on its own ground", colours[key], colours[own])
        for key in colours
        if key.endswith("TextColor") and (own := key.replace("TextColor", "BackgroundColor")) in colours
    ]
    texts.append(("codeTextColor on code", colours["codeTextColor"], colours["codeBackgroundColor"]))
    texts.append(("dark theme's text on a primary button" if at else "white on a primary button",
                  TOKENS["on-action"][at], colours["primaryColor"]))  # fmt: skip
    lines = [("border", colours["borderColor"], ground) for ground in grounds.values()]
    lines += [("white tick", "#FFFFFF", colours["primaryColor"])]
    lines += [("chart", ink, grounds["page"]) for ink in colours["chartCategoricalColors"]]
    assert too_weak(texts, TEXT) + too_weak(lines, LINE) == []


@pytest.mark.parametrize("name", THEMES)
def test_charts_and_the_radar_are_readable(name: str) -> None:
    at = THEMES[name]
    grounds = [TOKENS["bg"][at], TOKENS["surface"][at]]
    figure = horizontal_bars(["A", "B"], [], theme=name)  # type: ignore[arg-type]
    written = {note.font.color for note in figure.layout.annotations} | {figure.layout.font.color} - {None}
    texts = [(f"chart's text {ink}", ink, ground) for ink, ground in product(written, grounds)]
    texts += [(f"radar's text {ink}", ink, ground) for ink, ground in product(radar._TEXTS[name], grounds)]
    drawn = [(f"radar's line {ink}", ink, ground) for ink, ground in product(radar._COLOURS[name], grounds)]
    assert too_weak(texts, TEXT) + too_weak(drawn, LINE) == []


def test_pictures_and_files_to_take_home_are_readable() -> None:
    texts = [("cloud by day", ink, pictures.LIGHT_GROUND) for ink in pictures.LIGHT_INKS]
    texts += [("cloud by night", ink, pictures.DARK_GROUND) for ink in pictures.DARK_INKS]
    texts += [("share card", ink, ground) for ink, tint in share_card._COLOURS.values() for ground in (tint, "#FFFFFF")]
    texts += [("report", ink, "#FFFFFF") for ink in (report_chart._INK, report_chart._MUTED)]
    drawn = [("report's bar", ink, "#FFFFFF") for ink in report_chart.INKS]
    assert too_weak(texts, TEXT) + too_weak(drawn, LINE) == []


def test_no_page_uses_streamlits_faint_caption() -> None:
    files = [*(ROOT / "pages").rglob("*.py"), *(ROOT / "components").rglob("*.py")]
    assert [str(file.relative_to(ROOT)) for file in files if "st.caption(" in file.read_text("utf-8")] == []
