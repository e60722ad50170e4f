"""Downloadable pictures of the cloud: the same places, real text, nothing executable."""

import base64
import io
import re
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import Image, ImageChops

from components.word_cloud import pictures
from components.word_cloud.pictures import DARK_GROUND, LIGHT_GROUND, LIGHT_INKS, cloud_png, cloud_svg
from workshop.words.cloud.cloud import TALL, WIDE, Cloud
from workshop.words.cloud.layout import arrange

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '<b onclick="x">&</b>'


def cloud(*texts: str) -> Cloud:
    return arrange(None, [(text, text, 20 - 3 * place) for place, text in enumerate(texts)], WIDE)


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def texts_of(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


def test_a_png_has_the_asked_width_and_each_word_in_its_ink_at_its_place() -> None:
    drawn = cloud("yhteistyö", "Äänekoski")
    picture = opened(cloud_png(drawn, width=1680))
    assert picture.width == 1680
    for word in drawn.words:
        box = [word.x - word.half_width, word.y - word.half_height, word.x + word.half_width, word.y + word.half_height]
        around = picture.crop(tuple(round(edge + 40) for edge in box))  # type: ignore[arg-type]
        assert tuple(bytes.fromhex(LIGHT_INKS[word.ink][1:])) in set(around.get_flattened_data())
    everything = ImageChops.difference(picture, Image.new("RGB", picture.size, LIGHT_GROUND)).getbbox()
    assert everything is not None
    left = min(word.x - word.half_width for word in drawn.words)
    right = max(word.x + word.half_width for word in drawn.words)
    assert everything[0] == pytest.approx(left + 40, abs=12)
    assert everything[2] == pytest.approx(right + 40, abs=12)


@pytest.mark.parametrize(("dark", "ground"), [(False, LIGHT_GROUND), (True, DARK_GROUND)])
def test_the_ground_follows_the_theme_and_an_empty_cloud_is_a_ground_alone(dark: bool, ground: str) -> None:
    picture = opened(cloud_png(arrange(None, [], TALL), dark=dark, width=390))
    assert set(picture.get_flattened_data()) == {tuple(bytes.fromhex(ground[1:]))}
    assert f'fill="{ground}"' in cloud_svg(arrange(None, [], TALL), "t", "d", dark)


@pytest.mark.parametrize("text", ["🚀", "👍🏻", "🇫🇮 Suomi", "ሰላም", "社会", "\u0301"])
def test_letters_that_no_font_here_has_never_stop_a_picture(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened(cloud_png(cloud(text), width=420))
    monkeypatch.setattr(pictures, "fallback", lambda text: None)
    assert opened(cloud_png(cloud(text), width=420)).getcolors() is not None
    assert text in texts_of(cloud_svg(cloud(text), "t", "d", dark=True))


def test_an_svg_holds_the_words_as_text_with_a_title_and_a_description() -> None:
    svg = cloud_svg(cloud("yhteistyö", "matalan kynnyksen kohtaamispaikkatoiminta"), "Sanapilvi", "yhteistyö 20")
    assert texts_of(svg) == ["yhteistyö", "matalan kynnyksen", "kohtaamispaikkatoiminta"]
    root = ElementTree.fromstring(svg)  # noqa: S314
    assert root.findtext(f"{SVG}title") == "Sanapilvi"
    assert root.findtext(f"{SVG}desc") == "yhteistyö 20"
    assert root.get("aria-labelledby") == "title description"


def test_markup_in_words_and_titles_is_text() -> None:
    svg = cloud_svg(cloud(HOSTILE), HOSTILE, "]]><script>alert(1)</script>")
    root = ElementTree.fromstring(svg)  # noqa: S314
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg",
        "title",
        "desc",
        "style",
        "rect",
        "text",
    }
    assert "".join(texts_of(svg)).replace(" ", "") == HOSTILE.replace(" ", "")
    assert root.findtext(f"{SVG}title") == HOSTILE


def test_the_svg_carries_only_the_letters_it_needs() -> None:
    svg = cloud_svg(cloud("åäö"), "t", "d")
    embedded_font = re.search(r"data:font/woff;base64,([^)]+)\)", svg)
    assert embedded_font is not None
    font = TTFont(io.BytesIO(base64.b64decode(embedded_font[1])))
    assert set(map(ord, "åäö")) <= set(font.getBestCmap()) < set(map(ord, "åäö \u00a0"))
