"""Loads and validates a folder of content; reports every fault at once."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from workshop.assessment.criteria import Criteria
from workshop.assessment.criteria import findings as criteria_findings
from workshop.content.content import Content
from workshop.content.documents import Document, read_yaml
from workshop.content.errors import ContentError
from workshop.content.findings import part_findings, workshop_findings
from workshop.content.parts import PART_FILES, Part
from workshop.content.template import DATA, add_template_faults
from workshop.content.text_files import read_own_texts
from workshop.content.texts import LANGUAGES
from workshop.content.validation import validated
from workshop.content.workshop_document import Workshop, WorkshopDocument
from workshop.examples.regions import read_regions
from workshop.examples.rows import read_examples
from workshop.examples.vocabularies import Vocabularies
from workshop.quiz.models import Quiz
from workshop.quiz.models import findings as quiz_findings
from workshop.words.filter.blocklists import read_lines

Model = TypeVar("Model", bound=BaseModel)


def load(folder: Path) -> Content:
    """The content of a folder such as `data/`.

    A file of a part that is not there means a workshop without that part. The screen's texts, the map and the blocked
    words are the packaged ones where the folder has none of its own. Raises ContentError with every fault of every
    file, and BlocklistUnreadableError.
    """
    documents = {name: _read(folder / f"{name}.yaml") for name in ("criteria", "quiz")}
    main = read_yaml(folder / "workshop.yaml")
    languages = _languages(main)
    workshop = validated(Workshop, main, languages)
    criteria = validated(Criteria, documents["criteria"], languages)
    quiz = validated(Quiz, documents["quiz"], languages)
    if criteria is not None:
        documents["criteria"].add_findings(criteria_findings(criteria))
    elements = _elements(documents["criteria"])
    if quiz is not None:
        documents["quiz"].add_findings(quiz_findings(quiz, elements))
    vocabularies = _vocabularies(main, languages)
    examples, rows = read_examples(folder / "examples.csv", vocabularies, elements, languages)
    if workshop is not None:
        lacks = {part for part in PART_FILES if _is_lacking(folder, part, rows)}
        main.add_findings(workshop_findings(workshop))
        main.add_findings(part_findings(workshop, lacks))
    regions, map_faults = read_regions(folder / "regions.geojson")
    texts, text_faults = read_own_texts(folder / "texts")
    blocked = folder / "blocked"
    files = (main, *documents.values(), rows)
    # By its definition no sentence of the template stands in the packaged workshop, and looking for one takes long.
    is_packaged = folder.resolve() == DATA
    if workshop is not None and not is_packaged and not any(file.faults for file in files):
        text_faults += add_template_faults(workshop, files, texts)
    faults = [fault for document in files for fault in document.in_order()]
    faults += map_faults + text_faults
    if faults or workshop is None:
        raise ContentError(tuple(faults))
    return Content(
        WorkshopDocument(
            workshop=workshop,
            criteria=criteria,
            quiz=quiz,
            examples=examples,
            regions=regions,
            texts=texts,
            blocked=read_lines(blocked) if blocked.is_dir() else None,
        )
    )


def _read(path: Path) -> Document:
    """The file's values; a file that is not there has none, and that is no fault."""
    return read_yaml(path) if path.exists() else Document(path.name)


def _is_lacking(folder: Path, part: Part, rows: Document) -> bool:
    """Whether the folder has nothing of a part; a file with faults counts as there, for they are told already."""
    if part == "examples":
        return not rows.data and not rows.faults
    return not (folder / PART_FILES[part]).exists()


def _languages(document: Document) -> tuple[str, ...]:
    """The languages that every text must stand in; all of them where the file does not say."""
    languages = document.data.get("languages") if isinstance(document.data, dict) else None
    known = tuple(lang for lang in languages if lang in LANGUAGES) if isinstance(languages, list) else ()
    return known or LANGUAGES


def _elements(criteria: Document) -> tuple[str, ...] | None:
    """The criteria's ids, also where something else in their file is wrong; None where they are not known."""
    if criteria.data is None and not criteria.faults:
        return ()
    items = criteria.data.get("criteria") if isinstance(criteria.data, dict) else None
    ids = [item.get("id") for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return tuple(map(str, ids)) if ids and all(ids) else None


def _vocabularies(workshop: Document, languages: tuple[str, ...]) -> Vocabularies | None:
    """The vocabularies, also where something else in their file is wrong; None where they are."""
    vocabularies = workshop.data.get("vocabularies") if isinstance(workshop.data, dict) else None
    return validated(Vocabularies, Document(workshop.file, vocabularies), languages)
