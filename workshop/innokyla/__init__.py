"""Solutions and workshops under the headings of Innokylä's description of a model."""
