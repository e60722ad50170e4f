"""What the terminal says when the server is ready: the links into the newest room, made where there is none."""

from streamlit import config

from server.service import Service


def local_address() -> str:
    """The address of this machine's own browser, with the port that Streamlit listens on."""
    return f"http://localhost:{config.get_option('server.port')}"


def ready_lines(running: Service) -> list[str]:
    """One line a link; the password too where the app made it itself."""
    rooms = running.rooms.all()
    room = rooms[0] if rooms else running.rooms.create()
    links = running.rooms.links(room, running.settings.url or local_address())
    text = running.texts("fi")
    lines = [
        "",
        f"  {text('command.phone')}: {links.phone}",
        f"  {text('command.control')}: {links.control}",
        f"  {text('command.screen')}: {links.screen}",
    ]
    if running.access.made_password:
        lines.append(f"  {text('command.password')}: {running.access.password}")
    return [*lines, ""]
