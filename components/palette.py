"""The colours of the project, by day and by night: name to (light, dark); tokens.css has the same for style sheets.

Text in ink, muted, jarvi, lakka, kuusi, kanerva, yo or bad has a contrast of at least 4.5:1 on every ground here; line,
of 3:1. The steps of a scale are grounds: 1 and 5 of text in on-action, 2 to 4 of text in ink.
"""

from collections.abc import Mapping

COLOURS: Mapping[str, tuple[str, str]] = {
    "bg": ("#FBF7F0", "#0F1A26"),
    "surface": ("#FFFFFF", "#182635"),
    "sunken": ("#F3ECE0", "#21323F"),
    "hairline": ("#E2D8C7", "#2E4052"),
    "line": ("#857A69", "#7F90A3"),
    "ink": ("#16243A", "#F4F1EA"),
    "muted": ("#4F5B6B", "#B4C0CC"),
    "jarvi": ("#005B94", "#6CC3F2"),
    "lakka": ("#9A4300", "#FFB454"),
    "kuusi": ("#006B4F", "#4FD6A5"),
    "bad": ("#A3182F", "#FF9C9C"),
    "jarvi-tint": ("#DCEBF5", "#12344A"),
    "lakka-tint": ("#FFE7C7", "#42290C"),
    "yo-tint": ("#E4E7EC", "#2A3A4C"),
    "bad-tint": ("#FBE0E0", "#4A1C22"),
    "on-action": ("#FFFFFF", "#0F1A26"),
    "action-press": ("#00446F", "#A5DBF7"),
    "kanerva": ("#7D2E68", "#F2A7D3"),
    "yo": ("#3B4A61", "#C3CEDB"),
    "kuusi-tint": ("#D8EFE4", "#0E3B2F"),
    "kanerva-tint": ("#F3E0EE", "#43203A"),
    "step-1": ("#9A4300", "#FFB454"),
    "step-2": ("#FFC98A", "#6B4518"),
    "step-3": ("#E4E7EC", "#3A4A5C"),
    "step-4": ("#A9D2EE", "#1E557A"),
    "step-5": ("#005B94", "#6CC3F2"),
    "sun": ("#F5A63C", "#F5A63C"),
    "paper": ("#FFFFFF", "#FFFFFF"),
    "region-hover": ("#BBD9EC", "#1B4C6B"),
    "hero-sky": ("#FFF3DF", "#0F1A26"),
    "hero-halo": ("#FFE3BC", "#17293A"),
    "hero-blade-1": ("#F5A63C", "#6CC3F2"),
    "hero-blade-2": ("#E5832B", "#4FD6A5"),
    "hero-blade-3": ("#FBC67E", "#A5DBF7"),
    "hero-far": ("#9DBEB5", "#1C3A44"),
    "hero-near": ("#1F5C52", "#0B2A2A"),
    "hero-lake": ("#BFDDEF", "#12344A"),
    "hero-glint": ("#FBD59E", "#4FD6A5"),
}
