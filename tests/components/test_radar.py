"""The radar chart: gaps for unknown levels, a closed line, text that is never markup."""

import pytest

from components.charts.radar import Line, RadarTexts, radar_figure

LABELS = ("Uutuus", "Käyttöönotto", "Yhteiskunnallinen tarve", "Parempi kuin ennen", "Toimintakyky")
TEXTS = RadarTexts("Kuvio", "En osaa sanoa")


def own(*levels: int | None) -> Line:
    return Line("Oma arvio", levels)


def test_an_open_level_is_a_gap_and_never_a_zero() -> None:
    line = radar_figure(LABELS, [own(4, None, 3, 4, 2)], 3, TEXTS).data[1]
    assert list(line.r) == [4, None, 3, 4, 2, 4]
    assert line.connectgaps is False
    assert line.fill == "none"


def test_the_line_is_closed_from_the_last_axis_to_the_first() -> None:
    line = radar_figure(LABELS, [own(4, 3, 3, 4, 2)], 3, TEXTS).data[1]
    assert (line.r[-1], line.theta[-1]) == (line.r[0], line.theta[0])
    assert line.fill == "toself"


def test_an_open_axis_says_so_in_its_label() -> None:
    names = radar_figure(LABELS, [own(4, None, 3, 4, 2)], 3, TEXTS).data[1].theta
    assert names[1] == "<b>Käyttöönotto</b><br>En osaa sanoa"
    assert names[2] == "<b>Yhteiskunnallinen<br>tarve</b><br>3"


def test_two_lines_differ_by_more_than_colour_and_are_named() -> None:
    figure = radar_figure(LABELS, [own(4, None, 3, 4, 2), Line("Neuvola", (3, 4, 4, 4, 4))], 3, TEXTS)
    _, first, second = figure.data
    assert first.line.dash != second.line.dash
    assert first.marker.symbol != second.marker.symbol
    assert figure.layout.showlegend is True
    assert second.fill == "none"


def test_the_ring_of_met_levels_is_not_in_the_legend() -> None:
    ring = radar_figure(LABELS, [own(1, 1, 1, 1, 1)], 3, TEXTS).data[0]
    assert set(ring.r) == {3}
    assert ring.showlegend is False


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_labels_are_text(theme: str) -> None:
    names = radar_figure(['<a href="x">'], [own(2)], 3, TEXTS, theme).data[1].theta
    assert "<a" not in names[0]
