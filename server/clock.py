"""The wall clock, the monotonic clock and random values; no other module has its own."""

import secrets
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

TOKEN_BYTES = 16
HELSINKI = ZoneInfo("Europe/Helsinki")


def now_ms() -> int:
    """Milliseconds since 1970 by the server's clock: what every stored time and every countdown means."""
    return time.time_ns() // 1_000_000


def monotonic() -> float:
    """Seconds that never go back, for limits and waits; unrelated to the wall clock."""
    return time.monotonic()


def as_datetime(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def local(milliseconds: int) -> datetime:
    """A stored time as clocks in Finland show it."""
    return as_datetime(milliseconds).astimezone(HELSINKI)


def new_token() -> str:
    """A participant's token: 128 random bits, safe in a cookie and a header."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_secret(size: int = 32) -> bytes:
    return secrets.token_bytes(size)


def shuffled(size: int) -> list[int]:
    """The numbers from 1 to `size` in an order that nobody can foretell."""
    return secrets.SystemRandom().sample(range(1, size + 1), size)


def new_password() -> str:
    return secrets.token_urlsafe(9)


def new_room_code() -> str:
    """Six digits, the first not zero, so that a spreadsheet does not shorten it."""
    return str(secrets.randbelow(900_000) + 100_000)
