"""Translates Streamlit's own English texts: each with the key of our text, replaced by the shell's script.

Streamlit 1.67 has no translations. The English sentences are those of its own front end: one that changes in a later
version is simply left as it is.
"""

import json
from collections.abc import Mapping

from workshop.content.texts import Texts

EXACT: Mapping[str, str] = {
    "App pages": "pages",
    "Sidebar": "sidebar",
    "Expand sidebar": "open",
    "Collapse sidebar": "close",
    "Skip to main content": "skip",
    "Open": "open",
    "Close": "close",
    "Dismiss": "close",
    "Clear value": "clear",
    "Choose an option": "choose",
    "Choose options": "choose",
    "No results": "no_results",
    "No options to select.": "no_results",
    "Press Enter to apply": "enter",
    "Press Enter to submit form": "enter_form",
    "Press Ctrl+Enter to apply": "enter_area",
    "Press ⌘+Enter to apply": "enter_area",
    "Press Ctrl+Enter to submit form": "enter_area",
    "Press ⌘+Enter to submit form": "enter_area",
    "Increment": "more",
    "Decrement": "less",
    "Number is above the allowed range.": "too_large",
    "Number is below the allowed range.": "too_small",
    "Running...": "running",
    "Please wait...": "wait",
    "Stop": "stop",
    "Connecting": "connecting",
    "Connecting to Streamlit server": "connecting",
    "Connection lost. Please wait for the app to reconnect, then try again.": "connection_lost",
    "Reconnected to server.": "reconnected",
    "Download failed": "download_failed",
    "Copy to clipboard": "copy",
    "Copied": "copied",
    "Search": "search",
    "Show/hide columns": "columns",
    "Fullscreen": "full_screen",
    "Close fullscreen": "full_screen_off",
    "Dataframe column menu": "column_menu",
    "Sort ascending": "sort_up",
    "Sort descending": "sort_down",
    "Autosize": "fit",
    "Pin column": "pin",
    "Unpin column": "unpin",
    "Hide column": "hide",
}
BEGINNINGS: Mapping[str, str] = {"Help for ": "help"}
# A dialog's title, and what it says below it in place of whatever Streamlit tells there.
DIALOGS: Mapping[str, tuple[str, str]] = {
    "Connection error": ("connection", "connection_help"),
    "Page not found": ("page_missing", "page_missing_help"),
    "Script execution error": ("failed", "failed_help"),
}


def shell_words(text: Texts) -> str:
    """The words of one language as JSON, for the script's attribute."""

    def own_words(key: str) -> str:
        return text(f"streamlit.{key}")

    words = {
        "exact": {english: own_words(key) for english, key in EXACT.items()},
        "beginnings": {english: own_words(key) for english, key in BEGINNINGS.items()},
        "dialogs": {english: [own_words(key) for key in keys] for english, keys in DIALOGS.items()},
        "pages": own_words("pages"),
    }
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))
