"""The use cases, one kind of user a file; `server.service` wires them together."""
