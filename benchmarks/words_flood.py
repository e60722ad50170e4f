"""Many different answers made of a few: new phrases, typing errors and forms, as a thousand people would send them."""

import random

ATTRIBUTES = (
    "hyvä", "uusi", "oma", "yhteinen", "nuorten", "lasten", "kaupungin", "avoin", "selkeä", "paikallinen",
    "rohkea", "vanhempien", "kunnan", "turvallinen", "hauska", "mukava",
)  # fmt: skip
HEADS = (
    "tila", "ruoka", "toiminta", "palvelu", "kokous", "hanke", "ryhmä", "tapahtuma", "talo", "piha",
    "päätös", "idea", "ohje", "matka", "verkosto", "kerho", "kurssi", "palaute", "pyörätie", "kirjasto",
)  # fmt: skip
LETTERS = "aeiklnorstu"


def misspelled(word: str, chance: random.Random) -> str:
    """The word with a letter missing, doubled, swapped or wrong."""
    place = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[:place] + word[place] + word[place:]
    if kind == 2:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + chance.choice(LETTERS) + word[place + 1 :]


def flood(words: list[str], chance: random.Random, number: int = 6300) -> list[str]:
    """Different answers, most of them phrases and typing errors; `words` are what they are made of."""
    long_words = [word for word in words if len(word) > 5 and word.isalpha()]
    answers = dict.fromkeys(words)
    while len(answers) < number:
        if chance.random() < 0.5:
            answers[misspelled(chance.choice(long_words), chance)] = None
        elif chance.random() < 0.5:
            answers[f"{chance.choice(ATTRIBUTES)} {chance.choice(long_words).lower()}"] = None
        else:
            typed = f"{chance.choice(words)} {chance.choice(HEADS)}"
            answers[typed] = None
    mixed = list(answers)
    chance.shuffle(mixed)
    return mixed
