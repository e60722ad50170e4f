"""The parts of the desk: what is on, the programme, the words, own questions, the workshop's settings, the rooms."""
