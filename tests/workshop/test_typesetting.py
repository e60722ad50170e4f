"""Typesetting: every failure is one named error."""

from pathlib import Path
from typing import Any

import pytest

from workshop.exports.typesetting import ROOT, TypesettingError, typeset

CHART = ROOT / "workshop" / "exports" / "templates" / "chart.typ"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


@pytest.mark.parametrize("values", [{}, {"svg": "<svg"}, {"svg": 1}])
def test_values_that_a_template_cannot_draw_are_an_error_of_ours(values: dict[str, Any]) -> None:
    with pytest.raises(TypesettingError):
        typeset(CHART, values, ppi=72)


def test_a_template_outside_the_project_is_an_error_of_ours(tmp_path: Path) -> None:
    template = tmp_path / "page.typ"
    template.write_text("#page[]", "utf-8")
    with pytest.raises(TypesettingError):
        typeset(template, {})


def test_a_template_that_is_not_there_is_an_error_of_ours() -> None:
    with pytest.raises(TypesettingError):
        typeset(ROOT / "no_such.typ", {})


def test_each_page_is_a_picture() -> None:
    assert [picture[:4] for picture in typeset(CHART, {"svg": SVG}, ppi=72)] == [b"\x89PNG"]
