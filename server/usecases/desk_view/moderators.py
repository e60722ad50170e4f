"""What a moderator's link shows of the desk: answers, their themes and questions, and nothing else."""

from server.usecases.desk_view.payloads import DeskState


def moderators_part(state: DeskState) -> DeskState:
    """The desk's state without everything that steers the room."""
    return {
        **state,
        "intents": {},
        "now": None,
        "time": None,
        "view": None,
        "results_rules": None,
        "groups": None,
        "rounds": None,
        "own_pace": None,
        "programme": {"label": "", "buttons": []},
        "flood": None,
        "ended": None,
        "overview": None,
    }
