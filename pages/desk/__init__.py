"""The parts of the desk: the current activity, programme, words, own questions, workshop settings; and the list of workshops."""
