"""A description as Markdown, ready to paste."""

from workshop.assessment.report import markdown_text
from workshop.innokyla.description import Description, DescriptionLine


def description_markdown(description: Description) -> str:
    """Headings and paragraphs; nothing that people typed is read as markup."""
    parts = [f"# {description.title}", *description.intro]
    for section in description.sections:
        parts.append(f"## {section.title}")
        lines = [_line(line) for line in section.lines]
        parts += ["\n".join(f"- {line}" for line in lines)] if section.lines[0].label else lines
    return "\n\n".join(parts) + "\n"


def _line(line: DescriptionLine) -> str:
    text = f"[{line.text}]" if line.is_question else markdown_text(line.text)
    return f"**{line.label}:** {text}" if line.label else text
