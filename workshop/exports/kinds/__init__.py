"""What exports say of each kind of question."""
