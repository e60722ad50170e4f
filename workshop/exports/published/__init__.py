"""What the participants of a room may read afterwards, at the address of its published results."""
