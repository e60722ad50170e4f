"""The examples page: filters, the map with its cards, and charts. Filter and chosen example are in the address."""

from collections.abc import Mapping

import streamlit as st

from components.finland_map import pressed
from components.finland_map.component import finland_map
from components.lists import note
from pages.common.context import PageContext, page_context
from pages.common.remembered import remembered
from pages.examples.board import land_of, map_examples, map_texts, room_and_language
from pages.examples.charts import charts
from server.usecases.example_map import EXAMPLE, area_names
from workshop.content.localised import Localised
from workshop.examples.models import NATIONAL, Example, Filter, filter_from, matching

CHARTS = "kaaviot"
"""The part of the address that asks for the charts to be drawn."""

TOUR = "esittely"
"""The part of the address that shows one example at a time, for a projector."""

# The filter's parts by their names in the address.
PARAMETERS = {
    "theme": "teema",
    "target_group": "kenelle",
    "partner": "kumppani",
    "suited_to": "paikka",
    "region": "alue",
}


def chosen_filter(ctx: PageContext) -> Filter:
    """The filter in the address; unknown values are left out."""
    values = {part: str(st.query_params.get(name, "")) for part, name in PARAMETERS.items()}
    return filter_from(ctx.content.vocabularies, values)


def chosen_example(shown: tuple[Example, ...]) -> str | None:
    """The example that the address names, where it is among the shown ones."""
    example_id = st.query_params.get(EXAMPLE)
    return next((example.id for example in shown if example.id == example_id), None)


def set_query(name: str, value: str | None) -> None:
    """Sets one query parameter, or removes it."""
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def apply_filter(part: str) -> None:
    """Writes a changed filter to the address."""
    set_query(PARAMETERS[part], st.session_state[f"filter_{part}"])


def clear_filters() -> None:
    """Removes all filters from the address."""
    for name in PARAMETERS.values():
        set_query(name, None)


def choices(ctx: PageContext) -> dict[str, dict[str, Localised | None]]:
    """The words of each filter; None is the whole country, whose name is a user interface text.

    A workshop that does not say where its examples would fit has no filter of that.
    """
    words = ctx.content.vocabularies
    regions: dict[str, Localised | None] = {name: region.name for name, region in words.regions.items()}
    return {
        "theme": dict(words.themes),
        "target_group": dict(words.target_groups),
        "partner": dict(words.partners),
        **({"suited_to": dict(words.suited_to)} if words.suited_to else {}),
        "region": {**regions, NATIONAL: None},
    }


def one_filter(ctx: PageContext, part: str, words: Mapping[str, Localised | None], chosen: str | None) -> None:
    """A choice among the words that some example has; the chosen one is always among them."""
    examples = ctx.content.examples

    def counted() -> dict[str, int]:
        return {name: len(matching(examples, Filter(**{part: name}))) for name in words}

    counts = remembered(ctx.content, ("counts", part), counted)
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
        on_change=apply_filter, args=(part,),
    )  # fmt: skip


def filters(ctx: PageContext, chosen: Filter) -> None:
    """The filters with the button of the tour, and a button that removes them all."""
    with st.container(key="example_filters", horizontal=True):
        for part, words in choices(ctx).items():
            one_filter(ctx, part, words, getattr(chosen, part))
        tour_switch(ctx)
    if chosen != Filter():
        st.button(ctx.text("examples.filters.clear"), key="flow_widen", icon=":material/close:", on_click=clear_filters)


@st.fragment
def board(ctx: PageContext) -> None:
    """The map, the list and the chosen example; a press runs only this."""
    content = ctx.content
    shown = matching(content.examples, chosen_filter(ctx))
    examples = map_examples(ctx, shown, room_and_language(st.query_params.to_dict()))
    key = f"examples_map_{ctx.lang}"

    def choose() -> None:
        pressed_id = pressed(st.session_state.get(key), examples)
        if pressed_id is not None:
            set_query(EXAMPLE, pressed_id)

    is_tour = TOUR in st.query_params
    chosen_id = chosen_example(shown) or (shown[0].id if shown else None)
    finland_map(
        land_of(ctx.content), area_names(content, ctx.lang), examples, chosen_id,
        map_texts(ctx, len(shown)), key=key, on_choose=choose, tour=is_tour,
    )  # fmt: skip


def chart_switch(ctx: PageContext) -> None:
    """One press draws the charts, another puts them away; their tables are there either way."""
    is_drawn = CHARTS in st.query_params
    label = ctx.text("examples.charts.hide" if is_drawn else "examples.charts.draw")
    st.button(
        label,
        key="flow_charts",
        icon=":material/bar_chart:",
        on_click=set_query,
        args=(CHARTS, "" if is_drawn else "1"),
    )


def tour_switch(ctx: PageContext) -> None:
    """One press begins the tour, another ends it; the keys of the tour are told beside the button."""
    is_tour = TOUR in st.query_params
    with st.container(key="example_tour", horizontal=True, vertical_alignment="center"):
        st.button(
            ctx.text("examples.tour.end" if is_tour else "examples.tour.begin"),
            key="flow_tour",
            icon=":material/slideshow:",
            on_click=set_query,
            args=(TOUR, "" if is_tour else "1"),
        )
        if is_tour:
            note(ctx.text("examples.tour.keys"))


ctx = page_context()
st.title(ctx.text("examples.title"), anchor=False)
if TOUR not in st.query_params:
    st.text(ctx.content.examples_texts.note(ctx.lang).format(n=len(ctx.content.examples)))
    chosen = chosen_filter(ctx)
    filters(ctx, chosen)
else:
    tour_switch(ctx)
board(ctx)
if ctx.content.examples and TOUR not in st.query_params:
    st.header(ctx.text("examples.charts.title"), anchor=False)
    chart_switch(ctx)
    charts(ctx, chosen.target_group, drawn=CHARTS in st.query_params)
