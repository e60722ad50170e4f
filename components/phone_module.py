"""A script that the participant page fetches when it is needed, with the values that it begins with."""

import json


def phone_module(script: str, **values: object) -> bytes:
    """The module: each value as a constant of its name, then the script."""
    literals = (
        f"const {name}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};"
        for name, value in values.items()
    )
    return ("".join(literals) + script).encode()
