"""Two processes, nginx and PostgreSQL on one machine: one room for all, and a process may be killed."""

import asyncio
import json
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import websockets

from tests.cluster.nginx import Nginx
from tests.cluster.postgresql import PostgreSQL
from tests.conftest import RoomLinks, Server, run_alone
from tests.server.api_client import exported_texts

PHONES = 40


@dataclass
class Cluster:
    servers: list[Server]
    nginx: Nginx
    room: RoomLinks

    @property
    def code(self) -> str:
        return self.room.code

    def run(self, *arguments: str) -> str:
        """The command line beside the processes, over the same database."""
        return self.servers[0].command("room", arguments[0], self.code, *arguments[1:])


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory, postgresql: PostgreSQL) -> Iterator[Cluster]:
    home = tmp_path_factory.mktemp("home")
    environment = {"PROPELLI_DATABASE_URL": postgresql.new_database()}
    servers = [Server(home, environment=environment) for _ in range(2)]
    with ExitStack() as stack:
        for server in servers:
            stack.callback(_ended, server)
        with ThreadPoolExecutor(2) as pool:  # both at once: the empty database is migrated by whoever comes first
            list(pool.map(Server.start, servers))
        folder = tmp_path_factory.mktemp("nginx")
        nginx = Nginx(folder, "cluster.conf", [f"127.0.0.1:{server.port}" for server in servers])
        stack.callback(nginx.close)
        yield Cluster(servers, nginx, servers[0].new_room("--open", "word_cloud"))


def _ended(server: Server) -> None:
    if server.process and server.process.poll() is None:
        server.kill(signal.SIGTERM)


class Phone:
    """A phone that does what a browser does when the line breaks: comes back, and sends again until it is answered."""

    def __init__(self, cluster: Cluster, number: int) -> None:
        self.code, self.number = cluster.code, number
        self.client = httpx.AsyncClient(base_url=cluster.nginx.address, timeout=60)
        self.states: list[dict[str, Any]] = []
        self.served_by: list[str] = []

    async def join(self) -> None:
        assert (await self.client.get(f"/{self.code}")).status_code == 200

    async def listen(self) -> None:
        while True:
            try:
                async with self.client.stream("GET", f"/live/{self.code}", timeout=60) as response:
                    self.served_by.append(response.headers["x-served-by"].split(", ")[-1])
                    async for line in response.aiter_lines():
                        if line.startswith("data: {"):
                            self.states.append(json.loads(line[6:]))
            except httpx.HTTPError:
                pass
            await asyncio.sleep(0.3)

    async def answer(self, word: str) -> None:
        for _ in range(40):
            try:
                body = {"round": self.states[-1]["round"], "words": [word]}
                receipt = await self.client.post(f"/live/{self.code}/answers", json=body)
                if receipt.status_code == 200:
                    assert receipt.json()["saved"] == [word]
                    return
            except httpx.HTTPError:
                pass
            await asyncio.sleep(0.25)
        raise AssertionError(f"phone {self.number} was never answered")


async def _until(check: Any, seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < end, "did not happen in time"
        await asyncio.sleep(0.05)


def _exported(cluster: Cluster, path: Path) -> list[str]:
    survivor = next(server for server in cluster.servers if server.process and server.process.poll() is None)
    survivor.command("room", "export", cluster.code, "--to", str(path))
    return exported_texts(path)


async def _workshop(cluster: Cluster) -> None:
    phones = [Phone(cluster, number) for number in range(PHONES)]
    await asyncio.gather(*(phone.join() for phone in phones))
    listening = [asyncio.create_task(phone.listen()) for phone in phones]
    await _until(lambda: all(phone.states for phone in phones))
    assert len({phone.served_by[0] for phone in phones}) == 2, "the phones are shared between the processes"
    await asyncio.gather(*(phone.answer(f"eka {phone.number}") for phone in phones))

    await asyncio.to_thread(cluster.run, "close")
    await _until(lambda: all(phone.states[-1]["open"] is False for phone in phones))
    await asyncio.to_thread(cluster.run, "open", "word_cloud")
    await _until(lambda: all(phone.states[-1]["open"] for phone in phones))

    burst = [asyncio.create_task(phone.answer(f"toka {phone.number}")) for phone in phones]
    await asyncio.sleep(0.02)
    cluster.servers[0].kill(signal.SIGKILL)
    await asyncio.gather(*burst)
    alive = f"127.0.0.1:{cluster.servers[1].port}"
    await _until(lambda: all(phone.served_by[-1] == alive for phone in phones))

    await asyncio.to_thread(cluster.servers[1].command, "room", "close", cluster.code)
    await _until(lambda: all(phone.states[-1]["open"] is False for phone in phones))
    for task in listening:
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
    await asyncio.gather(*(phone.client.aclose() for phone in phones))


def test_a_page_reaches_its_script_through_nginx(cluster: Cluster) -> None:
    async def first_message() -> bytes:
        address = cluster.nginx.address.replace("http", "ws")
        headers = {"Cookie": f"propelli={'a' * 22}", "Origin": cluster.nginx.address}
        async with websockets.connect(f"{address}/_stcore/stream", additional_headers=headers) as socket:
            await socket.send(b"\x5a\x00")  # an empty request to run the script
            return bytes(await asyncio.wait_for(socket.recv(decode=False), 20))

    assert run_alone(first_message())


def test_files_come_compressed_and_from_the_cache(cluster: Cluster) -> None:
    page = httpx.get(f"{cluster.nginx.address}/vastaa").text
    script = page.split('src="./', 1)[1].split('"', 1)[0]
    answers = [httpx.get(f"{cluster.nginx.address}/{script}") for _ in range(2)]
    assert answers[0].headers["content-encoding"] == "gzip"
    assert "x-served-by" not in answers[1].headers, "the second time no process was asked"
    assert answers[0].content == answers[1].content


def test_one_room_on_two_processes_and_one_is_killed(cluster: Cluster, tmp_path: Path) -> None:
    run_alone(_workshop(cluster))
    expected = [f"{which} {number}" for which in ("eka", "toka") for number in range(PHONES)]
    assert sorted(_exported(cluster, tmp_path / "tulokset.csv")) == sorted(expected)
