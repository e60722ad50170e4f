"""Writes the schema of a room's file anew: python -m docs.room_schema."""

import json
from pathlib import Path

from workshop.exports.record import RoomRecord

SCHEMA = Path(__file__).parent / "room.schema.json"

if __name__ == "__main__":
    SCHEMA.write_text(json.dumps(RoomRecord.model_json_schema(), ensure_ascii=False, indent=2) + "\n", "utf-8")
