"""One process behind the nginx that deploy/ ships: TLS, at the root and under a path, no personal data in its log."""

import asyncio
import json
import re
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import httpx
import pytest
import websockets

from tests.cluster.nginx import Nginx
from tests.conftest import Server, free_port, run_alone

STREAM_TYPE = "text/event-stream"


@dataclass
class Site:
    nginx: Nginx
    server: Server

    @property
    def path(self) -> str:
        return self.nginx.base

    def links(self) -> tuple[str, str, str]:
        """Phone, control and screen of a new room, as the command line prints them."""
        phone, control, screen = re.findall(r"https://\S+", self.server.command("room", "new", "--open", "word_cloud"))
        return phone, control, screen

    def visitor(self, **options: object) -> httpx.Client:
        return httpx.Client(verify=False, timeout=20, **options)  # type: ignore[arg-type]  # noqa: S501


@pytest.fixture(scope="module", params=["", "/tyopaja"], ids=["root", "path"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    base: str = request.param
    port = free_port()
    address = f"https://127.0.0.1:{port}{base}"
    server = Server(
        tmp_path_factory.mktemp("home"),
        environment={"PROPELLI_URL": address, "PROPELLI_METRICS": "1"},
        base=base,
    )
    with ExitStack() as stack:
        stack.callback(lambda: server.process and server.kill())
        server.start()
        folder = tmp_path_factory.mktemp("nginx")
        nginx = Nginx(folder, "nginx.conf", [f"127.0.0.1:{server.port}"], base, port)
        stack.callback(nginx.close)
        yield Site(nginx, server)


def test_whoever_comes_without_tls_is_sent_on_to_it(site: Site) -> None:
    answer = httpx.get(f"{site.nginx.plain_address}{site.path}/482915?kieli=sv")
    assert answer.status_code == 301
    assert answer.headers["location"] == f"https://127.0.0.1{site.path}/482915?kieli=sv"


def test_a_phone_gets_its_page_its_stream_and_its_receipt(site: Site) -> None:
    phone, _, _ = site.links()
    code = phone.rpartition("/")[2]
    with site.visitor() as visitor:
        page = visitor.get(phone)
        assert page.status_code == 200
        assert visitor.cookies["__Host-propelli"]
        for file in re.findall(r'(?:src|href)="(/[^"]*assets/[^"]+)"', page.text):
            assert visitor.get(f"{site.nginx.address.removesuffix(site.path)}{file}").status_code == 200
        with visitor.stream("GET", f"{site.nginx.address}/live/{code}") as stream:
            assert stream.headers["content-type"].startswith(STREAM_TYPE)
            first = next(line for line in stream.iter_lines() if line.startswith("data: "))
        body = {"round": json.loads(first[6:])["round"], "words": ["yhteys"]}
        assert visitor.post(f"{site.nginx.address}/live/{code}/answers", json=body).json()["saved"] == ["yhteys"]


def test_the_control_link_opens_the_desk_and_the_qr_code_leads_to_the_phone_page(site: Site) -> None:
    phone, control, _ = site.links()
    with site.visitor() as visitor:
        entered = visitor.get(control)
        assert entered.status_code == 303
        desk = visitor.get(f"{site.nginx.address.removesuffix(site.path)}{entered.headers['location']}")
        assert desk.status_code == 200
        assert '<div id="root">' in desk.text, "the desk and not the sign-in"
        assert phone in visitor.get(f"{site.nginx.address}/qr/{phone.rpartition('/')[2]}.svg").text


def test_a_page_reaches_its_script(site: Site) -> None:
    async def first_message() -> bytes:
        trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        origin = site.nginx.address.removesuffix(site.path)
        address = f"{site.nginx.address.replace('https', 'wss')}/_stcore/stream"
        headers = {"Cookie": f"__Host-propelli={'a' * 22}", "Origin": origin}
        async with websockets.connect(address, additional_headers=headers, ssl=trusting) as socket:
            await socket.send(b"\x5a\x00")  # an empty request to run the script
            return bytes(await asyncio.wait_for(socket.recv(decode=False), 20))

    assert run_alone(first_message())


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/_stcore/metrics"),
        ("GET", "/_stcore//metrics"),
        ("GET", "/_stcore%2Fmetrics"),
        ("PUT", "/_stcore/upload_file/session/file"),
        ("GET", "/_stcore/script-health-check"),
        ("GET", "/_stcore/agent/openapi.json"),
        ("POST", "/_stcore/agent/mcp"),
        ("GET", "/component/x/index.html"),
        ("GET", "/app/static/x"),
        ("GET", "/auth/login"),
        ("GET", "/oauth2callback"),
    ],
)
def test_addresses_that_no_page_needs_are_closed(site: Site, method: str, path: str) -> None:
    with site.visitor() as visitor:
        answer = visitor.request(method, f"{site.nginx.address}{path}")
    assert answer.status_code == 404
    assert "x-served-by" not in answer.headers or not answer.headers["x-served-by"], "no process was asked"


@pytest.mark.parametrize("path", ["/_stcore/health", "/_stcore/host-config", "/healthz", "/metrics", "/liity", "/"])
def test_addresses_that_are_needed_are_open(site: Site, path: str) -> None:
    with site.visitor() as visitor:
        answer = visitor.get(f"{site.nginx.address}{path}")
    assert answer.status_code == 200
    assert answer.headers["strict-transport-security"].startswith("max-age=")


def test_figures_are_shown_to_the_machine_itself_alone(site: Site) -> None:
    with site.visitor(transport=httpx.HTTPTransport(verify=False, local_address="127.0.0.2")) as elsewhere:
        assert elsewhere.get(f"{site.nginx.address}/metrics").status_code == 403
        assert elsewhere.get(f"{site.nginx.address}/healthz").status_code == 200


def test_a_large_answer_is_stopped_before_the_process(site: Site) -> None:
    with site.visitor() as visitor:
        answer = visitor.post(f"{site.nginx.address}/live/482915/answers", json={"words": ["a" * 9000]})
    assert answer.status_code == 413
    assert not answer.headers.get("x-served-by")


def test_files_are_kept_and_carry_nobodys_cookie(site: Site) -> None:
    with site.visitor() as visitor:
        page = visitor.get(f"{site.nginx.address}/vastaa").text
        script = page.split('src="./', 1)[1].split('"', 1)[0]
        answers = [visitor.get(f"{site.nginx.address}/{script}") for _ in range(2)]
    assert answers[0].headers["content-encoding"] == "gzip"
    assert "x-served-by" not in answers[1].headers, "the second time no process was asked"
    assert all("set-cookie" not in answer.headers for answer in answers)


def test_the_log_tells_the_kind_of_request_and_nothing_of_who_asked_for_what(site: Site) -> None:
    phone, control, screen = site.links()
    code, key = phone.rpartition("/")[2], control.rpartition("/")[2]
    with site.visitor(headers={"X-Forwarded-For": "203.0.113.9", "Referer": control}) as visitor:
        for address in (
            phone, control, screen, f"{control}x", f"{phone}?kieli=hakusana", f"{site.nginx.address}/live/{code}/me",
            f"{site.nginx.address}/ohjaa/{code}/vieras%2Favain", f"{site.nginx.address}/hakusana",
            f"{site.nginx.address}/workshops/hakusana/draft?session=hakusana",
        ):  # fmt: skip
            visitor.get(address)
        visitor.post(f"{site.nginx.address}/live/{code}/answers", json={"words": ["vastaukseni" * 900]})
        token = visitor.cookies["__Host-propelli"]
        httpx.get(f"{site.nginx.plain_address}{site.path}/ohjaa/{code}/{key}")
        with httpx.Client(
            transport=httpx.HTTPTransport(verify=False, local_address="127.0.0.2"), headers={"Referer": control}
        ) as elsewhere:
            elsewhere.get(f"{site.nginx.address}/metrics?{key}")
        site.server.kill()  # nginx has no process to ask
        assert visitor.get(control).status_code == 502
        site.server.start()
    written = site.nginx.written()
    for kind in (
        '"control link" 303',
        '"control link" 502',
        '"control link" 301',
        '"answer" 413',
        '"editor" 403',
        '"page" 200',
    ):
        assert kind in written
    for secret in ("127.0.0", "203.0.113.9", "::", code, key, token, "vastaukseni", "hakusana", "vieras"):
        assert secret not in written, secret
