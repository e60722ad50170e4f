"""Draws the word cloud: live in the browser (`cloud.js`, `cloud.css`) and as downloadable pictures (`pictures.py`)."""
