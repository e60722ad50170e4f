"""Charts: their text is escaped, and their table has the same numbers."""

from html.parser import HTMLParser

import pytest

from components.charts.figure import ChartTable, Theme, horizontal_bars, symbol_matrix, table_html
from components.charts.series import Series

HOSTILE = "<b>x</b> & <a href='y'>"
WRITTEN = "&lt;b&gt;x&lt;/b&gt; &amp; &lt;a href='y'&gt;"


def written(figure: object) -> list[str]:
    return [note.text for note in figure.layout.annotations]  # type: ignore[attr-defined]


def test_bars_write_each_label_and_the_sum_of_its_parts() -> None:
    figure = horizontal_bars(["one", "two"], [Series("stated", (3, 0)), Series("inferred", (1, 2), hatched=True)])
    assert written(figure) == ["one", "two", "<b>4</b>", "<b>2</b>"]
    assert [bar.x for bar in figure.data] == [(3, 0), (1, 2)]


def test_an_inferred_part_differs_by_its_pattern_and_is_named() -> None:
    solid, hatched = horizontal_bars(["one"], [Series("stated", (1,)), Series("inferred", (1,), hatched=True)]).data
    assert (solid.marker.pattern.shape, hatched.marker.pattern.shape) == ("", "/")
    assert (solid.name, hatched.name) == ("stated", "inferred")


def test_one_part_needs_no_key() -> None:
    assert not horizontal_bars(["one"], [Series("count", (1,))]).layout.showlegend
    assert horizontal_bars(["one"], [Series("a", (1,)), Series("b", (1,))]).layout.showlegend


def test_a_matrix_has_a_symbol_in_every_cell_under_its_column() -> None:
    figure = symbol_matrix(["need", "effect"], ["1", "2", "3"], ["●◐○", "○○●"])
    cells = set(zip(figure.data[0].y, figure.data[0].x, figure.data[0].text, strict=True))
    assert cells == {(0, 0, "●"), (0, 1, "◐"), (0, 2, "○"), (1, 0, "○"), (1, 1, "○"), (1, 2, "●")}
    assert written(figure) == ["need", "effect", "<b>1</b>", "<b>2</b>", "<b>3</b>"]


def test_markup_in_words_is_drawn_as_it_was_written() -> None:
    bars = horizontal_bars([HOSTILE], [Series(HOSTILE, (1,)), Series("b", (1,))])
    matrix = symbol_matrix([HOSTILE], [HOSTILE], [[HOSTILE]])
    assert written(bars)[0] == bars.data[0].name == matrix.data[0].text[0] == WRITTEN
    assert written(matrix) == [WRITTEN, f"<b>{WRITTEN}</b>"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_drawn_in_plotlys_own_colours(theme: Theme) -> None:
    figures = [horizontal_bars(["a"], [Series("b", (1,))], theme), symbol_matrix(["a"], ["1"], ["●"], theme)]
    ink, jarvi = {"light": ("#16243A", "#005B94"), "dark": ("#F4F1EA", "#6CC3F2")}[theme]
    assert {note.font.color for figure in figures for note in figure.layout.annotations} == {ink}
    assert figures[0].data[0].marker.color == figures[1].data[0].textfont.color == jarvi


def test_an_empty_chart_is_drawn_without_a_fault() -> None:
    assert written(horizontal_bars([], [Series("count", ())])) == []
    assert written(symbol_matrix([], [], [])) == []


class Cells(HTMLParser):
    """The table's cells as a reader meets them: tag, scope, text."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[tuple[str, str | None, str]] = []
        self.open: tuple[str, str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open = (tag, dict(attrs).get("scope"))

    def handle_data(self, data: str) -> None:
        assert self.open is not None
        self.cells.append((*self.open, data))


def test_the_table_says_which_cells_are_headings() -> None:
    cells = Cells()
    cells.feed(table_html("Themes", ChartTable(("Theme", "Examples"), ((HOSTILE, 4),))))
    assert cells.cells == [
        ("caption", None, "Themes"),
        ("th", "col", "Theme"),
        ("th", "col", "Examples"),
        ("th", "row", HOSTILE),
        ("td", None, "4"),
    ]
