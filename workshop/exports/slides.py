"""The results as slides: a cover, one slide a question and round, and how the numbers were counted."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from workshop.exports.office import ACCENT, HAIRLINE, INK, LANGUAGE_TAGS, MUTED, PAPER, listed, sentence, slide_colour
from workshop.exports.report import RoomReport
from workshop.exports.report_parts import PartGroup, Picture, ReportPart
from workshop.exports.slides_base import HEIGHT, WIDTH, new_deck
from workshop.exports.slides_cards import CARD_POINTS, cards
from workshop.exports.slides_chart import add_chart
from workshop.exports.slides_columns import HEADING_POINTS, LINE_POINTS, theme_columns

INCH = 914_400
SIDE = INCH * 6 // 10
INNER = WIDTH - 2 * SIDE
TOP, BOTTOM = INCH * 2, HEIGHT - INCH * 85 // 100
"""Where a slide's content begins and ends."""
COVER_TITLE, SLIDE_TITLE = (INCH * 18 // 10, INCH * 22 // 10), (INCH * 35 // 100, INCH * 11 // 10)
"""Top and height of a title."""
MAX_BESIDE = 10
"""How many of the commonest words stand beside their cloud."""
_TITLES = ((60, 32), (110, 26), (170, 21))
"""Up to so many letters, a title of so many points; smaller ones beyond."""
_SMALLEST_TITLE = 17


def slides_pptx(report: RoomReport) -> bytes:
    """A deck whose charts can be edited; pictures, charts and slides have their words for those who listen."""
    deck = new_deck()
    writer = _Writer(deck, report)
    writer.cover()
    for section in report.sections:
        for part in section.parts:
            writer.round(section.heading, part)
    properties = deck.core_properties
    properties.title, properties.author, properties.language = sentence(report.title), report.app, report.lang
    properties.created = properties.modified = report.made_at
    properties.last_modified_by, properties.revision = report.app, 1
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


class _Writer:
    """Adds slides to a deck."""

    def __init__(self, deck: Any, report: RoomReport) -> None:
        self._deck, self._report = deck, report

    def cover(self) -> None:
        """The workshop, its day and people, and how long its answers are kept."""
        slide = self._slide(0, self._report.title)
        lines = [f"{name}: {value}" for name, value in self._report.facts]
        self._write(slide.placeholders[1], "\n".join(lines), 20, MUTED)
        small = self._report.text("export.slides.hidden_small", n=self._report.min_group)
        self._rule(slide, f"{small} {self._report.closing}")

    def round(self, question: str, part: ReportPart) -> None:
        """One round: its question, how many answered and when, its chart or words, and how they were counted."""
        slide = self._slide(-1, question)
        self._text(slide, (SIDE, INCH * 145 // 100, INNER, INCH * 45 // 100), part.dated_caption, 16, MUTED)
        if part.chart is not None:
            add_chart(slide.shapes, part.chart, question, (SIDE, TOP, INNER, BOTTOM - TOP))
        elif part.picture is not None and part.picture.png:
            self._cloud(slide, question, part, part.picture)
        elif part.texts:
            self._cards(slide, part.texts)
        elif part.groups:
            self._themes(slide, part.groups)
        else:
            self._text(slide, (SIDE, TOP, INNER, BOTTOM - TOP), "\n".join(part.notes), 24, INK)
        self._rule(slide, part.rule)
        slide.notes_slide.notes_text_frame.text = self._notes(question, part)
        if part.groups and part.picture is not None:
            self.round(question, replace(part, picture=None))  # the themes beside their cloud need a slide of their own

    def _cloud(self, slide: Any, question: str, part: ReportPart, picture: Picture) -> None:
        """The cloud and beside it the commonest words; all of them are in the notes."""
        png = picture.png or b""
        width, height = (int.from_bytes(png[offset : offset + 4], "big") for offset in (16, 20))
        scale = min((INNER * 7 // 10) / width, (BOTTOM - TOP) / height)
        shape = slide.shapes.add_picture(io.BytesIO(png), SIDE, TOP, int(width * scale), int(height * scale))
        shape.name = sentence(question)
        shape.element.nvPicPr.cNvPr.set("descr", sentence(picture.description))
        left = SIDE + int(width * scale) + INCH * 3 // 10
        text = self._report.text
        first = [f"{word} {people}" for word, people in part.items[:MAX_BESIDE]]
        frame = self._text(
            slide, (left, TOP, WIDTH - SIDE - left, BOTTOM - TOP), text("export.slides.first"), 16, MUTED
        )
        self._add(frame, first, 18, INK)
        if len(part.items) > MAX_BESIDE:
            self._add(frame, [text("export.slides.more", n=len(part.items))], 12, MUTED)

    def _cards(self, slide: Any, texts: Sequence[str]) -> None:
        """The answers to an open question as cards in columns; all of them are in the notes."""
        area = (SIDE, TOP, INNER, BOTTOM - TOP - INCH // 4)
        placed = cards([sentence(text) for text in texts], area)
        for card in placed:
            frame = self._text(slide, card.box, card.text, CARD_POINTS, INK)
            frame.margin_left = frame.margin_right = INCH // 10
            shape = slide.shapes[-1]
            shape.fill.solid()
            shape.fill.fore_color.rgb = slide_colour(PAPER)
            shape.line.color.rgb = slide_colour(HAIRLINE)
        if len(placed) < len(texts):
            more = self._report.text("export.slides.more_texts", n=len(texts))
            self._text(slide, (SIDE, BOTTOM - INCH // 4, INNER, INCH // 4), more, 12, MUTED)

    def _themes(self, slide: Any, groups: Sequence[PartGroup]) -> None:
        """The themes as columns; everything that is in them is in the notes."""
        for column in theme_columns(groups, (SIDE, TOP, INNER, BOTTOM - TOP)):
            frame = self._text(slide, column.box, column.heading, HEADING_POINTS, ACCENT)
            frame.paragraphs[0].runs[0].font.bold = True
            self._add(frame, column.lines, LINE_POINTS, INK)
            if column.left_out:
                self._add(frame, [self._report.text("export.slides.left_out", n=column.left_out)], 12, MUTED)

    def _notes(self, question: str, part: ReportPart) -> str:
        """The slide in words: everything that its picture or chart shows."""
        lines = [sentence(question), part.dated_caption, part.rule, *map(sentence, part.notes)]
        if part.chart is not None:
            names = [series.name for series in part.chart.series]
            for place, bar in enumerate(part.chart.labels):
                numbers = [series.numbers[place] for series in part.chart.series]
                parts = [f"{name} {number}" for name, number in zip(names, numbers, strict=True)]
                lines.append(f"{sentence(bar)}: {', '.join(parts) if len(parts) > 1 else numbers[0]}")
        elif part.items:
            lines.append(listed(part.items))
        lines += [f"– {sentence(text)}" for text in part.texts]
        for group in part.groups:
            lines += [group.heading, listed(group.words), *(f"– {sentence(text)}" for text in group.texts)]
        return "\n".join(line for line in lines if line)

    def _slide(self, layout: int, title: str) -> Any:
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[layout])
        plain = sentence(title)
        size = next((points for letters, points in _TITLES if len(plain) <= letters), _SMALLEST_TITLE)
        heading = slide.shapes.title
        is_cover = layout == 0
        heading.left, heading.width = SIDE, INNER
        heading.top, heading.height = COVER_TITLE if is_cover else SLIDE_TITLE
        self._write(heading, plain, size + 8 if is_cover else size, INK, bold=True)
        if is_cover:
            below = slide.placeholders[1]
            below.left, below.top, below.width, below.height = SIDE, INCH * 41 // 10, INNER, INCH * 16 // 10
        return slide

    def _rule(self, slide: Any, rule: str) -> None:
        if rule:
            self._text(slide, (SIDE, BOTTOM + INCH // 10, INNER, INCH * 6 // 10), rule, 12, MUTED)

    def _text(self, slide: Any, box: tuple[int, int, int, int], text: str, size: int, colour: str) -> Any:
        shape = slide.shapes.add_textbox(*box)
        self._write(shape, text, size, colour)
        return shape.text_frame

    def _write(self, shape: Any, text: str, size: int, colour: str, *, bold: bool = False) -> None:
        """Fills a shape with paragraphs, aligned to the left."""
        from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE

        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM if bold else MSO_ANCHOR.TOP
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = 0
        lines = text.split("\n")
        frame.text = ""
        self._fill(frame.paragraphs[0], lines[0], size, colour, bold=bold)
        self._add(frame, lines[1:], size, colour)

    def _add(self, frame: Any, lines: Sequence[str], size: int, colour: str) -> None:
        for line in lines:
            self._fill(frame.add_paragraph(), line, size, colour)

    def _fill(self, paragraph: Any, line: str, size: int, colour: str, *, bold: bool = False) -> None:
        from pptx.enum.text import PP_ALIGN
        from pptx.util import Pt

        run = paragraph.add_run()
        run.text = sentence(line)
        run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, slide_colour(colour)
        run._r.get_or_add_rPr().set("lang", LANGUAGE_TAGS[self._report.lang])
        paragraph.alignment = PP_ALIGN.LEFT
