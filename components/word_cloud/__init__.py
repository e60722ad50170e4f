"""Draws the word cloud: live in the browser (`cloud.js`, `cloud.css`) and as pictures to keep (`pictures.py`)."""
