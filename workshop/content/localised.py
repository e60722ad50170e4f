"""A text in every language of the workshop."""

from typing import Any

from pydantic import ConfigDict, Field, ValidationInfo, model_validator

from workshop.content.texts import LANGUAGES
from workshop.strict_model import StrictModel


class Localised(StrictModel):
    """One text in Finnish, Swedish and English; `text("sv")` gives it in one of them.

    Where the validation context names the workshop's `languages`, a text may leave out the others: it is then shown
    in the first of them.
    """

    model_config = ConfigDict(str_strip_whitespace=True, coerce_numbers_to_str=True)

    fi: str = Field(min_length=1)
    sv: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def __call__(self, lang: str) -> str:
        return str(getattr(self, lang if lang in LANGUAGES else "fi"))

    @model_validator(mode="before")
    @classmethod
    def _unused_languages_filled(cls, value: Any, info: ValidationInfo) -> Any:
        languages = (info.context or {}).get("languages", LANGUAGES)
        if not isinstance(value, dict) or languages == LANGUAGES:
            return value
        unused = [lang for lang in LANGUAGES if lang not in languages and not value.get(lang)]
        return {**value, **dict.fromkeys(unused, value.get(languages[0]) or "-")}

    @classmethod
    def same(cls, text: str) -> "Localised":
        """A text written once, shown in every language: a question that a facilitator typed."""
        return cls(fi=text, sv=text, en=text)
