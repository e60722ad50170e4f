"""What the models of the content and of exported rooms have in common."""

from pydantic import BaseModel, ConfigDict


class StrictModel(BaseModel):
    """Never changed once made; a key that it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")
