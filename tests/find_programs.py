"""Finds the programs that tests need, on the machine or else in Debian's packages: LibreOffice, nginx, browsers."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

OFFICE = ("soffice", "libreoffice", "localc")
SLIDES = ("loimpress", "simpress")
MEMOS = ("lowriter", "swriter")
NGINX = ("nginx",)
OPENSSL = ("openssl",)
FIREFOX = ("firefox-esr", "firefox")
WEBKIT = ("WebKitWebDriver",)
DISPLAY = ("Xvfb",)
PACKAGES = {
    OFFICE: "libreoffice-calc", SLIDES: "libreoffice-impress", MEMOS: "libreoffice-writer", NGINX: "nginx-light",
    OPENSSL: "openssl", FIREFOX: "firefox-esr", WEBKIT: "webkit2gtk-driver", DISPLAY: "xvfb",
}  # fmt: skip
PLACES = f"{os.environ.get('PATH', os.defpath)}{os.pathsep}/usr/sbin"


def find_program(names: Iterable[str]) -> str | None:
    """The path of a program of one of these names on this machine, or None."""
    return next((path for name in names if (path := shutil.which(name, path=PLACES))), None)


def find_minibrowser() -> str | None:
    """WebKit's small browser, which comes with its driver and stands on no path."""
    return next((str(path) for path in sorted(Path("/usr/lib").glob("**/webkit2gtk-4*/MiniBrowser"))), None)


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0


def main() -> int:
    """Installs them where that takes no more than being root on Debian; 0 in any case."""
    can_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    lacking = [package for names, package in PACKAGES.items() if not find_program(names)]
    if lacking and can_install and _run("apt-get", "update", "-qq"):
        _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *lacking)
    for names, package in PACKAGES.items():
        if not find_program(names):
            print(f"{package} is not here: its tests are skipped.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
