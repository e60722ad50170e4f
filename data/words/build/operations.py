"""How a form is written as an operation on its base form."""

Operation = tuple[str, str, str]
"""Kind of form, letters of the base form that go, letters that come instead."""


def operation(kind: str, base: str, form: str) -> Operation:
    """The operation that makes `form` of `base`."""
    shared = 0
    while shared < min(len(base), len(form)) and base[shared] == form[shared]:
        shared += 1
    return kind, base[shared:], form[shared:]


def written(operations: set[Operation]) -> str:
    """The operations as a line of a forms' file."""
    return " ".join(sorted(f"{kind}{cut}>{put}" for kind, cut, put in operations))
