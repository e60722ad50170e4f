"""The address by which other devices of the same network reach this machine, for a hall without a server."""

import socket
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

LOCAL_NAMES = {"localhost", "127.0.0.1", "[::1]", "::1"}
ALL_INTERFACES = {None, "", "0.0.0.0", "::"}  # noqa: S104  compared with, not listened on
GATEWAYS = ("192.0.2.1", "10.42.0.1", "192.168.137.1", "192.168.2.1", "172.20.10.1", "192.168.43.1")
"""Somewhere on the internet, and where hotspots of Linux, Windows, macOS, iPhones and Android phones are."""
CONTAINER = Path("/.dockerenv")


def lan_host() -> str | None:
    """This machine's own address in its network, or None where it has none that phones could reach.

    A datagram socket that is connected sends nothing; it tells which of the machine's addresses would be used. In a
    container that address is nobody's outside it.
    """
    if CONTAINER.exists():
        return None
    for gateway in GATEWAYS:
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect((gateway, 9))
            host = str(probe.getsockname()[0])
            if not ip_address(host).is_loopback and not ip_address(host).is_unspecified:
                return host
    return None


def reachable_address(visited: str) -> str:
    """An address that names this machine's own browser, as phones of the same network reach it; others as they are."""
    parts = urlsplit(visited)
    if (parts.hostname or "") not in LOCAL_NAMES or not _listens_to_network():
        return visited
    host = lan_host()
    if host is None:
        return visited
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(parts._replace(netloc=f"{host}{port}"))


def _listens_to_network() -> bool:
    from streamlit import config  # commands need none of it

    return config.get_option("server.address") in ALL_INTERFACES
