"""Runs one command with the service that it needs, and no more: a command is called for one thing and ends."""

import argparse
import sys
from collections.abc import Callable

from server.settings import Settings
from server.start_error import start_error
from workshop.errors import PropelliError


def run(arguments: argparse.Namespace, settings: Callable[[], Settings]) -> int:
    """0 when done, 1 with a sentence when it could not be."""
    name = f"{arguments.area} {arguments.action}" if "action" in arguments else arguments.area
    try:
        if name == "content check":
            from server.cli.content_check import content_check

            content_check(arguments.folder or settings().data)
        else:
            _run_with_store(name, arguments, settings())
    except PropelliError as error:
        print(start_error(error), file=sys.stderr)
        return 1
    return 0


def _run_with_store(name: str, arguments: argparse.Namespace, settings: Settings) -> None:
    from server.cli.commands import COMMANDS

    if name in COMMANDS:
        from server.base_service import BaseService

        base = BaseService(settings)
        try:
            COMMANDS[name](base, arguments)
        finally:
            base.close()
        return
    from server.cli.export_commands import EXPORT_COMMANDS
    from server.service import Service

    service = Service(settings)
    try:
        EXPORT_COMMANDS[name](service, arguments)
    finally:
        service.close()
