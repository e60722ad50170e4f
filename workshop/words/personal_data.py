"""Detects personal data and links: e-mail addresses, telephone numbers, personal identity codes, web addresses.

Sources: the Finnish personal identity code, Digital and Population Data Services Agency (marks `-`, `+`, `A`–`F` and
`U`–`Y` since 2023); telephone numbers by ITU-T E.164, 7 to 15 digits. Links: an address with its scheme or `www.`, a
host under a domain that no Finnish, Swedish or English sentence begins with (`kela.fi`), or any host with a path of
five characters (`svt.se/nyheter`, not `ok.no/yes`).
"""

import re
from typing import Literal

from workshop.words.clean import cleaned

Kind = Literal["email", "phone", "identity_code", "link"]

_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\]|\(ät\))\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_IDENTITY_CODE = re.compile(
    r"(?<!\w)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\s?[-+A-FU-Y]\s?\d{3}[0-9A-FHJ-NPR-Y](?!\w)", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\w.,])(?:\+|00|0|358)[\d\s().\-–/]{5,}\d(?!\w)")
_DATE = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}\b")
_DOMAIN = "fi|com|net|org|io|ee|dk|uk|edu|gov|dev|ly|gl|biz"
_DOMAIN_AND_WORD = "eu|info|se|no|de|app|me|be|tv"
_LINK = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|(?<![\w@.])[\w-]+(?:\.[\w-]+)*"
    rf"(?:\.(?:{_DOMAIN})(?!\w)|\.(?:{_DOMAIN_AND_WORD})/[\w-]{{5}}|(?<=\beuropa)\.eu\b)",
    re.IGNORECASE,
)
"""A domain that is also a word needs a path to be a link: a space is often left out after a full stop (`Hyvä.me`)."""
_DIGITS = range(7, 16)
_DIGITS_AFTER_PLUS = range(8, 16)


def personal_data(text: str) -> Kind | None:
    """The kind of personal data in a text; None where there is none."""
    shown = cleaned(text)
    if _EMAIL.search(shown):
        return "email"
    if _IDENTITY_CODE.search(shown):
        return "identity_code"
    if _has_phone(_DATE.sub(" ", shown)):
        return "phone"
    return "link" if _LINK.search(shown) else None


def _has_phone(text: str) -> bool:
    for match in _PHONE.finditer(text):
        digits = sum(character.isdigit() for character in match[0])
        if digits in (_DIGITS_AFTER_PLUS if match[0].startswith("+") else _DIGITS):
            return True
    return False
