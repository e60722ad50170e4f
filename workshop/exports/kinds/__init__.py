"""The exports of each kind of question."""
