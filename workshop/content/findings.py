"""What does not hold together in a workshop: within its main file, and across its parts."""

from collections.abc import Collection, Iterator

from workshop.activities.registry import Activity
from workshop.assessment.criteria import findings as criteria_findings
from workshop.content.errors import Fault, Finding, Path
from workshop.content.page_texts import PageTexts
from workshop.content.parts import PART_FILES, PART_PAGES, Part
from workshop.content.text_files import own_text_findings
from workshop.content.validation import repeated
from workshop.content.workshop_document import Workshop, WorkshopDocument
from workshop.examples.models import Example
from workshop.examples.regions import is_map
from workshop.examples.rows import example_findings
from workshop.examples.vocabularies import Vocabularies
from workshop.quiz.models import findings as quiz_findings


def workshop_findings(workshop: Workshop) -> Iterator[Finding]:
    """What stands twice that must be told apart."""
    yield from repeated([activity.id for activity in workshop.activities], lambda index: ("activities", index, "id"))
    yield from repeated([link.id for link in workshop.pages.links], lambda index: ("pages", "links", index, "id"))
    if workshop.vocabularies is not None:
        codes = [region.code for region in workshop.vocabularies.regions.values()]
        names = list(workshop.vocabularies.regions)
        yield from repeated(codes, lambda index: ("vocabularies", "regions", names[index], "code"))


def part_findings(workshop: Workshop, lacks: Collection[Part]) -> Iterator[Finding]:
    """What the programme leads to although the workshop lacks it, and what the parts that it has need besides."""
    for index, activity in enumerate(workshop.activities):
        yield from programme_findings(index, activity, lacks)
    yield from section_findings(workshop.pages, workshop.vocabularies, lacks)


def programme_findings(index: int, activity: Activity, lacks: Collection[Part]) -> Iterator[Finding]:
    """The parts that an item of the programme leads to although the workshop lacks them."""
    for part in lacks:
        if part == activity.part or PART_PAGES[part] == activity.shown_page:
            yield Finding(("activities", index), "part", {"file": PART_FILES[part], "part": part})


def section_findings(pages: PageTexts, vocabularies: Vocabularies | None, lacks: Collection[Part]) -> Iterator[Finding]:
    """The sections that the parts need which the workshop has."""
    needed: tuple[tuple[Part, Path, object], ...] = (
        ("assessment", ("pages", "assessment"), pages.assessment),
        ("examples", ("pages", "examples"), pages.examples),
        ("examples", ("vocabularies",), vocabularies),
    )
    for part, path, section in needed:
        if section is None and part not in lacks:
            yield Finding(path, "missing", {"name": path[-1]})


def document_faults(document: WorkshopDocument) -> list[Fault]:
    """Everything that does not hold together in a document whose models are valid; as a folder's faults, no lines."""
    workshop, criteria, quiz = document.workshop, document.criteria, document.quiz
    lacks = {part for part in PART_FILES if not document.has(part)}
    elements = criteria.ids if criteria else ()
    faults = [*_faults("workshop.yaml", workshop_findings(workshop))]
    faults += _faults("workshop.yaml", part_findings(workshop, lacks))
    faults += _faults("criteria.yaml", criteria_findings(criteria) if criteria else ())
    faults += _faults("quiz.yaml", quiz_findings(quiz, elements) if quiz else ())
    faults += _faults("examples.csv", _examples(document.examples, workshop, elements))
    if document.regions is not None and not is_map(document.regions):
        faults.append(Fault("regions.geojson", None, "", "map"))
    for lang, texts in document.texts.items():
        faults += _faults(f"texts/{lang}.yaml", own_text_findings(lang, texts))
    return faults


def _examples(examples: Collection[Example], workshop: Workshop, elements: Collection[str]) -> Iterator[Finding]:
    yield from repeated([example.id for example in examples], lambda index: (index, "id"))
    for example in examples:
        yield from example_findings(example, workshop.vocabularies)
        if set(example.evidence) != set(elements):
            yield Finding(("evidence",), "missing", {"name": ", ".join(elements)})


def _faults(file: str, findings: Collection[Finding] | Iterator[Finding]) -> list[Fault]:
    return [Fault(file, None, ".".join(map(str, finding.path)), finding.reason, finding.values) for finding in findings]
