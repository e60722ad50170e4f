"""Each phone is an open file to the system, which by default allows a process about a thousand."""

try:
    import resource
except ImportError:  # Windows counts otherwise
    resource = None  # type: ignore[assignment]


def allow_many_open_files() -> None:
    """Raises the process's limit to the most that the system grants without being asked."""
    if resource is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
