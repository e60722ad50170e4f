"""What the models of the content and of exported rooms have in common."""

from pydantic import BaseModel, ConfigDict


class StrictModel(BaseModel):
    """Never changed once made; a key that it does not know is a fault.

    Its validator is made when it is first used: a command needs few of the models that it loads.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def build_models(base: type[StrictModel] = StrictModel) -> None:
    """Makes the validators of all models that have been loaded, so that no request waits for them."""
    base.model_rebuild()
    for model in base.__subclasses__():
        build_models(model)
