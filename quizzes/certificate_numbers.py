"""Numbers of certificates: chance that nobody guesses, and a character that finds slips.

They are written as Crockford's Base32 (https://www.crockford.com/base32.html): without I, L, O and
U, which are easily misread, and with his check modulo 37, which finds every wrong character and
every two neighbours that changed places.
"""

import secrets

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
LENGTH = 20
GROUP = 5
CHECK = 37


def new_number() -> str:
    """19 characters of chance (95 bits) and their check."""
    while True:
        body = "".join(secrets.choice(SYMBOLS) for _ in range(LENGTH - 1))
        check = remainder(body)
        if check < len(SYMBOLS):  # Crockford's other five signs would not stand well in an address
            return body + SYMBOLS[check]


def remainder(body: str) -> int:
    value = 0
    for symbol in body:
        value = (value * len(SYMBOLS) + SYMBOLS.index(symbol)) % CHECK
    return value


def normalised(typed: str) -> str | None:
    """The number a person meant; None when it can be none."""
    number = typed.upper().translate(MISREAD)
    if len(number) != LENGTH or not set(number) <= set(SYMBOLS):
        return None
    return number if remainder(number[:-1]) == SYMBOLS.index(number[-1]) else None


def grouped(number: str) -> str:
    """As it is printed: four groups of five."""
    return "-".join(number[at : at + GROUP] for at in range(0, len(number), GROUP))
