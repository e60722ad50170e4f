"""What the fake server answers where it refuses something."""

from starlette.responses import JSONResponse

MESSAGES = {
    "closed": "Vastaaminen on suljettu. Odota seuraavaa kysymystä.",
    "round": "Kysymys on jo vaihtunut. Katso uusi kysymys.",
    "many": "Olet jo lähettänyt kaikki vastauksesi tähän kysymykseen.",
    "long": "Vastauksessa on liikaa merkkejä.",
    "results": "Tuloksia ei näytetä vielä.",
    "room": "Tällä koodilla ei löydy työpajaa.",
    "busy": "Yritä hetken päästä uudelleen.",
}


def fault(status: int, name: str, **more: str) -> JSONResponse:
    return JSONResponse({"error": name, "message": MESSAGES[name], **more}, status)
