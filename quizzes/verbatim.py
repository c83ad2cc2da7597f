"""Where a quoted sentence stands in a text, whatever its line breaks and spaces. No Django."""


class Verbatim:
    """A text in which quotes are found again."""

    def __init__(self, text: str) -> None:
        self._places = [place for place, sign in enumerate(text) if not sign.isspace()]
        self._solid = "".join(text.split())

    def find(self, quote: str, *, near: int = 0) -> tuple[int, int] | None:
        """Start and end of `quote`, white space aside: of its occurrences the nearest to `near`.

        The text between is the quote as the text writes it. None when it is not there, or when
        `quote` is nothing but white space.
        """
        wanted = "".join(quote.split())
        found = [
            (self._places[at], self._places[at + len(wanted) - 1] + 1)
            for at in self._occurrences(wanted)
        ]
        return min(found, key=lambda span: abs(span[0] - near), default=None)

    def _occurrences(self, wanted: str) -> list[int]:
        found: list[int] = []
        at = self._solid.find(wanted) if wanted else -1
        while at >= 0:
            found.append(at)
            at = self._solid.find(wanted, at + 1)
        return found
