"""Settings and languages."""

import pytest

from server.settings import Settings
from server.web.languages import browser_language, chosen_language


def test_an_empty_variable_is_an_unset_one() -> None:
    assert Settings.from_environment({"PROPELLI_URL": "", "PROPELLI_PASSWORD": ""}) == Settings()


@pytest.mark.parametrize(
    ("url", "base", "secure"),
    [
        ("https://propelli.example", "", True),
        ("https://propelli.example/", "", True),
        ("http://localhost:8501", "", False),
        ("https://kunta.example/tyopaja/", "/tyopaja", True),
    ],
)
def test_the_public_address_gives_path_and_security(url: str, base: str, secure: bool) -> None:
    settings = Settings(url=url)
    assert (settings.base, settings.secure) == (base, secure)


@pytest.mark.parametrize(
    ("query", "jar", "expected"),
    [({"kieli": "sv"}, {"propelli_language": "en"}, "sv"), ({}, {"propelli_language": "en"}, "en"),
     ({"kieli": "de"}, {}, None), ({"kieli": "<b>"}, {"propelli_language": "xx"}, None)],
)  # fmt: skip
def test_the_address_comes_before_the_switch(query: dict[str, str], jar: dict[str, str], expected: str | None) -> None:
    assert chosen_language(query, jar) == expected


@pytest.mark.parametrize(
    ("accept", "expected"),
    [("sv-FI,sv;q=0.9,en;q=0.8", "sv"), ("de-DE,de;q=0.9,fi;q=0.5", "fi"), ("", None), (";;,,", None), ("de", None)],
)
def test_the_browsers_first_language_of_ours(accept: str, expected: str | None) -> None:
    assert browser_language(accept) == expected
