"""Finds LibreOffice Calc for the tests of exports: on the machine, else from Debian's packages; it is optional."""

import os
import shutil
import subprocess

NAMES = ("soffice", "libreoffice", "localc")


def found() -> str | None:
    """The path of LibreOffice on this machine, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0


def main() -> int:
    """Installs it where that takes no more than being root on Debian; 0 in any case."""
    can_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if not found() and can_install and _run("apt-get", "update", "-qq"):
        _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "libreoffice-calc")
    if not found():
        print("LibreOffice is not here: the tests that open exports in it are skipped.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
