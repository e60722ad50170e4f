"""A real nginx with the configuration that deploy/ ships, its addresses replaced by the test's."""

import os
import re
import subprocess
import time
from pathlib import Path

import httpx
import pytest

from tests.conftest import ROOT, free_port
from tests.find_programs import NGINX, OPENSSL, find_program

MAIN = """
worker_processes 1;
{user}pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
daemon off;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    add_header X-Served-By $upstream_addr always;
    include {folder}/site.conf;
}}
"""


class Nginx:
    """nginx with one of the files of deploy/ before the given addresses (host:port), with TLS where the file has it.

    `base` is the path under which the app is served; the file is changed for it as docs/deploy.md tells.
    """

    def __init__(self, folder: Path, shipped: str, servers: list[str], base: str = "", port: int | None = None) -> None:
        self._program = find_program(NGINX)
        if self._program is None:
            pytest.skip("nginx is not installed (make programs)")
        self._folder, self._plain_port, self.base = folder, free_port(), base
        site = (ROOT / "deploy" / shipped).read_text("utf-8")
        self._tls = "listen 443 " in site
        self.port = (port or free_port()) if self._tls else self._plain_port
        if self._tls:
            _certify(folder)
        (folder / "site.conf").write_text(self._placed(site, servers), "utf-8")
        (folder / "nginx.conf").write_text(
            MAIN.format(folder=folder, user="user root;\n" if os.getuid() == 0 else ""), "utf-8"
        )
        self._process = self._started()

    def _placed(self, site: str, servers: list[str]) -> str:
        """The shipped file with the test's folders, ports and addresses."""
        names = re.findall(r"server (\S+:8501)", site)
        for name, address in zip(names, servers, strict=True):
            site = site.replace(name, address)
        site = re.sub(r"listen \[::\].*;\n", "", site)
        site = site.replace("listen 80;", f"listen 127.0.0.1:{self._plain_port};")
        site = site.replace("listen 443 ", f"listen 127.0.0.1:{self.port} ")
        for place, here in (
            ("/etc/nginx/propelli/log.conf", ROOT / "deploy" / "log.conf"),
            ("/etc/nginx/propelli/locations.conf", ROOT / "deploy" / "locations.conf"),
            ("/etc/nginx/propelli/", f"{self._folder}/"),
            ("/var/cache/nginx/propelli", self._folder / "cache"),
            ("/var/log/nginx/propelli.log", self.access_log),
            ("/dev/stdout", self.access_log),
        ):
            site = site.replace(str(place), str(here))
        if self.base:
            before, _, after = site.rpartition("location / {")
            site = f"{before}location {self.base}/ {{{after}"
        return site

    @property
    def access_log(self) -> Path:
        return self._folder / "access.log"

    @property
    def address(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}{self.base}"

    @property
    def plain_address(self) -> str:
        return f"http://127.0.0.1:{self._plain_port}"

    def written(self) -> str:
        """All that nginx has written into its logs."""
        files = (self.access_log, self._folder / "error.log")
        return "".join(file.read_text("utf-8", "replace") for file in files if file.exists())

    def _started(self) -> subprocess.Popen[bytes]:
        assert self._program
        process = subprocess.Popen([self._program, "-c", str(self._folder / "nginx.conf"), "-p", str(self._folder)])
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                httpx.get(f"{self.address}/healthz", timeout=2, verify=False)  # noqa: S501  the certificate is the test's own
            except httpx.HTTPError:
                time.sleep(0.05)
            else:
                return process
        process.kill()
        process.wait()
        raise AssertionError((self._folder / "error.log").read_text("utf-8"))

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(10)


def _certify(folder: Path) -> None:
    """A self-signed certificate, made as docs/deploy.md tells."""
    program = find_program(OPENSSL)
    if program is None:
        pytest.skip("openssl is not installed (make programs)")
    subprocess.run(
        [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=propelli.example",
         "-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")],
        check=True, capture_output=True,
    )  # fmt: skip
