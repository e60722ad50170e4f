"""The privacy and accessibility statements, filled in with the organiser's details."""

from babel.dates import format_date

from workshop.content.workshop_document import Workshop

_DATES = {"en": "en_GB"}


def privacy(workshop: Workshop, lang: str) -> str:
    """What happens to an answer, who is responsible for it and when it is deleted."""
    return workshop.pages.about.privacy(lang).format(
        retention_days=workshop.retention_days,
        min_group=workshop.min_group,
        controller=workshop.organiser.controller(lang),
        contact=workshop.organiser.contact(lang),
    )


def accessibility(workshop: Workshop, lang: str) -> str:
    """The accessibility statement. Source: Act 306/2019 asks for status, known gaps, feedback and the authority."""
    organiser = workshop.organiser
    return workshop.pages.about.accessibility(lang).format(
        status=organiser.status(lang),
        known_gaps=organiser.known_gaps(lang),
        feedback=organiser.feedback(lang),
        authority=organiser.authority(lang),
        date=format_date(organiser.updated, "long", locale=_DATES.get(lang, lang)),
    )
