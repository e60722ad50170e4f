"""The examples of a draft: what their tab shows, and its edits as steps that can be undone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from server.store.workshops import UnknownWorkshopError
from server.usecases.drafts import Drafts, OpenDraft
from server.usecases.editing import Editing, ReadOnlyWorkshopError
from server.usecases.editor_payloads import MAX_FINDINGS
from workshop.content.blank_parts import begin, end
from workshop.content.content import Content
from workshop.content.draft_document import sentence_key
from workshop.content.draft_ids import first_language
from workshop.content.draft_parts import completed
from workshop.content.texts import LANGUAGES, Texts
from workshop.content.workshop_document import Workshop, WorkshopDocument
from workshop.examples.draft_table import ExampleTable
from workshop.examples.models import Example
from workshop.examples.rows import example_findings
from workshop.examples.vocabularies import Vocabularies
from workshop.exports.tables_base import ascii_name

Row = Mapping[str, Any]
Words = Mapping[str, Mapping[str, Any]]

VOCABULARIES = ("themes", "target_groups", "partners", "suited_to", "regions")
"""The lists of words that an organiser edits; the kinds of areas and the degrees of evidence are fixed."""


@dataclass(frozen=True)
class Edit:
    """One edited cell of the example of this id."""

    example: str
    column: str
    value: Any


@dataclass(frozen=True)
class DraftExamples:
    """The examples of one revision of a draft, shown in one of its languages; whether this session may edit them."""

    draft: OpenDraft
    lang: str
    may_edit: bool = True

    @property
    def is_begun(self) -> bool:
        """Whether the workshop has the part at all."""
        return isinstance(self.draft.document["workshop"].get("vocabularies"), dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The draft's languages, its own first."""
        listed = self.draft.document["workshop"].get("languages") or []
        return tuple(dict.fromkeys([first_language(self.draft.document), *listed]))

    @property
    def examples(self) -> Sequence[dict[str, Any]]:
        return list(completed(self.draft.document).get("examples") or ())

    @property
    def ids(self) -> list[str]:
        return [str(example.get("id")) for example in self.examples]

    @property
    def elements(self) -> dict[str, str]:
        """The names of the assessment's criteria by their ids."""
        criteria = (self.draft.document.get("criteria") or {}).get("criteria") or ()
        return {str(item["id"]): self._word(item.get("label"), str(item["id"])) for item in criteria if item.get("id")}

    def words(self, name: str) -> dict[str, str]:
        """The ids of a vocabulary with their words."""
        words = self._vocabulary(name)
        if name == "regions":
            return {key: self._word((word or {}).get("name"), key) for key, word in words.items()}
        if name == "evidence":
            return {key: self._word((word or {}).get("label"), key) for key, word in words.items()}
        return {key: self._word(word, key) for key, word in words.items()}

    def _vocabulary(self, name: str) -> Words:
        vocabularies = self.draft.document["workshop"].get("vocabularies") or {}
        words = vocabularies.get(name)
        return words if isinstance(words, dict) else {}

    def _word(self, text: object, otherwise: str) -> str:
        words = text if isinstance(text, dict) else {}
        return str(words.get(self.lang) or next((word for word in words.values() if word), otherwise))

    @property
    def table(self) -> ExampleTable:
        codes = {name: str((region or {}).get("code")) for name, region in self._vocabulary("regions").items()}
        return ExampleTable(self.lang, self.languages, list(self.elements), codes)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The cells of the table, a row an example."""
        return [self.table.row(example) for example in self.examples]

    def word_rows(self, name: str) -> list[dict[str, str | None]]:
        """A vocabulary as rows: its id, a word for each language, and a region's code."""
        rows: list[dict[str, str | None]] = []
        for key, word in self._vocabulary(name).items():
            text = (word or {}).get("name") if name == "regions" else word
            texts: dict[str, str | None] = {lang: (text or {}).get(lang) for lang in self.languages}
            code = {"code": str((word or {}).get("code") or "")} if name == "regions" else {}
            rows.append({"id": key, **texts, **code})
        return rows

    def words_from(self, name: str, rows: Sequence[Mapping[str, Any]]) -> Words:
        """The vocabulary that edited rows say; a row without an id gets one by its first word."""
        before = self._vocabulary(name)
        words: dict[str, Any] = {}
        for row in rows:
            texts = {lang: str(row[lang]).strip() for lang in self.languages if isinstance(row.get(lang), str)}
            texts = {lang: text for lang, text in texts.items() if text}
            key = row.get("id") if row.get("id") in before else None
            if not texts and key is None:
                continue
            key = key or _new_id(next(iter(texts.values())), {*before, *words})
            former = before.get(key) or {}
            if name == "regions":
                code = str(row.get("code") or former.get("code") or "").strip()
                words[key] = {
                    "code": code.zfill(2) if code else code,
                    "name": _with_other_languages(former.get("name"), texts, self),
                }
            else:
                words[key] = _with_other_languages(former, texts, self)
        return words

    @property
    def vocabularies(self) -> Vocabularies | None:
        """The words as the models have them, where some may not be written yet; None where they are not whole."""
        listed = self.draft.document["workshop"].get("vocabularies")
        if isinstance(listed, dict):  # a workshop may do without this list, not without the others
            listed = {name: words for name, words in listed.items() if words or name != "suited_to"}
        words = _whole(listed)
        try:
            return Vocabularies.model_validate(words, context={"languages": self.languages[:1]})
        except ValidationError:
            return None

    @property
    def element_texts(self) -> dict[str, Callable[[str], str]]:
        """The criteria's names in any language, by their ids."""
        names: dict[str, dict[str, str]] = {lang: replace(self, lang=lang).elements for lang in LANGUAGES}

        def text_of(element: str) -> Callable[[str], str]:
            return lambda lang: names[lang][element]

        return {element: text_of(element) for element in self.elements}

    def map_content(self) -> tuple[Content, tuple[Example, ...]] | None:
        """What the map can draw: the examples that are whole. None where the words themselves are not."""
        document = completed(self.draft.document)
        context = {"languages": self.languages[:1]}
        vocabularies = self.vocabularies
        if vocabularies is None:
            return None
        examples = []
        for row in self.examples:
            try:
                example = Example.model_validate(row, context=context)
            except ValidationError:
                continue
            if not example_findings(example, vocabularies):
                examples.append(example)
        unchecked: dict[str, Any] = {"vocabularies": vocabularies, "languages": self.languages}
        workshop = Workshop.model_construct(**unchecked)
        parts: dict[str, Any] = {"workshop": workshop, "examples": tuple(examples), "criteria": None, "texts": {}}
        whole = WorkshopDocument.model_construct(**parts, regions=document.get("regions"), quiz=None, blocked=None)
        return Content(whole), tuple(examples)


def _with_other_languages(former: object, texts: Mapping[str, str], examples: DraftExamples) -> dict[str, str]:
    """The words with those of languages that the table does not show."""
    others = {} if not isinstance(former, dict) else former
    return {**{lang: word for lang, word in others.items() if lang not in examples.languages}, **texts}


def _whole(vocabularies: Any) -> Any:
    """The words as the models take them while some are not yet written."""
    if isinstance(vocabularies, dict) and not vocabularies:
        return {"fi": "–"}
    if isinstance(vocabularies, dict):
        return {name: _whole(value) for name, value in vocabularies.items()}
    return vocabularies


def _new_id(word: str, known_ids: set[str]) -> str:
    name = ascii_name(word).replace("-", "_")[:34].strip("_")
    name = name if name[:1].isalpha() else f"item_{name}".strip("_")
    numbers = (name, *(f"{name}_{number}" for number in range(2, len(known_ids) + 3)))
    return next(candidate for candidate in numbers if candidate not in known_ids)


class ExampleEditing:
    """Use cases of the examples' tab. A `session` is one open editor, as for `Editing`."""

    def __init__(self, editing: Editing, drafts: Drafts) -> None:
        self._editing, self._drafts = editing, drafts

    def open(self, workshop: str, session: str, lang: str) -> DraftExamples:
        """The examples as they stand; another session keeps this one from editing. Raises as `Editing.draft`."""
        draft = self._editing.draft(workshop)
        view = DraftExamples(draft, lang, self._editing.other_since(draft, session) is None)
        return view if lang in view.languages else replace(view, lang=view.languages[0])

    def revision(self, workshop: str) -> int:
        """The newest revision of the draft; 0 for a workshop that has none."""
        try:
            return self._editing.draft(workshop).head.rev
        except (ReadOnlyWorkshopError, UnknownWorkshopError):
            return 0

    def edit(self, workshop: str, session: str, lang: str, edits: Sequence[Edit]) -> None:
        """Does edits of cells as one step; those of examples that are gone are passed over. Raises as `change`."""

        def changes(view: DraftExamples) -> list[dict[str, Any]]:
            ids, table, rows = view.ids, view.table, view.examples
            return [
                change
                for edit in edits
                if edit.example in ids
                for index in [ids.index(edit.example)]
                for change in table.changes(index, rows[index], edit.column, edit.value)
            ]

        self._change(workshop, session, lang, changes)

    def add(self, workshop: str, session: str, lang: str) -> None:
        """Adds an empty example at the end."""
        self._change(
            workshop,
            session,
            lang,
            lambda view: [
                {"op": "insert", "path": ["examples", len(view.examples)], "value": view.table.new_example()}
            ],
        )

    def remove(self, workshop: str, session: str, lang: str, examples: Sequence[str]) -> None:
        """Removes examples by their ids."""
        self._change(
            workshop,
            session,
            lang,
            lambda view: [
                {"op": "remove", "path": ["examples", index]}
                for index in reversed(range(len(view.ids)))
                if view.ids[index] in examples
            ],
        )

    def replace(self, workshop: str, session: str, rows: Sequence[Row]) -> None:
        """Puts others in the place of all examples, as one step."""
        self._editing.set_examples(workshop, session, rows)

    def set_words(self, workshop: str, session: str, lang: str, name: str, rows: Sequence[Row]) -> None:
        """Makes a vocabulary what its edited rows say."""
        self._change(
            workshop,
            session,
            lang,
            lambda view: [
                {"op": "set", "path": ["workshop", "vocabularies", name], "value": view.words_from(name, rows)}
            ],
        )

    def begin(self, workshop: str, session: str, lang: str) -> None:
        """Gives the workshop the part."""
        self._change(workshop, session, lang, lambda view: begin("examples", view.languages))

    def end(self, workshop: str, session: str, lang: str) -> None:
        """Takes the part away, with all examples."""
        self._change(workshop, session, lang, lambda _: end("examples"))

    def _change(
        self, workshop: str, session: str, lang: str, changes: Callable[[DraftExamples], list[dict[str, Any]]]
    ) -> None:
        view = self.open(workshop, session, lang)
        if steps := changes(view):
            self._editing.change(workshop, session, view.draft.head.rev, steps)

    def faults(self, view: DraftExamples, text: Texts) -> list[tuple[int | None, str]]:
        """What is to be mended: the row counted from one, None for what concerns the words, and a sentence."""
        sentences: list[tuple[int | None, str]] = []
        for finding in self._drafts.compiled(view.draft).findings[:MAX_FINDINGS]:
            sentence = text(sentence_key(finding), **finding.values)
            if finding.path[:1] == ("examples",) and len(finding.path) > 1:
                row = int(finding.path[1]) + 1
                sentences.append((row, f"{_heading(finding.path[2:], view, text)}: {sentence}"))
            elif finding.path[:2] == ("workshop", "vocabularies") or finding.path[:1] == ("examples",):
                sentences.append((None, sentence))
        return sentences


def _heading(path: Sequence[str | int], view: DraftExamples, text: Texts) -> str:
    """The heading of the column that a finding is about."""
    name = str(path[0]) if path else "title"
    if name == "evidence":
        return view.elements.get(str(path[-1]), text("editor.examples.evidence"))
    columns = text.tree["editor"]["examples"]["columns"]
    return text(f"editor.examples.columns.{name}") if name in columns else name
