"""Settings and languages."""

import pytest

from server.settings import SettingError, Settings
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


EMBEDDERS = "https://*.cloud.microsoft https://teams.microsoft.com http://localhost:8600"


def test_the_sites_that_may_frame_are_a_list() -> None:
    assert Settings.from_environment({"PROPELLI_EMBED": EMBEDDERS}).embed == tuple(EMBEDDERS.split())
    assert Settings().embed == ()


@pytest.mark.parametrize(
    "value",
    ["*", "https://*", "https://*.fi", "https://a.*.fi", "https://**.a.fi", "teams.microsoft.com", "https:",
     "https://a.fi/polku", "https://a.fi; script-src *", "https://a.fi,https://b.fi", "https://a..fi", "'self'",
     "javascript://a.fi"],
)  # fmt: skip
def test_a_site_that_may_frame_is_a_scheme_and_a_host(value: str) -> None:
    with pytest.raises(SettingError) as error:
        Settings.from_environment({"PROPELLI_EMBED": value})
    assert error.value.id == "setting_embed"
