"""Every error a user can meet: a named class with the key of one sentence that says what to do next."""


class PropelliError(Exception):
    """An error with a sentence in `data/texts` under `errors.<id>`; `values` fill it in."""

    id = "unknown"

    def __init__(self, **values: object) -> None:
        super().__init__(self.id)
        self.values = values
