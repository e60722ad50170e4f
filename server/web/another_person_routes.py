"""The route by which a browser becomes another person: on a shared phone, or where answers are recorded from paper."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server import clock
from server.web.routes import NEVER_STORED, STATUS, LiveRoutes
from workshop.errors import PropelliError


class OnePersonError(PropelliError):
    """In this room a phone is one person's."""

    id = "one_person"


STATUS |= {OnePersonError: 403}


class AnotherPersonRoutes(LiveRoutes):
    """A fresh identity for whoever answers next in the browser."""

    def routes(self, base: str) -> list[Route]:
        return [Route(f"{base}/live/{{code}}/person", self._with_json_errors(self.begin), methods=["POST"])]

    def direct_routes(self, base: str) -> list[Route]:
        """None: this is seldom asked."""
        return []

    async def begin(self, request: Request) -> Response:
        """Gives the browser a new cookie; a facilitator's is let into a locked room too."""
        code, state = await self._room(request)
        self._check_origin(request)
        room = state.current.room
        records = self._service.rights.holds(room, request.cookies)
        if not (room.shared_phones or records):
            raise OnePersonError
        token = request.state.new_token = clock.new_token()
        if records:
            self._throttling.let_in(code, self._service.access.participant(token))
        return Response(status_code=204, headers=NEVER_STORED)
