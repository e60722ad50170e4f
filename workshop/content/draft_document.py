"""A draft as a document that rooms can run, or what still keeps it from being one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from workshop.assessment.criteria import findings as criteria_findings
from workshop.content.draft_changes import Tree
from workshop.content.draft_ids import first_language
from workshop.content.draft_parts import completed
from workshop.content.draft_validation import WORKSHOP_FIELDS, PartValidator, ValidPart
from workshop.content.errors import Finding, Path
from workshop.content.findings import programme_findings, section_findings, workshop_findings
from workshop.content.parts import Part
from workshop.content.template import is_copy_of_template
from workshop.content.text_files import own_text_findings
from workshop.content.texts import LANGUAGES
from workshop.content.validation import repeated
from workshop.content.workshop_document import Workshop, WorkshopDocument
from workshop.examples.regions import is_map
from workshop.examples.rows import example_findings
from workshop.quiz.models import findings as quiz_findings

_PART_KEYS: Mapping[Part, str] = {"assessment": "criteria", "examples": "examples", "quiz": "quiz"}
_OWN_REASONS = frozenset({"choice", "form", "number", "pair", "part", "point", "template", "without"})
"""Reasons whose sentences in the check of a folder speak of its files: the editor has its own."""


@dataclass(frozen=True)
class CompiledDraft:
    """What a draft gives: its document, or None and what keeps it from one; by language, the texts that are missing.

    Whatever a finding tells must be mended before a room can begin. A missing translation need not be: the first
    language's text is shown. `parts` make the next compilation of a slightly changed draft quick; `source` is
    the draft itself.
    """

    document: WorkshopDocument | None
    findings: tuple[Finding, ...]
    missing: Mapping[str, tuple[Path, ...]]
    source: Tree = field(repr=False)
    parts: Mapping[int, ValidPart] = field(repr=False)


def sentence_key(finding: Finding) -> str:
    """The key of the finding's sentence in the texts."""
    return f"editor.faults.{finding.reason}" if finding.reason in _OWN_REASONS else f"content.{finding.reason}"


def compiled(draft: Tree, earlier: CompiledDraft | None = None) -> CompiledDraft:
    """Compiles a draft; what it shares with the one that `earlier` was made of is not validated again."""
    return _Compilation(draft, earlier.parts if earlier else {}).result()


class _Compilation:
    def __init__(self, draft: Tree, earlier: Mapping[int, ValidPart]) -> None:
        self._draft, self._filled = draft, completed(draft)
        self._workshop: Tree = draft["workshop"]
        self.languages = workshop_languages(draft)
        title = self._workshop.get("title")
        words = title.get(self.languages[0]) if isinstance(title, dict) else None
        self._parts = PartValidator(self.languages, isinstance(words, str) and is_copy_of_template(words), earlier)
        self._findings: list[Finding] = []
        self._missing: dict[str, list[Path]] = {lang: [] for lang in self.languages[1:]}

    def result(self) -> CompiledDraft:
        fields = {name: self._field(name) for name in WORKSHOP_FIELDS if self._is_there(name)}
        activities = [self._activity(index, row) for index, row in enumerate(self._workshop.get("activities", ()))]
        if not activities:
            self._note(("workshop", "activities"), [Finding((), "few", {"limit": 1})])
        criteria, quiz = self._part("criteria"), self._part("quiz", self._criteria_ids)
        examples = [self._example(index, row) for index, row in enumerate(self._draft.get("examples", ()))]
        self._across(fields, activities)
        self._note(("criteria",), criteria_findings(criteria) if criteria else ())
        self._note(("quiz",), quiz_findings(quiz, self._criteria_ids) if quiz else ())
        self._rows(examples, fields.get("vocabularies"))
        self._packaged()
        document = None if self._findings else self._document(fields, activities, criteria, quiz, examples)
        missing = {lang: tuple(paths) for lang, paths in self._missing.items()}
        return CompiledDraft(document, tuple(self._findings), missing, self._draft, self._parts.parts)

    @property
    def _criteria_ids(self) -> tuple[str, ...]:
        rows = (self._draft.get("criteria") or {}).get("criteria", ())
        return tuple(str(row.get("id")) for row in rows)

    def _is_there(self, name: str) -> bool:
        return name in self._workshop or Workshop.model_fields[name].is_required()

    def _field(self, name: str) -> Any:
        source = self._workshop.get(name)
        return self._model(("workshop", name), self._parts.part(name, source, source))

    def _activity(self, index: int, source: Any) -> Any:
        return self._model(("workshop", "activities", index), self._parts.part("activity", source, source))

    def _part(self, name: str, *circumstances: Any) -> Any:
        source = self._draft.get(name)
        if source is None:
            return None
        return self._model((name,), self._parts.part(name, source, self._filled[name], *circumstances))

    def _example(self, index: int, source: Any) -> Any:
        filled = self._filled["examples"][index]
        return self._model(("examples", index), self._parts.part("example", source, filled, self._criteria_ids))

    def _model(self, path: Path, part: ValidPart) -> Any:
        self._note(path, part.findings)
        for lang, below in part.missing:
            self._missing[lang].append((*path, *below))
        return part.model

    def _note(self, path: Path, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self._findings.append(Finding((*path, *finding.path), finding.reason, finding.values))

    def _across(self, fields: Mapping[str, Any], activities: list[Any]) -> None:
        """What one part of the workshop needs of another."""
        lacks = {part for part, key in _PART_KEYS.items() if not self._draft.get(key)}
        for index, activity in enumerate(activities):
            if activity is not None:
                self._note(("workshop",), programme_findings(index, activity, lacks))
        if fields["pages"] is not None:
            sections = section_findings(fields["pages"], self._workshop.get("vocabularies"), lacks)
            self._note(("workshop",), (Finding(finding.path, "empty") for finding in sections))
        if all(activity is not None for activity in activities) and None not in fields.values():
            workshop = Workshop.model_construct(**fields, activities=tuple(activities))
            self._note(("workshop",), workshop_findings(workshop))

    def _rows(self, examples: list[Any], vocabularies: Any) -> None:
        """What does not hold together in the examples."""
        ids = [row.get("id", "") for row in self._draft.get("examples", ())]
        if len(set(ids)) < len(ids):
            self._note(("examples",), repeated(ids, lambda index: (index, "id")))
        for index, example in enumerate(examples):
            if example is not None:
                self._note(("examples", index), example_findings(example, vocabularies))

    def _packaged(self) -> None:
        """What is wrong in the parts that come from files alone."""
        if self._draft.get("regions") is not None and not is_map(self._draft["regions"]):
            self._note(("regions",), [Finding((), "map")])
        for lang, texts in self._draft.get("texts", {}).items():
            self._note(("texts", lang), own_text_findings(lang, texts))

    def _document(
        self, fields: Mapping[str, Any], activities: list[Any], criteria: Any, quiz: Any, examples: list[Any]
    ) -> WorkshopDocument | None:
        rest = {name: self._draft[name] for name in ("regions", "texts", "blocked") if name in self._draft}
        try:
            workshop = Workshop(**fields, activities=tuple(activities))
            return WorkshopDocument(workshop=workshop, criteria=criteria, quiz=quiz, examples=tuple(examples), **rest)
        except ValidationError:  # what each part could not tell alone
            self._note((), [Finding((), "form")])
            return None


def workshop_languages(draft: Tree) -> tuple[str, ...]:
    """The draft's languages, its own first."""
    listed = draft["workshop"].get("languages")
    known = [lang for lang in listed if lang in LANGUAGES] if isinstance(listed, list) else []
    return tuple(dict.fromkeys([first_language(draft), *known]))


def draft_of(document: WorkshopDocument) -> Tree:
    """The draft that a document begins with: without nulls, and without texts in languages that it lacks."""
    languages = document.workshop.languages
    plain: Tree = _stripped(document.model_dump(mode="json", by_alias=True), languages)
    return plain


def _stripped(value: Any, languages: Iterable[str]) -> Any:
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES) and all(isinstance(text, str) for text in value.values()):
            first = value[next(iter(languages))]
            return {lang: text for lang, text in value.items() if lang in languages or text != first}
        return {name: _stripped(child, languages) for name, child in value.items() if child is not None}
    return [_stripped(child, languages) for child in value] if isinstance(value, list) else value
