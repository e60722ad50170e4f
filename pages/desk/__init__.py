"""The parts of the desk: questions on the spot and a room's settings; and the organiser's workshops."""
