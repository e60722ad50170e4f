"""A document in the app's looks, added to from the top down: A4, headings as headings, tables with their heads."""

import io
import re
from datetime import datetime
from typing import Any

from workshop.exports.office import ACCENT, FONT, GROUND, INK, LANGUAGE_TAGS, MUTED, sentence
from workshop.exports.report_parts import Grid

_SIZES = {0: 24, 1: 17, 2: 13, 3: 11}
"""Points of the title and of headings by their level."""
_TEXT_CM = 16.4
_FIRST_COLUMN, _WIDEST_NUMBER_CM = 0.4, 3.2
"""The first column's share of a table, where numbers need the rest, and the most that a column of numbers takes."""
_NAME_COLUMN, _LONGEST_NUMBER, _MOST_WEIGHED = 0.3, 40, 80
"""The first column's share beside columns of sentences; the letters of what is still a number or several, and of the
longest sentence that widens its column."""
_LETTER_CM, _CELL_MARGINS_CM, _NARROWEST_FIRST_CM = 0.25, 0.45, 3.0
"""A bold letter's width, what a cell has beside its text, and the least that the first column needs."""
_MARGIN_CM = 2.3
_NUMBER = re.compile(r"^[0-9]+([.,][0-9]+)?(\s?%)?$")
"""A number as it is told in any language, with its percent sign or without."""
_A4_CM = (21.0, 29.7)


class Memo:
    """One document; what is added stands below what is there."""

    def __init__(self, title: str, lang: str, app: str, made_at: datetime) -> None:
        from docx import Document
        from docx.shared import Cm

        self._document = Document()
        self._lang = lang
        properties = self._document.core_properties
        properties.title, properties.author, properties.language = sentence(title), app, LANGUAGE_TAGS[lang]
        properties.comments, properties.last_modified_by = "", app
        properties.created = properties.modified = made_at
        page = self._document.sections[0]
        page.page_width, page.page_height = Cm(_A4_CM[0]), Cm(_A4_CM[1])
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN_CM)
        self._set_styles()

    def content(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()

    def heading(self, text: str, level: int, lang: str | None = None) -> None:
        """The title at level 0, else a heading of that level."""
        paragraph = self._document.add_heading("", level)
        self._run(paragraph, text, lang)

    def paragraph(self, text: str, *, small: bool = False, lang: str | None = None) -> None:
        run = self._run(self._document.add_paragraph(), text, lang)
        if small:
            self._make_small(run)

    def caption(self, text: str) -> None:
        """How many answered and when; it stays with what follows."""
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        self._make_small(self._run(paragraph, text))

    def item(self, text: str) -> None:
        """One line of a list."""
        self._run(self._document.add_paragraph(style="List Bullet"), text)

    def picture(self, png: bytes, title: str, description: str, width: float) -> None:
        """A picture so many centimetres wide, with its words for those who listen."""
        from docx.shared import Cm

        shape = self._document.add_picture(io.BytesIO(png), width=Cm(width))
        properties = shape._inline.docPr
        properties.set("name", sentence(title))
        properties.set("descr", sentence(description))

    def table(self, grid: Grid) -> None:
        """A table whose head is repeated on every page; numbers stand to the right."""
        from docx.enum.table import WD_TABLE_ALIGNMENT

        table = self._document.add_table(rows=1, cols=len(grid.columns))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.LEFT, False
        widths = _widths(grid)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for cell, width in zip(table.rows[0].cells, widths, strict=True):
            cell.width = width
        for cell, heading in zip(table.rows[0].cells, grid.columns, strict=True):
            self._run(cell.paragraphs[0], heading).font.bold = True
            _shade(cell)
        _repeat(table.rows[0])
        for row in grid.rows:
            self._row(table, row, widths)
        self._document.add_paragraph()

    def _row(self, table: Any, row: tuple[str | int, ...], widths: list[int]) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        added = table.add_row()
        _keep_whole(added)
        for place, (cell, value, width) in enumerate(zip(added.cells, row, widths, strict=True)):
            cell.width = width
            paragraph = cell.paragraphs[0]
            self._run(paragraph, str(value))
            if place and _NUMBER.match(str(value)):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _run(self, paragraph: Any, text: str, lang: str | None = None) -> Any:
        run = paragraph.add_run(sentence(text))
        if lang is not None and lang != self._lang:
            run.font._element.get_or_add_rPr().append(_language(lang))
        return run

    def _make_small(self, run: Any) -> None:
        from docx.shared import Pt, RGBColor

        run.font.size, run.font.color.rgb = Pt(9), RGBColor.from_string(MUTED)

    def _set_styles(self) -> None:
        from docx.shared import Pt, RGBColor

        styles = self._document.styles
        _set_font(styles["Normal"])
        styles["Normal"].font.size = Pt(10.5)
        styles["Normal"].paragraph_format.space_after = Pt(5)
        for level, points in _SIZES.items():
            style = styles["Title" if level == 0 else f"Heading {level}"]
            _set_font(style)
            style.font.size, style.font.bold = Pt(points), True
            style.font.color.rgb = RGBColor.from_string(INK if level == 0 else ACCENT)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(14 if level else 0), Pt(4)
        for defaults in styles.element.iter("{*}rPrDefault"):
            for old in list(defaults.iter("{*}lang")):
                old.getparent().remove(old)
            defaults[0].append(_language(self._lang))


def _widths(grid: Grid) -> list[int]:
    """The width of each column."""
    from docx.shared import Cm

    longest = [max(len(str(cell)) for cell in column) for column in zip(grid.columns, *grid.rows, strict=True)][1:]
    if max(longest, default=0) <= _LONGEST_NUMBER:
        return [Cm(width) for width in _widths_of_numbers(grid)]
    shares = [min(letters, _MOST_WEIGHED) for letters in longest]
    rest = _TEXT_CM * (1 - _NAME_COLUMN)
    return [Cm(_TEXT_CM * _NAME_COLUMN), *(Cm(rest * share / sum(shares)) for share in shares)]


def _widths_of_numbers(grid: Grid) -> list[float]:
    """What is counted, and columns of numbers, none narrower than its longest word if all fit."""
    columns = len(grid.columns)
    usual = min(_WIDEST_NUMBER_CM, _TEXT_CM * (1 - _FIRST_COLUMN) / max(1, columns - 1))
    cells = zip(grid.columns, *grid.rows, strict=True)
    needed = [max(len(word) for cell in column for word in [*str(cell).split(), ""]) for column in cells][1:]
    others = [max(usual, letters * _LETTER_CM + _CELL_MARGINS_CM) for letters in needed]
    if sum(others) > _TEXT_CM - _NARROWEST_FIRST_CM:
        others = [usual for _ in others]
    first = min(_TEXT_CM - sum(others), _TEXT_CM * 0.6)
    return [first, *others]


def _set_font(style: Any) -> None:
    """The font for every script, in place of the theme's."""
    from docx.oxml.ns import qn

    style.font.name = FONT
    fonts = style.element.rPr.rFonts
    for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(script), None)
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)


def _language(lang: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:lang")
    element.set(qn("w:val"), LANGUAGE_TAGS[lang])
    return element


def _shade(cell: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", GROUND)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def _repeat(row: Any) -> None:
    """Makes the row the table's head."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row: Any) -> None:
    """Lets no page end within the row."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
