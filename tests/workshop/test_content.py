"""An organiser's content folder: valid files are loaded, faults are reported with file, line and key."""

import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshop.conftest import DATA
from workshop.activities.words import WordsActivity
from workshop.content import statements
from workshop.content.content import Content
from workshop.content.documents import read_yaml
from workshop.content.errors import ContentError, Fault
from workshop.content.loader import load
from workshop.content.texts import LANGUAGES

FILES = ("workshop.yaml", "criteria.yaml", "quiz.yaml", "examples.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(DATA / name, tmp_path)
    return tmp_path


def faults(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(ContentError) as caught:
        load(folder)
    return caught.value.faults


def change(path: Path, old: str, new: str) -> int:
    """Puts new words in place of the first old ones; the number of their line."""
    text = path.read_text("utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_programme_runs_in_its_order(content: Content) -> None:
    kinds = [(activity.id, activity.kind) for activity in content.activities]
    assert kinds == [
        ("word_cloud", "words"),
        ("roles", "choice"),
        ("sectors", "choice"),
        ("challenges", "text"),
        ("assessment", "assessment"),
        ("examples", "link"),
        ("quiz", "quiz"),
        ("next_steps", "scale"),
        ("takeaway", "text"),
        ("closing", "link"),
    ]
    cloud = content.activity("word_cloud")
    assert isinstance(cloud, WordsActivity)
    assert (cloud.max_answers, cloud.max_chars) == (3, 40)
    assert cloud.question("fi") == "Mitä sinulle tulee mieleen sosiaalisista innovaatioista?"
    assert content.activity("nothing") is None


def test_a_copied_folder_without_texts_and_map_uses_the_packaged_ones(folder: Path, content: Content) -> None:
    own = load(folder)
    assert own.document.model_copy(update={"blocked": content.document.blocked}) == content.document
    assert (own.texts, own.outlines, own.blocklists) == (content.texts, content.outlines, content.blocklists)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_statements_leave_no_gap_open(content: Content, lang: str) -> None:
    privacy = statements.privacy(content.workshop, lang)
    accessibility = statements.accessibility(content.workshop, lang)
    assert "{" not in privacy + accessibility
    assert str(content.retention_days) in privacy
    assert "14" in accessibility
    assert "Traficom" in accessibility


# file, what stands there, what an organiser writes instead, lines below the first changed one, key, reason
WRONG = [
    ("workshop.yaml", 'sv: "Ordmoln", ', "", 0, "activities.word_cloud.title.sv", "language"),
    ("workshop.yaml", "kind: words", "kind: word", 0, "activities.word_cloud.kind", "choice"),
    ("workshop.yaml", "    kind: words\n", "", -1, "activities.word_cloud.kind", "missing"),
    ("workshop.yaml", "max_answers: 3", "max_answer: 3", 0, "activities.word_cloud.max_answer", "unknown"),
    ("workshop.yaml", "max_answers: 3", "max_answers: kolme", 0, "activities.word_cloud.max_answers", "number"),
    ("workshop.yaml", "max_answers: 3", "max_answers: 0", 0, "activities.word_cloud.max_answers", "least"),
    ("workshop.yaml", "max_answers: 3", "max_answers: 30", 0, "activities.word_cloud.max_answers", "most"),
    ("workshop.yaml", "max_answers: 3", "max_answers:", 0, "activities.word_cloud.max_answers", "empty"),
    ("workshop.yaml", "multiple: true", "multiple: ehkä", 0, "activities.roles.multiple", "yes_no"),
    ("workshop.yaml", "id: sectors", "id: roles", 0, "activities.roles.id", "repeated"),
    ("workshop.yaml", "id: sectors", 'id: "Missä toimit"', 0, "activities.Missä toimit.id", "identifier"),
    ("workshop.yaml", "id: developer", "id: ideator", -1, "activities.roles.options", "repeated"),
    ("workshop.yaml", "href: /esimerkit", "href: esimerkit", 0, "activities.examples.href", "form"),
    ("workshop.yaml", "languages: [fi, sv, en]", "languages: [fi, fi]", 0, "languages", "repeated"),
    ("workshop.yaml", "languages: [fi, sv, en]", "languages: [fi, se]", 0, "languages.2", "choice"),
    ("workshop.yaml", "languages: [fi, sv, en]", "languages: []", 0, "languages", "few"),
    ("workshop.yaml", "languages: [fi, sv, en]", "languages: fi", 0, "languages", "list"),
    ("workshop.yaml", "updated: 2026-11-25", "updated: 25.11.2026", 0, "organiser.updated", "date"),
    ("workshop.yaml", "retention_days: 90", "retention_days: 90\nretention_days: 30", 1, "retention_days", "twice"),
    ("workshop.yaml", "https://thl.fi/sio", "thl.fi/sio", 0, "pages.links.sio.url", "address"),
    ("workshop.yaml", "{contact}", "{contacts}", -1, "pages.about.privacy", "placeholder"),
    ("workshop.yaml", "{covered}/", "{covered/", -1, "pages.examples.charts.regions.caption", "placeholder"),
    ("workshop.yaml", 'symbol: "●"', "symbol: [●]", 0, "vocabularies.evidence.stated.symbol", "text"),
    ("workshop.yaml", 'symbol: "●"', 'symbol: "●●●●"', 0, "vocabularies.evidence.stated.symbol", "long"),
    ("workshop.yaml", 'code: "04"', 'code: "02"', 0, "vocabularies.regions.satakunta.code", "repeated"),
    ("workshop.yaml", "  home:\n", "  home: Tervetuloa\n  house:\n", 0, "pages.home", "section"),
    ("workshop.yaml", "max_chars: 40", "\tmax_chars: 40", 0, "", "tab"),
    ("workshop.yaml", "max_chars: 40", 'thanks: "Kiitos', 1, "", "syntax"),
    ("workshop.yaml", "max_chars: 40", "help: *tähti*", 0, "", "reference"),
    ("workshop.yaml", "max_chars: 40", "help: &nimi Kiitos", 0, "", "reference"),
    ("workshop.yaml", "max_chars: 40", "max_chars: \x07", 0, "", "character"),
    ("workshop.yaml", "max_chars: 40", "[max]: 40", 0, "", "syntax"),
    ("criteria.yaml", 'label: {fi: "Uutuus", sv: "Nyhetsvärde", en: "Novelty"}', "label: Uutuus", 0,
     "criteria.novelty.label", "languages"),
    ("criteria.yaml", "aspects_required: {3: 1, 4: 1}", "aspects_required: {3: 9}", 0,
     "criteria.effectiveness.aspects_required.3", "aspects"),
    ("criteria.yaml", "aspects_required: {3: 1, 4: 1}", "aspects_required: {5: 1}", 0,
     "criteria.effectiveness.aspects_required.5", "most"),
    ("criteria.yaml", "{implementation: 3}", "{implementatoin: 3}", 0,
     "verdicts.promising_pilot.below.implementatoin", "reference_unknown"),
    ("criteria.yaml", "{implementation: 3}", "{implementation: 2}", -1, "verdicts.promising_pilot", "reachable"),
    ("criteria.yaml", "  - id: social_innovation\n", "  - id: social_innovation\n    below: {novelty: 4}\n", 1,
     "verdicts.social_innovation.below", "otherwise"),
    ("criteria.yaml", "advice_order: [social_need, ", "advice_order: [", 0, "advice_order", "missing"),
    ("criteria.yaml", "aspects: [new_setting]", "aspects: [new_place]", 0,
     "cases.neuvola.answers.novelty.aspects", "reference_unknown"),
    ("criteria.yaml", "      novelty: {level: 3, aspects: [new_setting]}\n", "", -1,
     "cases.neuvola.answers", "missing"),
    ("criteria.yaml", "{deciding}", "{decides}", -1, "result_texts.open", "placeholder"),
    ("quiz.yaml", "best_pair: everyday_detective", "best_pair: detective", 0,
     "types.efficiency_freak.best_pair", "reference_unknown"),
    ("quiz.yaml", "core_element: novelty", "core_element: news", 0,
     "types.propeller_head.core_element", "reference_unknown"),
    ("quiz.yaml", "points: {propeller_head: 3, root_grower: 1}", "points: {propeller_head: 3, root_grower: 3}", 0,
     "questions.invitation.options.a.points", "own_type"),
    ("quiz.yaml", "types: [everyday_detective, root_grower]", "types: [root_grower, bridge_builder]", 0,
     "pairs.10", "repeated"),
    ("quiz.yaml", "types: [everyday_detective, root_grower]", "types: [root_grower, bridge_builder]", -9,
     "pairs", "pair"),
    ("quiz.yaml", "[efficiency_freak, root_grower]", "[efficiency_freak, root_grower, propeller_head]", 0,
     "pairs.4.types", "lot"),
    ("quiz.yaml", "[efficiency_freak, root_grower]", "[efficiency_freak]", 0, "pairs.4.types", "few"),
    ("quiz.yaml", "      - id: b\n", "      - id: a\n", 0, "questions.invitation.options.a.id", "repeated"),
    ("examples.csv", "community, vitality, participation", "community, vitalty", -9, "themes", "reference_unknown"),
    ("examples.csv", "stated;stated;stated;hinted;stated", "stated;kerrottu;stated;hinted;stated", -9,
     "ev_implementation", "choice"),
    ("examples.csv", "22.586;60.648", "60.648;22.586", 0, "lon", "most"),
    ("examples.csv", "22.586;60.648", "22.586;", 0, "lon", "point"),
    ("examples.csv", ";kainuu;;;", ";kainuu;28.4;64.4;", 0, "lon", "without"),
    ("examples.csv", ";kainuu;", ";kajaani;", 0, "region", "reference_unknown"),
    ("examples.csv", ";kainuu;", ";;", 0, "region", "empty"),
    ("examples.csv", ";Satakunta;Satakunta;Satakunta;", ";Satakunta;;Satakunta;", 0, "place_sv", "empty"),
    ("examples.csv", "\ngaming_activity;", "\nauraamo;", 1, "id", "repeated"),
    ("examples.csv", "\ngaming_activity;", "\ngaming_activity;liikaa;", 1, "", "columns"),
    ("examples.csv", "source_url", "lahde", 0, "source_url", "column_missing"),
    ("examples.csv", "source_url", "source_url;source_url", 0, "source_url", "repeated"),
    ("examples.csv", "source_url", "source_url;oma", 0, "oma", "unknown"),
    ("examples.csv", "\nfunteeraamo;", '\n"funteeraamo" x;', 1, "", "syntax"),
    ("examples.csv", "https://www.eloisaika.fi", "www.eloisaika.fi", -6, "source_url", "address"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "below", "key", "reason"), WRONG)
def test_a_fault_is_reported_by_file_line_and_key(
    folder: Path, content: Content, file: str, old: str, new: str, below: int, key: str, reason: str
) -> None:
    line = change(folder / file, old, new) + below
    reported = faults(folder)
    places = [(fault.file, fault.key, fault.reason_id) for fault in reported]
    assert places.count((file, key, reason)) == 1
    fault = reported[places.index((file, key, reason))]
    if below >= 0:
        assert fault.line == line
    else:  # what is missing has the line of what it belongs to
        assert fault.line is not None
        assert fault.line <= line + 2
    for lang in LANGUAGES:
        sentence = fault.sentence(content.texts[lang])
        assert sentence.startswith(file)
        assert str(fault.line) in sentence
        assert "{" not in re.sub(r"\{\w+\}", "", sentence)


WHOLE = [
    ("an empty file", lambda path: path.write_text(""), None, "empty_file"),
    ("only comments", lambda path: path.write_text("# ei mitään\n"), None, "empty_file"),
    ("a spreadsheet's own letters", lambda path: path.write_bytes(b"title: x\n# p\xe4iv\xe4\n"), 2, "encoding"),
    ("UTF-16", lambda path: path.write_text("title: ä", "utf-16"), 1, "encoding"),
    ("a list", lambda path: path.write_text("- a\n- b\n"), 1, "section"),
    ("one word", lambda path: path.write_text("title\n"), 1, "section"),
    ("two documents", lambda path: path.write_text("a: 1\n---\nb: 2\n"), 2, "syntax"),
    ("endless brackets", lambda path: path.write_text("[" * 9999), 1, "syntax"),
    ("a folder", lambda path: (path.unlink(), path.mkdir()), None, "file"),
]


@pytest.mark.parametrize("file", ["workshop.yaml", "criteria.yaml", "quiz.yaml"])
@pytest.mark.parametrize(("broken", "line", "reason"), [row[1:] for row in WHOLE], ids=[row[0] for row in WHOLE])
def test_a_file_that_cannot_be_read_is_reported(
    folder: Path, content: Content, file: str, broken: Callable[[Path], None], line: int | None, reason: str
) -> None:
    broken(folder / file)
    fault = next(fault for fault in faults(folder) if fault.file == file)
    assert (fault.line, fault.reason_id) == (line, reason)
    assert all(fault.sentence(content.texts[lang]) for lang in LANGUAGES)


def test_faults_of_every_file_are_reported_at_once_from_the_top_down(folder: Path) -> None:
    change(folder / "workshop.yaml", 'en: "Word cloud"', 'en: ""')
    change(folder / "workshop.yaml", "max_answers: 3", "max_answers: monta")
    change(folder / "criteria.yaml", 'fi: "Uutuus", ', "")
    change(folder / "quiz.yaml", "questions:", "kysymykset:")
    change(folder / "examples.csv", "carers", "caring")
    places = [(fault.file, fault.key) for fault in faults(folder)]
    assert places == [
        ("workshop.yaml", "activities.word_cloud.title.en"),
        ("workshop.yaml", "activities.word_cloud.max_answers"),
        ("criteria.yaml", "criteria.novelty.label.fi"),
        ("quiz.yaml", "questions"),
        ("quiz.yaml", "kysymykset"),
        ("examples.csv", "target_groups"),
    ]


def test_other_files_are_not_blamed_for_a_broken_one(folder: Path) -> None:
    (folder / "criteria.yaml").write_text("criteria: [")
    (folder / "workshop.yaml").write_text("vocabularies: {")
    assert {fault.file for fault in faults(folder)} == {"criteria.yaml", "workshop.yaml"}


def test_words_that_yaml_takes_for_something_else_stay_words(folder: Path) -> None:
    change(folder / "workshop.yaml", 'en: "Word cloud"', "en: No")
    change(folder / "workshop.yaml", 'sv: "Ordmoln"', "sv: 2026-01-31")
    change(folder / "workshop.yaml", 'fi: "Sanapilvi"', "fi: 007")
    title = load(folder).activities[0].title
    assert (title.fi, title.sv, title.en) == ("007", "2026-01-31", "No")


def test_a_workshop_in_one_language_needs_no_other(folder: Path) -> None:
    change(folder / "workshop.yaml", "languages: [fi, sv, en]", "languages: [sv]")
    change(folder / "workshop.yaml", 'fi: "Sanapilvi", sv: "Ordmoln", en: "Word cloud"', 'sv: "Ordmoln"')
    change(folder / "examples.csv", ";Satakunta;Satakunta;Satakunta;", ";;Satakunta;;")
    loaded = load(folder)
    assert loaded.languages == ("sv",)
    assert loaded.activities[0].title("fi") == "Ordmoln"
    assert next(example for example in loaded.examples if example.id == "funteeraamo").place("en") == "Satakunta"


def own_texts(folder: Path, written: str) -> None:
    (folder / "texts").mkdir()
    (folder / "texts" / "fi.yaml").write_text(written, "utf-8")


def test_own_texts_stand_over_the_packaged_ones(folder: Path, content: Content) -> None:
    own_texts(folder, 'errors:\n  empty: "Kirjoita jotain!"\nresults:\n  people: "{n} ihmistä"\n')
    texts = load(folder).texts
    assert texts["fi"]("errors.empty") == "Kirjoita jotain!"
    assert texts["fi"]("results.people", n=1) == "1 ihmistä"
    assert texts["fi"]("errors.closed") == content.texts["fi"]("errors.closed")
    assert texts["sv"].tree == content.texts["sv"].tree


@pytest.mark.parametrize(
    ("written", "line", "key", "reason"),
    [
        ("errors:\n  emtpy: Hei\n", 2, "errors.emtpy", "unknown"),
        ("errors:\n  empty:\n", 2, "errors.empty", "empty"),
        ("errors:\n  empty: [a]\n", 2, "errors.empty", "text"),
        ("errors: Hei\n", 1, "errors", "section"),
        ("errors:\n  long: 'Liikaa {m}'\n", 2, "errors.long", "placeholder"),
        ("errors:\n  long: 'Liikaa {'\n", 2, "errors.long", "placeholder"),
        ("results:\n  people: {one: a}\n", 2, "results.people", "missing"),
        ("results:\n  people: {two: a, other: b}\n", 2, "results.people.two", "unknown"),
        ("results:\n  people: '{k}'\n", 2, "results.people", "placeholder"),
        ("- a\n", 1, "", "section"),
        ("errors: {\n", 2, "", "syntax"),
    ],
)
def test_a_fault_in_own_texts_is_reported(folder: Path, written: str, line: int, key: str, reason: str) -> None:
    own_texts(folder, written)
    assert [(f.file, f.line, f.key, f.reason_id) for f in faults(folder)] == [("texts/fi.yaml", line, key, reason)]


@pytest.mark.parametrize(
    ("written", "line", "reason"),
    [
        ('{"a": \n 1', 2, "syntax"),
        ('{"features": []}', None, "map"),
        ("[" * 9999, None, "map"),
        ("", None, "empty_file"),
    ],
)
def test_a_fault_in_the_own_map_is_reported(folder: Path, written: str, line: int | None, reason: str) -> None:
    (folder / "regions.geojson").write_text(written)
    assert [(f.file, f.line, f.reason_id) for f in faults(folder)] == [("regions.geojson", line, reason)]


def lines_without(path: Path, activity: str) -> None:
    """Takes the activity of this id out of the programme."""
    activities = re.split(r"(?m)^(?=  - id: )", path.read_text("utf-8"))
    path.write_text("".join(part for part in activities if not part.startswith(f"  - id: {activity}\n")), "utf-8")


@pytest.mark.parametrize(("file", "activity"), [("criteria.yaml", "assessment"), ("examples.csv", "examples")])
def test_a_workshop_needs_no_file_that_its_programme_does_not_lead_to(folder: Path, file: str, activity: str) -> None:
    (folder / file).unlink()
    (folder / "quiz.yaml").unlink()
    if file == "criteria.yaml":
        (folder / "examples.csv").unlink()
    missing = {(fault.key, fault.reason_id) for fault in faults(folder)}
    assert {("activities.quiz", "part"), (f"activities.{activity}", "part")} <= missing
    for name in ("quiz", "assessment", "examples"):
        if not (
            folder / {"quiz": "quiz.yaml", "assessment": "criteria.yaml", "examples": "examples.csv"}[name]
        ).exists():
            lines_without(folder / "workshop.yaml", name)
    own = load(folder)
    assert not own.has("quiz")
    assert own.activity(activity) is None


def test_a_missing_programme_is_told(folder: Path) -> None:
    (folder / "workshop.yaml").unlink()
    assert ("workshop.yaml", "file") in {(fault.file, fault.reason_id) for fault in faults(folder)}


def test_every_sentence_of_a_fault_is_used(content: Content) -> None:
    met = {row[-1] for row in WRONG} | {row[-1] for row in WHOLE} | {"map", "place", "part", "template"}
    for lang in LANGUAGES:
        assert set(content.texts[lang].section("content")) == met


def texts_in(node: object, path: str = "") -> list[tuple[str, dict[str, str]]]:
    if isinstance(node, list):
        return [text for item in node for text in texts_in(item, path)]
    if not isinstance(node, dict):
        return []
    if "fi" in node:
        return [(path, node)]
    return [text for key, value in node.items() for text in texts_in(value, f"{path}.{key}")]


@pytest.mark.parametrize("file", ["workshop.yaml", "criteria.yaml", "quiz.yaml"])
def test_long_texts_differ_between_the_languages(file: str) -> None:
    for path, text in texts_in(yaml.safe_load((DATA / file).read_text("utf-8"))):
        if len(text["fi"]) > 25:
            assert len({text[lang] for lang in LANGUAGES}) == 3, path


@settings(max_examples=30, deadline=None)
@given(
    file=st.sampled_from(FILES), place=st.floats(0, 0.999), slip=st.sampled_from(['"', "{", "-", ":", "\t", "x", "\n"])
)
def test_no_slip_of_the_hand_is_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, file: str, place: float, slip: str
) -> None:
    folder = tmp_path_factory.mktemp("slip")
    for name in FILES:
        shutil.copy(DATA / name, folder)
    text = (folder / file).read_text("utf-8-sig")
    cut = int(place * len(text))
    (folder / file).write_text(text[:cut] + slip + text[cut + 1 :], "utf-8")
    with suppress(ContentError):
        load(folder)


@given(st.binary(max_size=60))
def test_no_bytes_are_a_traceback(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "workshop.yaml"
    path.write_bytes(raw)
    document = read_yaml(path)
    assert document.data is not None or document.faults
