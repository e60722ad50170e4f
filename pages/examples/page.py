"""The examples: filters, the map with its cards, and charts. Filter and chosen example stand in the address."""

from collections.abc import Mapping

import streamlit as st

from components.finland_map import finland_map, pressed
from pages.common.context import PageContext, page_context
from pages.common.remembered import remembered
from pages.examples.board import EXAMPLE, area_names, kept, land_of, map_examples, map_texts
from pages.examples.charts import charts
from workshop.content.localised import Localised
from workshop.examples.models import NATIONAL, Example, Filter, filter_from, matching

CHARTS = "kaaviot"
"""The part of the address that asks for the charts to be drawn."""

# The filter's parts by their names in the address.
PARAMETERS = {"theme": "teema", "target_group": "kenelle", "partner": "kumppani", "region": "alue"}


def chosen_filter(ctx: PageContext) -> Filter:
    """What the address narrows the examples to; what it does not know is left out."""
    asked = {part: str(st.query_params.get(name, "")) for part, name in PARAMETERS.items()}
    return filter_from(ctx.service.content.vocabularies, asked)


def chosen_example(shown: tuple[Example, ...]) -> str | None:
    """The example that the address names, where it is among the shown ones."""
    asked = st.query_params.get(EXAMPLE)
    return next((example.id for example in shown if example.id == asked), None)


def write(name: str, value: str | None) -> None:
    """Sets one part of the address, or takes it away."""
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def narrow(part: str) -> None:
    """A filter was changed: the address tells it from now on."""
    write(PARAMETERS[part], st.session_state[f"filter_{part}"])


def widen() -> None:
    """All filters were taken away."""
    for name in PARAMETERS.values():
        write(name, None)


def choices(ctx: PageContext) -> dict[str, dict[str, Localised | None]]:
    """The words of each filter; None is the whole country, whose name is the screen's."""
    words = ctx.service.content.vocabularies
    regions: dict[str, Localised | None] = {name: region.name for name, region in words.regions.items()}
    return {
        "theme": dict(words.themes),
        "target_group": dict(words.target_groups),
        "partner": dict(words.partners),
        "region": {**regions, NATIONAL: None},
    }


def one_filter(ctx: PageContext, part: str, words: Mapping[str, Localised | None], chosen: str | None) -> None:
    """A choice among the words that some example has; the chosen one always stands among them."""
    examples = ctx.service.content.examples

    def counted() -> dict[str, int]:
        return {name: len(matching(examples, Filter(**{part: name}))) for name in words}

    counts = remembered(ctx.service, ("counts", part), counted)
    options = ["", *(name for name in words if counts[name] or name == chosen)]

    def label(name: str) -> str:
        if not name:
            return ctx.text("examples.filters.any")
        word = words[name]
        shown = ctx.text("examples.filters.national") if word is None else word(ctx.lang)
        return ctx.text("examples.filters.option", name=shown, n=counts[name])

    st.session_state[f"filter_{part}"] = chosen or ""  # the address is the truth, also after Back and in a shared link
    st.selectbox(
        ctx.text(f"examples.filters.{part}"), options, format_func=label, key=f"filter_{part}", filter_mode=None,
        on_change=narrow, args=(part,),
    )  # fmt: skip


def filters(ctx: PageContext, chosen: Filter) -> None:
    """Four filters, and a way to take them all away."""
    with st.container(key="example_filters", horizontal=True):
        for part, words in choices(ctx).items():
            one_filter(ctx, part, words, getattr(chosen, part))
    if chosen != Filter():
        st.button(ctx.text("examples.filters.clear"), key="flow_widen", icon=":material/close:", on_click=widen)


@st.fragment
def board(ctx: PageContext) -> None:
    """The map, the list and the chosen example; a press runs only this."""
    content = ctx.service.content
    shown = matching(content.examples, chosen_filter(ctx))
    examples = map_examples(ctx, shown, kept(st.query_params.to_dict()))
    key = f"examples_map_{ctx.lang}"

    def choose() -> None:
        told = pressed(st.session_state.get(key), examples)
        if told is not None:
            write(EXAMPLE, told)

    finland_map(
        land_of(ctx.service), area_names(content, ctx.lang), examples, chosen_example(shown),
        map_texts(ctx, len(shown)), key=key, on_choose=choose,
    )  # fmt: skip


def chart_switch(ctx: PageContext) -> None:
    """One press draws the charts, another puts them away; their tables are there either way."""
    is_drawn = CHARTS in st.query_params
    label = ctx.text("examples.charts.hide" if is_drawn else "examples.charts.draw")
    st.button(
        label, key="flow_charts", icon=":material/bar_chart:", on_click=write, args=(CHARTS, "" if is_drawn else "1")
    )


here = page_context()
st.title(here.text("examples.title"), anchor=False)
st.text(here.service.content.pages.examples.note(here.lang).format(n=len(here.service.content.examples)))
wanted = chosen_filter(here)
filters(here, wanted)
board(here)
if here.service.content.examples:
    st.header(here.text("examples.charts.title"), anchor=False)
    chart_switch(here)
    charts(here, wanted.target_group, drawn=CHARTS in st.query_params)
