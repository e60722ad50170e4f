"""The editor's page, and what of it is drawn by Streamlit."""
