"""A real nginx with the configuration that deploy/ ships, its addresses replaced by those of the test."""

import os
import re
import subprocess
import time
from pathlib import Path

import httpx
import pytest

from tests.conftest import ROOT, free_port
from tests.find_programs import NGINX, found

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
    """nginx with one of the files of deploy/ in front of the given addresses (host:port)."""

    def __init__(self, folder: Path, shipped: str, servers: list[str]) -> None:
        self._program = found(NGINX)
        if self._program is None:
            pytest.skip("nginx is not installed (make programs)")
        self._folder, self.port = folder, free_port()
        site = (ROOT / "deploy" / shipped).read_text("utf-8")
        names = re.findall(r"server (\S+:8501)", site)
        for name, address in zip(names, servers, strict=True):
            site = site.replace(name, address)
        site = site.replace("listen 80;", f"listen 127.0.0.1:{self.port};")
        site = site.replace("/var/cache/nginx/propelli", str(folder / "cache"))
        site = site.replace("/etc/nginx/propelli/locations.conf", str(ROOT / "deploy" / "locations.conf"))
        (folder / "site.conf").write_text(site, "utf-8")
        (folder / "nginx.conf").write_text(
            MAIN.format(folder=folder, user="user root;\n" if os.getuid() == 0 else ""), "utf-8"
        )
        self._process = self._started()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _started(self) -> subprocess.Popen[bytes]:
        assert self._program
        process = subprocess.Popen([self._program, "-c", str(self._folder / "nginx.conf"), "-p", str(self._folder)])
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                httpx.get(f"{self.address}/healthz", timeout=2)
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
