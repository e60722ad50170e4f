"""Finds Chromium for the browser tests: on the machine, else from Debian's packages, else Playwright's own."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def found() -> str | None:
    """The path of a Chromium on this machine, or None."""
    return os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False).returncode == 0


def main() -> int:
    if found():
        return 0
    can_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if can_install and _run("apt-get", "update", "-qq") and _run("apt-get", "install", "-y", "-qq", "chromium"):
        return 0
    return 0 if _run(sys.executable, "-m", "playwright", "install", "--with-deps", "chromium") else 1


if __name__ == "__main__":
    raise SystemExit(main())
