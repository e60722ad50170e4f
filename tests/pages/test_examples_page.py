"""The examples page as a script run: the filter in the address, texts in every language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.common.context import PageContext
from pages.examples.board import card, example_links, map_examples, room_and_language
from server.service import Service, service
from server.settings import settings
from server.usecases.example_map import place
from server.web.script_turns import MAX_AT_ONCE
from workshop.examples.models import Example

FRAME = Path(__file__).resolve().parent.parent.parent / "pages" / "main.py"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("PROPELLI_HOME", str(tmp_path / "home"))
    settings.cache_clear()
    service.cache_clear()
    yield AppTest.from_file(str(FRAME), default_timeout=60)
    service().close()
    settings.cache_clear()
    service.cache_clear()


def opened(app: AppTest, **address: str) -> AppTest:
    app.run()
    for name, value in address.items():
        app.query_params[name] = value
    app.switch_page("examples/page.py").run()
    assert not app.exception
    return app


def chosen(app: AppTest) -> list[str | None]:
    return [box.value for box in app.selectbox]


def test_without_an_address_nothing_is_narrowed(app: AppTest) -> None:
    assert chosen(opened(app, kieli="fi")) == ["", "", "", "", ""]
    assert [button.key for button in app.button] == ["flow_tour", "flow_charts"]


def test_a_shared_address_sets_every_filter(app: AppTest) -> None:
    opened(app, teema="digital", kenelle="youth", kumppani="ngo", paikka="suburbs", alue="national")
    assert chosen(app) == ["digital", "youth", "ngo", "suburbs", "national"]


@pytest.mark.parametrize("value", ["unknown", "", "'; DROP TABLE", "theme", "digital,nature"])
def test_what_no_vocabulary_knows_is_ignored(app: AppTest, value: str) -> None:
    opened(app, teema=value, kenelle=value, kumppani=value, paikka=value, alue=value, esimerkki=value)
    assert chosen(app) == ["", "", "", "", ""]


def test_a_choice_is_written_to_the_address_and_taken_away_again(app: AppTest) -> None:
    opened(app, kieli="fi", esimerkki="auraamo")
    app.selectbox[0].select("digital").run()
    assert app.query_params["teema"] == "digital"
    app.button(key="flow_widen").click().run()
    assert "teema" not in app.query_params
    assert chosen(app) == ["", "", "", "", ""]
    assert app.query_params["esimerkki"] == "auraamo"


def test_a_filter_offers_only_words_that_some_example_has_and_the_chosen_one(app: AppTest) -> None:
    options = opened(app, kieli="fi").selectbox[4].options
    assert "Kainuu (1)" in options
    assert not any(option.startswith("Uusimaa") for option in options)
    opened(app, alue="uusimaa")
    assert "Uusimaa (0)" in app.selectbox[4].options


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_language_has_a_heading_four_charts_and_their_tables(app: AppTest, lang: str) -> None:
    opened(app, kieli=lang, kenelle="youth")
    assert len(app.title) == len(app.header) == 1
    assert len(app.subheader) == len(app.expander) == 4


def test_charts_are_drawn_when_they_are_asked_for_and_the_address_tells_it(app: AppTest) -> None:
    opened(app, kieli="fi")
    assert len(app.get("plotly_chart")) == 0
    app.button(key="flow_charts").click().run()
    assert len(app.get("plotly_chart")) == 4
    assert app.query_params["kaaviot"] == "1"
    app.button(key="flow_charts").click().run()
    assert len(app.get("plotly_chart")) == 0
    assert "kaaviot" not in app.query_params


def test_a_page_frees_its_turn_however_its_run_ends(app: AppTest) -> None:
    opened(app, kieli="fi")
    for _ in range(MAX_AT_ONCE + 1):
        app.selectbox[0].select("digital").run()
        app.button(key="flow_widen").click().run()
    assert not app.exception
    assert chosen(app) == ["", "", "", "", ""]


def test_another_room_or_language_gets_its_own_cards_and_links(service: Service) -> None:
    texts = set()
    for lang, room in (("fi", "482915"), ("sv", "482915"), ("fi", "111111"), ("fi", "482915")):
        shown = map_examples(visit_of(service, lang), service.content.examples[:1], {"huone": room})
        texts.add((shown[0].title, shown[0].card.links[0].href))
    assert len(texts) == 3


def visit_of(running: Service, lang: str = "fi") -> PageContext:
    return PageContext(
        running, lang, running.texts(lang), running.content, None, may_control=False, is_organiser=False, address=""
    )


def example(running: Service, name: str) -> Example:
    return next(candidate for candidate in running.content.examples if candidate.id == name)


def test_a_card_tells_stated_and_inferred_partners_apart(service: Service) -> None:
    partners = card(visit_of(service), example(service, "culture_referral"), {}).facts[2]
    assert [(item.text, item.sure) for item in partners.items] == [
        ("Hyvinvointialue tai sote-palvelut", True),
        ("Kunta (päätelty)", False),
    ]


def test_a_card_without_partners_says_so(service: Service) -> None:
    partners = card(visit_of(service), example(service, "gaming_activity"), {}).facts[2]
    assert [item.text for item in partners.items] == ["Esityksessä ei kerrota"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("auraamo", "Aura · Varsinais-Suomi"),
        ("activity_counselling_chain", "Kainuu · Maakunta"),
        ("lifestyle_guidance", "Varsinais-Suomen hyvinvointialue"),
        ("inclusion_sparring", "Koko Suomi"),
    ],
)
def test_a_place_tells_what_it_is(service: Service, name: str, expected: str) -> None:
    assert place(service.content, "fi", example(service, name)) == expected


def test_links_keep_the_room_and_the_language(service: Service) -> None:
    keep = room_and_language({"huone": "482915", "kieli": "sv", "teema": "digital"})
    assess, source = example_links(visit_of(service), example(service, "auraamo"), keep)
    assert assess.href == "/arviointi?esimerkki=auraamo&huone=482915&kieli=sv"
    assert (source.label, source.outside) == ("Lue lisää Innokylässä", True)


def test_a_source_elsewhere_is_named_and_a_missing_one_gets_no_link(service: Service) -> None:
    here = visit_of(service)
    assert example_links(here, example(service, "culture_referral"), {})[1].label == "Lue lisää: tampere.fi"
    assert len(example_links(here, example(service, "wellbeing_info"), {})) == 1
