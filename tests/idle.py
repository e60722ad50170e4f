"""When a page has been drawn."""

from playwright.sync_api import Page, expect

from tests.conftest import PATIENCE_MS

# The script runs, or an element's own code is still on its way and a grey place stands for it.
UNFINISHED = "[data-test-script-state]:not([data-test-script-state=notRunning]), [data-testid=stSkeleton]"


def wait_until_idle(page: Page) -> None:
    """Waits until the page has its heading and Streamlit, where it is one of its, has run and drawn the script."""
    expect(page.locator("h1, h2").first).to_be_attached(timeout=PATIENCE_MS)
    expect(page.locator(UNFINISHED)).to_have_count(0, timeout=PATIENCE_MS)
