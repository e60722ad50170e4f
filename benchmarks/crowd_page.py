"""The baseline: a Streamlit page whose fragment polls every two seconds; the same poll, the same commits."""

import os
import sqlite3
from pathlib import Path

import streamlit as st


@st.cache_resource
def store() -> sqlite3.Connection:
    opened = sqlite3.connect(
        Path(os.environ["PROPELLI_HOME"]) / "plain.db", isolation_level=None, check_same_thread=False
    )
    opened.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS question (text TEXT);"
        "CREATE TABLE IF NOT EXISTS answer (who TEXT, text TEXT, UNIQUE (who, text));"
    )
    return opened


def keep() -> None:
    store().execute("INSERT OR IGNORE INTO answer VALUES (?, ?)", (st.session_state.who, st.session_state.word))
    st.session_state.thanked = True


@st.fragment(run_every=2)
def poll() -> None:
    question = store().execute("SELECT text FROM question").fetchone()
    if question is None:
        st.markdown("Wait.")
        return
    st.markdown(f"Question: {question[0]}")
    with st.form("answer"):
        st.text_input("Word", key="word")
        st.form_submit_button("Send", on_click=keep)
    if st.session_state.get("thanked"):
        st.markdown("Thanks")


st.session_state.setdefault("who", str(id(st.session_state)) + os.urandom(8).hex())
poll()
