"""An empty deck in the app's looks: 16:9, its colours and font in the theme, titles as titles."""

import re
from typing import TYPE_CHECKING, Any

from workshop.exports.office import ACCENT, FONT, GROUND, INK, MUTED, PANOSE, SUN, slide_colour

if TYPE_CHECKING:
    from pptx.presentation import Presentation

WIDTH, HEIGHT = 12_192_000, 6_858_000
"""Of a slide, in English Metric Units: 13.33 x 7.5 inches."""
COVER, TITLE_ONLY = 0, 5
"""The places of the two layouts that are kept, in python-pptx's template."""
ACCENTS = (ACCENT, "9A4300", SUN, "6CC3F2", "006B4F", "7D2E68")


def new_deck() -> "Presentation":
    """A deck without slides, with a layout for the cover and one with a title alone."""
    from pptx import Presentation
    from pptx.util import Emu

    deck = Presentation()
    factor = WIDTH / deck.slide_width
    deck.slide_width, deck.slide_height = Emu(WIDTH), Emu(HEIGHT)
    master = deck.slide_master
    for place, layout in reversed(list(enumerate(deck.slide_layouts))):
        if place not in {COVER, TITLE_ONLY}:
            deck.slide_layouts.remove(layout)
    for shapes in (master.shapes, *(layout.shapes for layout in deck.slide_layouts)):
        _widen(shapes, factor)
    _set_theme(master)
    _set_ground(master)
    return deck


def _widen(shapes: Any, factor: float) -> None:
    """Spreads the shapes over the wider slide; what a layout has from its master stays so."""
    for shape in shapes:
        if shape.element.spPr.xfrm is not None:
            shape.left, shape.width = int(shape.left * factor), int(shape.width * factor)


def _set_theme(master: Any) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = part.blob.decode("utf-8").replace('name="Office Theme"', 'name="Propelli"')
    xml = re.sub(r'(<a:m(?:ajor|inor)Font><a:latin) typeface="[^"]*"', rf'\1 typeface="{FONT}" panose="{PANOSE}"', xml)
    colours = {"dk1": INK, "lt1": GROUND, "dk2": MUTED, "lt2": "FFFFFF", "hlink": ACCENT, "folHlink": ACCENT}
    colours |= {f"accent{number}": accent for number, accent in enumerate(ACCENTS, 1)}
    for name, colour in colours.items():
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>', xml)
    part.blob = xml.encode("utf-8")


def _set_ground(master: Any) -> None:
    """The ground, and a stripe that belongs to it: on the master, so that nobody has to hear of it on every slide."""
    from pptx.util import Emu

    master.background.fill.solid()
    master.background.fill.fore_color.rgb = slide_colour(GROUND)
    for left, width, colour in ((0, WIDTH * 3 // 4, ACCENT), (WIDTH * 3 // 4, WIDTH // 4, SUN)):
        stripe = _stripe(master, Emu(left), Emu(width))
        stripe.fill.solid()
        stripe.fill.fore_color.rgb = slide_colour(colour)


def _stripe(master: Any, left: int, width: int) -> Any:
    """A box across the upper edge; masters have no method for shapes, so its element is made here."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls
    from pptx.shapes.autoshape import Shape

    number = max(shape.shape_id for shape in master.shapes) + 1
    element = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="stripe {number}"/><p:cNvSpPr/><p:nvPr '
        f'userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="0"/><a:ext cx="{width}" cy="91440"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    master.shapes._spTree.insert(2, element)
    return Shape(element, master.shapes)
