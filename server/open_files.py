"""Each phone is an open file to the system, which by default allows a process about a thousand."""

from contextlib import suppress

try:
    import resource
except ImportError:  # Windows counts otherwise
    resource = None  # type: ignore[assignment]

ENOUGH = 65_536


def allow_many_open_files() -> None:
    """Raises the process's soft limit towards its hard limit, to at most 65,536; never lowers it.

    A system may refuse (macOS calls its hard limit unlimited and then accepts no such number): the limit stays.
    """
    if resource is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = ENOUGH if hard == resource.RLIM_INFINITY else min(hard, ENOUGH)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
