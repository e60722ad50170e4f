"""Merging of answers as a Finnish reader would group them; one row a rule with its reason."""

import random
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop.words.clean import fold
from workshop.words.merging.merge import Group, MergeOverrides, Merger
from workshop.words.shared import shared_lexicons

ONE_ENTRY = [
    # (shown, typed, reason)
    ("naapuriapu", "naapuriapu naapuriapua naapuriavun", "case forms of a compound"),
    ("luottamus", "luottamus luottamusta luottamuksen luottamuksesta", "case forms with another stem"),
    ("kokous", "kokous kokoukset", "number"),
    ("kokoukset", "kokoukset kokouksia", "plural where only plurals were typed"),
    ("ideat", "ideoita ideoiden", "plural is made where nobody typed its nominative"),
    ("kyläkaupat", "kyläkauppoja", "plural of a compound with another grade"),
    ("lähteet", "lähteitä lähteiden", "plural of an e-word"),
    ("osallisuus", "osallisuus osallisuuden osallisuutta", "uus-word"),
    ("ihminen", "ihminen ihmisen ihmisiä", "nen-word"),
    ("käsi", "käsi käden kädet", "si-word"),
    ("vesi", "vesi vettä veden", "si-word with a short stem"),
    ("mies", "mies miehet miesten", "irregular stem"),
    ("sydän", "sydän sydämet", "n-word"),
    ("hammas", "hammas hampaat hampaita", "as-word with a grade"),
    ("terve", "terve terveet", "e-word"),
    ("työtön", "työtön työttömät työttömien", "caritive adjective"),
    ("kaunis", "kaunis kauniita", "is-word"),
    ("hanke", "hanke hankkeet hankkeita", "e-word with a grade"),
    ("kyyti", "kyyti kyydit", "t becomes d"),
    ("jalka", "jalka jalat", "k falls away"),
    ("tapa", "tapa tavat", "p becomes v"),
    ("puhe", "puhe puheet puhetta", "e-word"),
    ("apu", "apu apua avun", "the interjection is not meant"),
    ("turva", "turvaa turvassa", "the verb and the muzzle are not meant"),
    ("nuoret", "nuoria nuoret", "not the string `nuora`"),
    ("tuki", "tuki tukea", "the verb is not meant where the noun is in the room"),
    ("uusi", "uusi uutta uudet", "not the rare noun"),
    ("oppiminen", "oppiminen oppimista oppimisen", "a verb's noun"),
    ("jaksaminen", "jaksamista jaksamisen", "a verb's noun the list has not"),
    ("osallistava", "osallistava osallistavaa osallistavat", "a participle as an adjective"),
    ("avoimempi", "avoimempi avoimempaa", "forms of a comparative"),
    ("tärkein", "tärkein tärkeintä", "forms of a superlative"),
    ("talkoot", "talkoot talkoilla talkoita", "a word that is always plural"),
    ("markkinat", "markkinat markkinoilla", "a word that is always plural"),
    ("yhteisö", "yhteisö yhteisömme", "possessive ending"),
    ("ilo", "ilo ilokin", "particle"),
    ("yhteistyö", "yhteistyö Yhteistyö YHTEISTYÖ", "letter case"),
    ("toivo", 'toivo toivo! toivo. (toivo) "toivo"', "punctuation"),
    ("arki", "arki #arki", "hashtag"),
    ("rauha", "rauha rauha🕊️ rauha💙💙", "trailing emoji"),
    ("sisu", "sisu \u200bsisu si\u00adsu", "invisible characters"),
    ("äiti", "äiti a\u0308iti", "composed and decomposed letters"),
    ("maa-ainekset", "maa-aineksia maa–ainekset", "kinds of hyphen"),
    ("tasa-arvo", "tasa-arvo tasaarvo tasa-arvoa", "hyphen left out"),
    ("ruokahävikki", "ruokahävikki ruoka-hävikki ruokahävikkiä", "hyphen put in"),
    ("digituki", "digituki digi-tuki digitukea", "hyphen in a compound of today"),
    ("win-win", "win-win Win-win win-win", "an unknown word with a hyphen"),
    ("e-urheilu", "e-urheilu e-urheilua", "a letter before a hyphen"),
    ("EU-hanke", "EU-hanke EU-hankkeet", "an acronym before a hyphen"),
    ("lukumummo", "lukumummo lukumummot", "a compound no list has"),
    ("kaverisovellukset", "kaverisovelluksia", "plural of a compound no list has"),
    ("palvelumuotoilu", "palvelumuotoilu palvelumuotoilua", "a compound no list has"),
    ("Kuopio", "Kuopio kuopio Kuopiossa", "a place name keeps its capital"),
    ("Jyväskylä", "jyväskylässä", "a place name nobody wrote with a capital"),
    ("Uusimaa", "Uudellamaalla Uusimaa", "both parts of a name are inflected"),
    ("Lahti", "Lahti Lahdessa lahti", "a name that is also a bay"),
    ("Kela", "Kela kelan KELA", "a name that is also a reel"),
    ("Motiva", "Motiva Motivan Motivalla", "a name no list has"),
    ("Motiva", "Motivan Motivalla", "two forms of a name no list has"),
    ("Vamosin kurssi", "Vamosin_kurssi Vamosin_kurssit", "a name no list has as an owner"),
    ("voimavara", "voimavara voimavarat voimavaroja", "a plural word that has a singular"),
    ("Vantaa", "Vantaan Vantaalla", "a place before a rare word"),
    ("vapaaehtoistyö", "vapaaehtoistyö vapaehtoistyö", "a typo that makes an unlikely compound"),
    ("kuulluksi tuleminen", "kuulluksi_tuleminen kuulluksi_tulemista", "what is said of a doing goes along"),
    ("Innokylä", "Innokylä Innokylän", "a name that is a compound"),
    ("Etelä-Savo", "Etelä-Savo etelä-savossa", "a name with a hyphen"),
    ("YLE", "YLE YLE:n yle", "an acronym with an ending"),
    ("THL", "thl", "an acronym typed small"),
    ("STEA", "STEA STEA:n stea", "an acronym no list has"),
    ("4H", "4H 4H:n", "an acronym with a digit"),
    ("5G", "5G 5g", "letter case of a digit word"),
    ("iPhone", "iPhone iphone iPhone", "a capital inside"),
    ("💡", "💡 💡💡", "emoji alone, once"),
    ("👍", "👍 👍🏽", "skin tones are not apart"),
    ("C++", "C++ c++", "signs that belong to the word"),
    (":smile:", ":smile:", "marks are shown as typed"),
    ("10 %", "10_%", "a number with its sign"),
    ("sosiaalinen innovaatio", "sosiaalinen_innovaatio sosiaaliset_innovaatiot", "head and agreeing word"),
    ("uudet ideat", "uusia_ideoita uudet_ideat", "head and agreeing word in the plural"),
    ("kestävä kehitys", "kestävää_kehitystä kestävän_kehityksen", "nobody typed the nominative"),
    ("nuorten ääni", "nuorten_ääni nuorten_äänen", "genitive attributes stay"),
    ("matalan kynnyksen palvelut", "matalan_kynnyksen_palveluja", "a genitive with its own attribute"),
    ("ihmisten kohtaaminen", "ihmisten_kohtaaminen ihmisten_kohtaamista", "a genitive before a doing"),
    ("yhdessä tekeminen", "yhdessä_tekeminen yhdessä_tekemistä", "an adverb before a doing"),
    ("aidosti osallistava työ", "aidosti_osallistavaa_työtä", "an adverb before an agreeing word"),
    ("kahvi ja pulla", "kahvi_ja_pulla kahvia_ja_pullaa", "two words in the same case"),
    ("lapset ja nuoret", "lapset_ja_nuoret lapsia_ja_nuoria", "two words in the same case and number"),
    ("työn ja vapaan yhdistäminen", "työn_ja_vapaan_yhdistämistä", "two genitives before a head"),
    ("kolmas sektori", "kolmas_sektori kolmannen_sektorin", "an ordinal agrees"),
    ("hyvinvointialue", "hyvinvointialue hyvinvointi_alue hyvinvointialueella", "a listed compound written apart"),
    ("etäkonsultaatio", "etäkonsultaatio etä_konsultaatio", "a compound of today written apart"),
    ("Punainen Risti", "Punainen_Risti Punaisen_Ristin punainen_risti", "a name of two words"),
    ("Helsingin kaupunki", "helsingin_kaupunki Helsingin_kaupungin", "a name with a common head"),
    ("Pelastakaa Lapset", "Pelastakaa_Lapset pelastakaa_lapset", "a title keeps its capitals"),
    ("kaikki mukaan", "kaikki_mukaan KAIKKI_MUKAAN Kaikki_mukaan!", "letter case of a phrase"),
    ("osallisuus", "osallisuus osalisuus", "typo: a doubled letter left out"),
    ("kierrätys", "kierrätys kierrrätys", "typo: an extra letter"),
    ("kirjasto", "kirjasto kirjatso", "typo: two letters swapped"),
    ("kumppanuus", "kumppanuus kumpanuus", "typo: a letter missing"),
    ("demokratia", "demokratia demokrstia", "typo: a wrong letter"),
    ("hyvinvointialue", "hyvinvointialue hyvinvoitnialue", "typo across the seam of a compound"),
    ("hyvinvointialue", "hyvinvointialue hyvinvointialuella", "typo in another form than the one in the room"),
    ("keskiviikko", "keskiviikko keskiveikko", "a typo that makes an unlikely compound"),
    ("sosiaalinen media", "sosiaalinen_media sosiaalinne_media", "typo in a phrase"),
    ("kokeilukulttuuri", "kokeilukulttuuri kokeilukultuuri", "typo in a compound no list has"),
    ("duuni", "duuni duunia duunin", "colloquial word the list has"),
    ("hengailu", "hengailu hengailua", "colloquial word"),
    ("some", "some somessa", "colloquial short word"),
    ("startup", "startup startupit", "a loan with Finnish endings"),
]

APART = [
    # (typed, reason)
    ("osoite osoittaa", "a noun and a verb of the same look"),
    ("osallisuus osallinen osallistua osallistuminen osallistaminen osallistava osallistuja", "derived words"),
    ("yhteisö yhteinen yhteys yhteistyö yhteisöllinen yhteisöllisyys", "derived words"),
    ("kokeilu kokeilla kokeileminen kokeilija", "derived words"),
    ("kehitys kehittäminen kehittyminen kehittäjä kehittyä", "derived words"),
    ("avoin avoimempi avoimin avoimesti avoimuus", "grades of comparison and adverb"),
    ("nopeampi nopeammin nopeasti", "a comparative and its adverb"),
    ("rohkea rohkeasti rohkeus", "adjective, adverb, noun"),
    ("yksin yksinäisyys yksi yksilö", "adverb and its kin"),
    ("yhdessä yksi", "an adverb stays itself"),
    ("kotona koti", "an adverb stays itself"),
    ("hyvin hyvä", "an adverb stays itself"),
    ("läsnä läsnäolo", "an adverb and its compound"),
    ("työ työtön työttömyys työntekijä", "compounds are never cut"),
    ("hyvinvointi hyvinvointialue", "compounds are never cut"),
    ("tuki vertaistuki", "compounds are never cut"),
    ("toivo toive", "two words one letter apart"),
    ("kansi kanssa kansa", "known words never join"),
    ("laki lakki", "known words never join"),
    ("kunta kunto", "known words never join"),
    ("muuri muori", "known words never join"),
    ("sää saa", "the dots of ä are letters"),
    ("väri vari", "the dots of ä are letters"),
    ("pari Pariisi", "no trailing letters are cut"),
    ("virus viru", "no trailing s is cut"),
    ("C C++ C#", "signs that belong to the word"),
    ("Y 5", "one character is an answer"),
    ("samarbete samarbeten", "Swedish is left as it is"),
    ("skola skolan skolor", "Swedish is left as it is"),
    ("kommun kommunen", "Swedish is left as it is"),
    ("frivillig frivilliga", "Swedish is left as it is"),
    ("energi energia", "no translation"),
    ("dialog dialogi", "no translation"),
    ("empati empatia", "no translation"),
    ("projekt projekti", "no translation"),
    ("demokrati demokratia", "no translation"),
    ("innovation innovations innovaatio", "English is left as it is"),
    ("community communities", "English is left as it is"),
    ("trust luottamus", "no translation"),
    ("auto kaara", "no synonyms"),
    ("vanhus ikäihminen", "no synonyms"),
    ("YLE Yleisradio", "an acronym is never expanded"),
    ("💡 idea", "an emoji is an answer of its own"),
    ("💡 👍", "emoji are answers of their own"),
    ("juhlia kokeilla kokeet", "a verb and the plural of a noun"),
    ("innovation innovaatio motivation motivaatio", "English is one edit from a genitive"),
    ("aita ai", "an everyday base form is meant"),
    ("sora saro", "short words have no typos"),
    ("uudet_ideat ideat", "a phrase stays whole"),
    ("nuorten_osallisuus osallisuus", "a phrase stays whole"),
    ("hyvä_arki hyvän_tekeminen", "a phrase stays whole"),
    ("kaverit kaverille_apua", "a phrase stays whole"),
]

AS_TYPED = [
    # (typed, reason)
    ("lisää aikaa", "a quantity asks for the case"),
    ("paljon ideoita", "a quantity asks for the case"),
    ("vähemmän byrokratiaa", "a quantity asks for the case"),
    ("ei kiirettä", "a denial asks for the case"),
    ("luottamusta toisiin", "the first word asks for the case"),
    ("apua naapurille", "the first word is the head"),
    ("iloa arkeen", "the first word is the head"),
    ("rohkeutta kokeilla", "a verb at the end"),
    ("jokainen on tärkeä", "a sentence"),
    ("nuorten ääntä kuullaan", "a sentence"),
    ("yhdessä", "an adverb"),
    ("kotona", "an adverb"),
    ("avoimesti", "an adverb"),
    ("kokeilla", "a verb"),
    ("kokeillaan", "a verb in the passive"),
    ("open", "English, not the teacher's"),
    ("hope", "English, not a name"),
    ("delaktighet", "Swedish"),
    ("24/7", "digits"),
    ("2030", "digits"),
    ("on", "a short word"),
    ("he", "a short word"),
    ("5 $ ja 10 $", "signs as typed"),
    ("*x*", "signs as typed"),
    (":red[x]", "signs as typed"),
    ("ሰላም", "another script"),
    ("Xyzzyplugh", "a word no list has"),
]


def merger_of(answers: Iterable[str]) -> Merger:
    merger = Merger(shared_lexicons().finnish)
    for answer in answers:
        merger.add(answer)
    return merger


def typed(words: str) -> list[str]:
    """The answers of a row: words apart by spaces, a low line for a space inside an answer."""
    return [word.replace("_", " ") for word in words.split(" ")]


def shown(answers: Iterable[str]) -> list[str]:
    return sorted(group.label for group in merger_of(answers).groups())


def test_the_tables_hold_enough_rules() -> None:
    assert len(ONE_ENTRY) + len(APART) + len(AS_TYPED) >= 150


@pytest.mark.parametrize(("label", "words", "reason"), ONE_ENTRY)
def test_forms_of_one_word_are_one_entry(label: str, words: str, reason: str) -> None:
    assert shown(typed(words)) == [label], reason


@pytest.mark.parametrize(("words", "reason"), APART)
def test_other_words_stay_apart(words: str, reason: str) -> None:
    answers = typed(words)
    assert len(shown(answers)) == len(answers), reason


@pytest.mark.parametrize(("answer", "reason"), AS_TYPED)
def test_what_is_no_finnish_noun_is_shown_as_typed(answer: str, reason: str) -> None:
    assert shown([answer]) == [answer], reason


def test_without_a_lexicon_only_the_dress_is_looked_through() -> None:
    merger = Merger(None)
    for answer in ("Yhteistyö", "yhteistyö 💚", "#YHTEISTYÖ!", "yhteistyötä", "win-win", "win win"):
        merger.add(answer)
    assert sorted(len(group.forms) for group in merger.groups()) == [1, 2, 2]


def test_a_capital_wins_by_the_number_of_answers() -> None:
    merger = merger_of(["Luottamus", "luottamusta"])
    assert merger.groups()[0].label == "luottamus"
    merger.add("Luottamus", 2)
    assert merger.groups()[0].label == "Luottamus"


def test_the_key_of_a_group_stays_when_a_form_is_typed_again() -> None:
    merger = merger_of(["tukea", "tuki", "Kela", "kelan"])
    before = [group.key for group in merger.groups()]
    for answer in ("tukea", "tukea", "Kelan", "kelan"):
        merger.add(answer)
    assert [group.key for group in merger.groups()] == before


def test_an_answer_with_nothing_to_count_is_left_out() -> None:
    assert merger_of(["", "  ", "!!!", "{}", "\u200b"]).groups() == []


def test_a_form_taken_out_again_leaves_no_trace() -> None:
    merger = merger_of(["tukea"])
    merger.add("tuki")
    merger.remove("tuki")
    merger.remove("tuki")
    merger.remove("never typed")
    assert [group.label for group in merger.groups()] == ["tukea"]
    merger.remove("tukea", 5)
    assert merger.groups() == []


def test_group_of_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        merger_of(["ilo"]).group_of("suru")


POOL = sorted(
    {answer for _, words, _ in ONE_ENTRY for answer in typed(words)} | {"kokeilla", "kanssa", "tukea", "Kela"}
)


def content(merger: Merger) -> set[Group]:
    return set(merger.groups())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(POOL), max_size=25), st.lists(st.sampled_from(POOL), max_size=8), st.integers(0, 9))
def test_order_and_answers_taken_back_never_matter(staying: list[str], passing: list[str], seed: int) -> None:
    expected = content(merger_of(staying))
    merger = Merger(shared_lexicons().finnish)
    mixed = [*staying, *passing]
    random.Random(seed).shuffle(mixed)
    for answer in mixed:
        merger.add(answer)
    for answer in passing:
        merger.remove(answer)
    assert content(merger) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_text_is_counted_exactly_once(answers: list[str]) -> None:
    merger = merger_of(answers)
    forms = [form for group in merger.groups() for form in group.forms]
    assert sorted(forms) == sorted({fold(answer) for answer in answers} - {""})
    assert all(group.label for group in merger.groups())


def entries(merger: Merger, decisions: MergeOverrides) -> dict[str, tuple[str, ...]]:
    return {group.label: group.forms for group in merger.groups(decisions)}


def test_joined_entries_take_the_name_of_the_target_and_later_forms_come_along() -> None:
    merger = merger_of(["auto", "kaara"])
    decisions = MergeOverrides(joined={"kaara": "auto"})
    merger.add("kaarassa")
    assert entries(merger, decisions) == {"auto": ("auto", "kaara", "kaarassa")}


def test_a_form_taken_apart_stands_alone_and_the_rest_keeps_its_key() -> None:
    merger = merger_of(["tuki", "tukea", "tuen"])
    key = merger.groups()[0].key
    groups = merger.groups(MergeOverrides(apart=frozenset({"tukea"})))
    assert {group.forms for group in groups} == {("tuen", "tuki"), ("tukea",)}
    assert key in {group.key for group in groups}
    assert len({group.key for group in groups}) == 2


def test_a_form_taken_apart_and_joined_moves_alone() -> None:
    merger = merger_of(["tuki", "tukea", "auttaa"])
    decisions = MergeOverrides(joined={"tukea": "auttaa"}, apart=frozenset({"tukea"}))
    assert entries(merger, decisions) == {"tuki": ("tuki",), "auttaa": ("auttaa", "tukea")}


def test_chains_and_circles_of_joins_are_one_entry() -> None:
    merger = merger_of(["ilo", "onni", "nauru", "suru"])
    chain = MergeOverrides(joined={"ilo": "onni", "onni": "nauru"})
    assert entries(merger, chain) == {"nauru": ("ilo", "nauru", "onni"), "suru": ("suru",)}
    circle = MergeOverrides(joined={"ilo": "onni", "onni": "nauru", "nauru": "ilo"})
    assert entries(merger, circle) == {"ilo": ("ilo", "nauru", "onni"), "suru": ("suru",)}


def test_a_decision_about_forms_not_in_the_room_waits() -> None:
    merger = merger_of(["ilo"])
    decisions = MergeOverrides(joined={"onni": "ilo", "ilo": "nauru"}, apart=frozenset({"suru"}))
    assert entries(merger, decisions) == {"ilo": ("ilo",)}
    merger.add("onni")
    assert entries(merger, decisions) == {"ilo": ("ilo", "onni")}


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["ilo", "onni", "nauru", "suru", "tuki", "tukea"]), st.sampled_from(["ilo", "tuki", "x"])
    ),
    st.frozensets(st.sampled_from(["ilo", "tukea", "tuki", "x"])),
)
def test_decisions_lose_no_form_and_leave_keys_unique(joined: dict[str, str], apart: frozenset[str]) -> None:
    merger = merger_of(["ilo", "onni", "nauru", "suru", "tuki", "tukea"])
    groups = merger.groups(MergeOverrides(joined, apart))
    assert sorted(form for group in groups for form in group.forms) == sorted(
        ["ilo", "onni", "nauru", "suru", "tuki", "tukea"]
    )
    assert len({group.key for group in groups}) == len(groups)
    backwards = dict(reversed(joined.items()))
    assert set(merger.groups(MergeOverrides(backwards, apart))) == set(groups)
