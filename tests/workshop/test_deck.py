"""The webinar's deck: its key facts stand in the built-in workshop in three languages, each in the file named here."""

import csv

import pytest
import yaml

from tests.workshop.conftest import DATA
from workshop.content.content import Content
from workshop.content.texts import LANGUAGES

# what the deck says, page of the app, file and place in it, a word of it in Finnish, Swedish and English
DECK = [
    ("growing demand", "/", "workshop.yaml", "pages.home.why", "yhä enemmän", "allt mer", "more and more"),
    ("small problems, wide phenomena", "/", "workshop.yaml", "pages.home.what", "isompaa ilmiötä", "större fenomen",
     "something wider"),
    ("small problems, wide phenomena", "/arviointi", "criteria.yaml", "criteria.2.help", "uusia keinoja", "nya grepp",
     "new ways"),
    ("ageing, exclusion, effects of climate change", "/", "workshop.yaml", "pages.home.why",
     "ilmastonmuutoksen seuraukset", "följderna av klimatförändringen", "effects of climate change"),
    ("lasting wellbeing", "/", "workshop.yaml", "pages.home.why", "kestävä hyvinvointi", "hållbar välfärd",
     "lasting wellbeing"),
    ("improves existing ways of working", "/", "workshop.yaml", "pages.home.what", "parantaa entisiä toimintatapoja",
     "gör gamla arbetssätt bättre", "improves on existing ways"),
    ("common good and better wellbeing", "/", "workshop.yaml", "pages.home.what", "yhteiseen hyvään",
     "det gemensamma bästa", "common good"),
    ("interaction and cooperation", "/", "workshop.yaml", "pages.home.what", "vuorovaikutusta ja yhteistyötä",
     "växelverkan och samarbete", "interaction and cooperation"),
    ("interaction and cooperation", "/arviointi", "criteria.yaml", "criteria.4.help", "vuorovaikutusta ja yhteistyötä",
     "växelverkan och samarbete", "interaction and cooperation"),
    ("familiar innovations", "/", "workshop.yaml", "pages.home.familiar", "neuvola, peruskoulu",
     "mödra- och barnrådgivningen, grundskolan", "maternity and child health clinics, comprehensive school"),
    ("actors: who develops or supports", "/", "workshop.yaml", "pages.home.actors.title", "tukevat kehittämistä",
     "stöder utvecklingen", "supports their development"),
    ("actors: public sector", "/", "workshop.yaml", "pages.home.actors.groups.0", "Julkinen", "Offentliga", "Public"),
    ("actors: wellbeing services counties", "/", "workshop.yaml", "pages.home.actors.groups.1", "Hyvinvointialueet",
     "Välfärdsområden", "Wellbeing services counties"),
    ("actors: private sector", "/", "workshop.yaml", "pages.home.actors.groups.2", "Yksityinen", "Privata", "Private"),
    ("actors: third sector", "/", "workshop.yaml", "pages.home.actors.groups.3", "Kolmas", "Tredje", "Third"),
    ("actors: users", "/", "workshop.yaml", "pages.home.actors.groups.4", "Käyttäjät", "Användare", "Users"),
    ("actors: communities", "/", "workshop.yaml", "pages.home.actors.groups.5", "Yhteisöt", "Gemenskaper",
     "Communities"),
    ("actors: inside or outside public services", "/", "workshop.yaml", "pages.home.actors.note",
     "niiden ulkopuolelle", "utanför dem", "outside them"),
    ("actors: source", "/", "workshop.yaml", "pages.home.actors.source", *["Demos Helsinki 2022"] * 3),
    ("source of the features", "/arviointi", "workshop.yaml", "pages.assessment.features_source",
     *["The Young Foundation 2012"] * 3),
    ("Innokylä: over 3,500 solutions", "/seuraavaksi", "workshop.yaml", "pages.closing.service",
     "yli 3\N{NO-BREAK SPACE}500", "över 3\N{NO-BREAK SPACE}500", "3,500"),
    ("Innokylä: support and a store of knowledge", "/seuraavaksi", "workshop.yaml", "pages.closing.activities.intro",
     "tietopankki", "kunskapsbank", "store of knowledge"),
    ("Innokylä: events", "/seuraavaksi", "workshop.yaml", "pages.closing.activities.items.0", "Tapahtumia",
     "Evenemang", "Events"),
    ("Innokylä: web clinics", "/seuraavaksi", "workshop.yaml", "pages.closing.activities.items.1", "Verkkoklinikoita",
     "Nätkliniker", "Web clinics"),
    ("Innokylä: workshops", "/seuraavaksi", "workshop.yaml", "pages.closing.activities.items.2", "Työpajoja",
     "Workshoppar", "Workshops"),
    ("Innokylä: award processes", "/seuraavaksi", "workshop.yaml", "pages.closing.activities.items.3",
     "Palkintoprosesseja", "Prisprocesser", "Award processes"),
    ("Innokylä: networks", "/seuraavaksi", "workshop.yaml", "pages.closing.activities.items.4", "Verkostoja",
     "Nätverk", "Networks"),
    ("Innokylä: innovation reviews", "/seuraavaksi", "workshop.yaml", "pages.closing.activities.items.5",
     "Innovaatiokatsauksia", "Innovationsöversikter", "Innovation reviews"),
    ("Innokylä: tools for describing", "/seuraavaksi", "workshop.yaml", "pages.closing.benefits.3",
     "Tukea ja välineitä", "Stöd och verktyg", "Support and tools"),
    ("Innokylä: use and build on", "/seuraavaksi", "workshop.yaml", "pages.closing.benefits.1", "jatkettaviksi",
     "bygga vidare på", "build on"),
    ("EU: a lasting society", "/seuraavaksi", "workshop.yaml", "pages.closing.europe", "kestävää yhteiskuntaa",
     "hållbart samhälle", "sustainable society"),
    ("EU: difficult position and remote areas", "/seuraavaksi", "workshop.yaml", "pages.closing.europe", "syrjäseudut",
     "avlägsna orter", "remote areas"),
    ("EU: taken up and spread", "/seuraavaksi", "workshop.yaml", "pages.closing.europe", "otetaan käyttöön",
     "tas i bruk", "taken up"),
    ("competence centre: being prepared", "/seuraavaksi", "workshop.yaml", "pages.closing.centre", "valmisteltiin",
     "under beredning", "being prepared"),
    ("competence centre: concept", "/seuraavaksi", "workshop.yaml", "pages.closing.centre_points.0", "konsepti",
     "koncept", "concept"),
    ("competence centre: assessment tool", "/seuraavaksi", "workshop.yaml", "pages.closing.centre_points.1",
     "arviointityökalu", "bedömningsverktyg", "assessment tool"),
    ("competence centre: day of 7 November", "/seuraavaksi", "workshop.yaml", "pages.closing.centre_points.2", "7.11.",
     "7.11", "7 November"),
    ("competence centre: contact form", "/seuraavaksi", "workshop.yaml", "pages.closing.centre_points.3",
     "yhteystietonsa", "kontaktuppgifter", "contact details"),
    ("event: co-development morning (no year, so not shown)", "/seuraavaksi", "workshop.yaml",
     "pages.events.0.title", "Yhteiskehittämisen aamupäivä", "Förmiddag om samutveckling", "Co-development morning"),
    ("event: Social Innovation Day", "/seuraavaksi", "workshop.yaml", "pages.events.1.title",
     "Sosiaalisten innovaatioiden päivä", "Dagen för sociala innovationer", "Social Innovation Day"),
    ("thanks and contact", "/seuraavaksi", "texts", "closing.contact", "Kiitos", "Tack", "Thank you"),
    ("efficiency freak or a true propellerhead", "/testi", "quiz.yaml", "intro", "tehokkuusfriikki vai todellinen",
     "effektivitetsfreak", "efficiency freak"),
]  # fmt: skip

# example: words of its row in Finnish, Swedish and English that the deck has and a shorter telling would leave out
EXAMPLES = {
    "auraamo": ("Valintatalo", "Valintatalo", "Valintatalo"),
    "lifestyle_guidance": ("kolmannen sektorin", "tredje sektorns", "third sector"),
    "activity_counselling_chain": ("vastinparit tukevat", "kontaktpersoner i olika", "counterparts in different"),
    "wellbeing_info": ("omahoitajamalli", "egenvårdare", "named carer"),
    "funteeraamo": ("omaiselle tai ryhmälle", "anhörig eller av en grupp", "a relative or a group"),
    "id_for_all": ("valokuvauspäivä", "fotograferingsdag", "photo day"),
    "project_artist": ("pehmeitä arvoja", "mjuka värden", "soft values"),
    "culture_referral": ("etänä", "på distans", "online"),
    "culture_to_villages": ("muistisairauksien riskiä", "risken för minnessjukdomar", "risk of memory disorders"),
    "nature_power": ("voi olla mielekäs osa", "kan vara en meningsfull del", "can be a meaningful part"),
    "supported_volunteering": ("tulevaisuuspolku", "väg mot utbildning", "path towards education"),
    "gaming_activity": ("opinnoissa", "studier", "studies"),
    "shared_meals": ("kuntouttavaa työtoimintaa", "rehabiliterande arbetsverksamhet", "rehabilitative work"),
    "inclusion_sparring": ("Jo tehty työ tunnustetaan", "arbete som redan gjorts", "Work already done"),
}

# where the deck says that an example would fit
SUITED_TO = {
    "activity_counselling_chain": ("long_distances",),
    "wellbeing_info": ("other_groups",),
    "id_for_all": ("sparsely_populated", "region_edges", "merger_areas", "suburbs"),
    "culture_to_villages": ("villages",),
    "inclusion_sparring": ("other_municipalities",),
}

# what an earlier telling said and the deck does not
NOT_IN_DECK = ("jokaisessa organisaatiossa on nimetty", "ikäihmisten iloksi", "1922", "1944", "Retkillä")


def value_at(file: str, place: str, lang: str) -> str:
    path = DATA / "texts" / f"{lang}.yaml" if file == "texts" else DATA / file
    node = yaml.safe_load(path.read_text("utf-8"))
    for key in place.split("."):
        node = node[int(key) if key.isdecimal() else key]
    return str(node if file == "texts" else node[lang])


@pytest.mark.parametrize(
    ("file", "place", "words"), [(*row[2:4], row[4:]) for row in DECK], ids=[f"{row[0]} {row[1]}" for row in DECK]
)
def test_a_fact_of_the_deck_stands_at_its_place(file: str, place: str, words: tuple[str, ...]) -> None:
    for lang, word in zip(LANGUAGES, words, strict=True):
        assert word in value_at(file, place, lang)


def test_every_example_tells_in_points_how_it_is_done(content: Content) -> None:
    for example in content.examples:
        counts = {len(example.practice_points(lang)) for lang in LANGUAGES}
        assert len(counts) == 1
        assert min(counts) >= 3


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_says_what_the_deck_says(name: str) -> None:
    with (DATA / "examples.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(row for row in csv.DictReader(file, delimiter=";") if row["id"] == name)
    for lang, words in zip(LANGUAGES, EXAMPLES[name], strict=True):
        assert words in f"{row[f'summary_{lang}']} {row[f'practice_{lang}']}"


def test_all_examples_of_the_deck_are_there_and_where_they_would_fit(content: Content) -> None:
    assert [example.id for example in content.examples] == list(EXAMPLES)
    assert {example.id: example.suited_to for example in content.examples if example.suited_to} == SUITED_TO


@pytest.mark.parametrize("words", NOT_IN_DECK)
def test_nothing_is_told_as_the_decks_that_it_does_not_say(words: str) -> None:
    files = ("workshop.yaml", "criteria.yaml", "quiz.yaml", "examples.csv")
    assert not [name for name in files if words in (DATA / name).read_text("utf-8")]


def test_a_link_that_may_have_closed_is_shown_only_when_the_organiser_says_so(content: Content) -> None:
    survey = next(link for link in content.pages.links if link.id == "centre_survey")
    assert survey not in content.pages.links_on("closing")
    pages = content.pages.model_copy(update={"links": (survey.model_copy(update={"open": True}),)})
    assert [link.id for link in pages.links_on("closing")] == ["centre_survey"]
