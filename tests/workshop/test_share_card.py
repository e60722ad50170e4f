"""The shared picture: its size, its words and drawings, and text that is never markup."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from workshop.quiz.share_card import ShareCard, share_card

SIZE = (1200, 630)

CARD = ShareCard(
    lang="fi",
    kicker="Kehittäjätyyppisi",
    title="Propellipää",
    types="",
    text="Potkuri pyörii jo, vaikka tuuli vasta harkitsee.",
    invitation="Testaa sisäinen propellipääsi: propelli.example/testi",
    ink="lakka",
    pictures=["propeller_head.svg"],
)
WORDS = (96, 84, 660, 484)
"""The column of the words; the blades begin right of it."""


def drawn(card: ShareCard) -> Image.Image:
    return Image.open(io.BytesIO(share_card(card))).convert("RGB")


def differs(image: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    return ImageChops.difference(image, other).getbbox()


def test_is_a_png_of_the_size_that_messages_show_whole() -> None:
    png = share_card(CARD)
    assert png.startswith(b"\x89PNG")
    assert drawn(CARD).size == SIZE


@pytest.mark.parametrize("part", ["kicker", "title", "text", "invitation"])
def test_every_text_is_on_the_picture(part: str) -> None:
    assert differs(drawn(CARD), drawn(replace(CARD, **{part: ""})))


@pytest.mark.parametrize(
    ("ink", "picture"),
    [
        ("jarvi", "efficiency_freak"),
        ("kanerva", "bridge_builder"),
        ("yo", "everyday_detective"),
        ("kuusi", "root_grower"),
    ],
)
def test_each_type_has_its_own_drawing_and_colour(ink: str, picture: str) -> None:
    assert differs(drawn(CARD), drawn(replace(CARD, pictures=[f"{picture}.svg"])))
    assert drawn(replace(CARD, ink=ink)).getpixel((5, 5)) != drawn(CARD).getpixel((5, 5))


def test_a_dual_type_shows_both_drawings() -> None:
    both = replace(CARD, pictures=["propeller_head.svg", "root_grower.svg"])
    assert differs(drawn(both), drawn(replace(both, pictures=["propeller_head.svg", "bridge_builder.svg"])))


@pytest.mark.parametrize(
    "title", ["Vardagsträdgårdsmästaren", "Sinnikäs juurruttaja", "Barn-raising captain", "W" * 24]
)
def test_a_long_title_stays_in_its_column(title: str) -> None:
    changed = differs(drawn(replace(CARD, title="")), drawn(replace(CARD, title=title)))
    assert changed is not None
    left, top, right, bottom = changed
    assert left >= WORDS[0] - 10  # a j reaches left of its line
    assert right <= WORDS[2]
    assert top >= WORDS[1]
    assert bottom <= WORDS[3]


@pytest.mark.parametrize(
    "text", ["#panic()", '#image("/app.py")', "*a* _b_ $x$ <c> @d", '"); #read("/app.py")', "\\ # [ ] { }"]
)
def test_texts_are_never_typst(text: str) -> None:
    image = drawn(replace(CARD, text=text, title=text))
    assert image.size == SIZE
    assert differs(image, drawn(replace(CARD, text="", title="")))


def test_an_unknown_ink_is_reported() -> None:
    with pytest.raises(ValueError, match="no such ink: pink"):
        share_card(replace(CARD, ink="pink"))
