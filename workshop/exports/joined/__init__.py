"""Several rooms whose questions are the same: counted as one, and side by side."""
