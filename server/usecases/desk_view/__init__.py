"""What the desk draws, as plain values in a language: one file a part, put together by `view.py`."""
