"""Typesets templates into PDF and PNG files, without a browser and without any font of the machine."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.errors import PropelliError
from workshop.exports.font_letters import FONTS

if TYPE_CHECKING:
    from typst import Fonts

ROOT = Path(__file__).resolve().parents[2]


class TypesettingError(PropelliError):
    """The template and its values could not be typeset; the cause is chained to it."""

    id = "typesetting"


def typeset(template: Path, values: Mapping[str, Any], ppi: float | None = None) -> list[bytes]:
    """One tagged PDF (PDF/UA-1); with `ppi`, pixels per inch, each of its pages as a PNG instead.

    The template reads `values` from `sys.inputs.values` as JSON: they are shown as text and never read as markup.
    Raises TypesettingError.
    """
    import typst  # only those who download a file pay for the typesetter

    output: dict[str, Any] = {"format": "png", "ppi": ppi} if ppi else {"format": "pdf", "pdf_standards": "ua-1"}
    try:
        pages = typst.compile(
            template,
            root=ROOT,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"values": json.dumps(values, ensure_ascii=False)},
            **output,
        )
    except (RuntimeError, OSError, ValueError) as error:
        raise TypesettingError from error
    return list(pages) if isinstance(pages, list) else [pages]


@cache
def _fonts() -> "Fonts":
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
