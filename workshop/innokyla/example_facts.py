"""What an example tells under Innokylä's headings, in Finnish; partners that were only inferred are left out."""

from workshop.content.content import Content
from workshop.examples.models import Example
from workshop.innokyla.template import Template

LANG = "fi"


def example_facts(template: Template, content: Content, example: Example) -> dict[str, list[str]]:
    """Id of a field or a heading to its sentences."""
    vocabularies = content.workshop.vocabularies
    place = example.place(LANG)
    region = vocabularies.regions[example.region].name(LANG) if vocabularies and example.region else ""
    facts = {
        "name": [example.title(LANG)],
        "summary": [example.summary(LANG)],
        "place": [place],
        "area": [f"{place}, {region}" if region and example.area_type == "municipality" else place],
        "idea": [example.summary(LANG)],
    }
    if vocabularies:
        names = ", ".join(vocabularies.partners[name](LANG) for name in example.partners_stated)
        groups = ", ".join(vocabularies.target_groups[name](LANG) for name in example.target_groups)
        facts["people"] = [template.sentence("partners", names=names)] if names else []
        facts["idea"].append(template.sentence("target_groups", names=groups))
    return facts
