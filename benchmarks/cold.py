"""A first visit with an empty cache: requests and bytes to the first possible answer.  python -m benchmarks.cold

Counted from the pages themselves: everything the document names and everything that those name, as a browser asks
for it (gzip accepted, headers included). The form inside the app (`/vastaa`) is counted in a real browser, where
there is one.
"""

import re
from urllib.parse import urljoin

import httpx

from benchmarks.crowd_phones import CODE
from benchmarks.crowd_propelli import prepare
from benchmarks.crowd_server import Server

MAX_REQUESTS, MAX_BYTES = 4, 30_000
NAMED = re.compile(r"""(?:src|href)="([^"#]+\.(?:js|css|svg|woff2)[^"]*)"|url\(["']?([^"')]+)["']?\)""")
AS_A_BROWSER = {"Accept-Encoding": "gzip, deflate", "User-Agent": "Mozilla/5.0 (cold phone)"}


class Cold:
    """Fetches a page with what it needs, counting what goes over the line."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self.requests: list[tuple[str, int, str]] = []

    def fetch(self, address: str) -> None:
        """Fetches the address and, where it is a page or a style, what it names."""
        if any(address == requested for requested, _, _ in self.requests):
            return
        with self._client.stream("GET", address) as answer:
            body = b"".join(answer.iter_raw())
            headers = sum(len(name) + len(value) + 4 for name, value in answer.headers.raw)
            self.requests.append((address, len(body) + headers, answer.headers.get("cache-control", "")))
        kind = answer.headers.get("content-type", "")
        if kind.startswith(("text/html", "text/css")):
            text = self._client.get(address).text
            for groups in NAMED.findall(text):
                link = next(name for name in groups if name)
                if not link.startswith("data:"):
                    self.fetch(urljoin(address, link))

    @property
    def bytes(self) -> int:
        return sum(size for _, size, _ in self.requests)


def in_browser(address: str) -> tuple[int, int] | None:
    """Requests and bytes that a real browser needs for the page; None where there is no browser."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        return None
    from tests.find_browser import find_browser

    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        except Error:
            return None
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        sizes: list[int] = []
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
        page.goto(address)
        page.wait_for_timeout(8000)
        browser.close()
    return len(sizes), sum(sizes)


def main() -> None:
    with Server("app.py") as server:
        prepare(server, "words")
        base = f"http://127.0.0.1:{server.port}"
        with httpx.Client(headers=AS_A_BROWSER, timeout=20) as client:
            cold = Cold(client)
            cold.fetch(f"{base}/{CODE}")
        for address, size, cached in cold.requests:
            print(f"{size:8d} bytes  {address.removeprefix(base)}  ({cached})")
        print(f"participant page: {len(cold.requests)} requests, {cold.bytes} bytes, without the stream")
        app = in_browser(f"{base}/vastaa?huone={CODE}")
        if app:
            print(f"/vastaa in a browser: {app[0]} requests, {app[1]} bytes")
    if len(cold.requests) > MAX_REQUESTS or cold.bytes > MAX_BYTES:
        raise SystemExit(f"more than {MAX_REQUESTS} requests or {MAX_BYTES} bytes")


if __name__ == "__main__":
    main()
