"""Drafts of the papers that law asks of whoever holds a workshop, filled in with the workshop's details."""
