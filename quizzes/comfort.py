"""How somebody likes to read: size of the text, pinyin over it, facts lit up.

Accounts keep size and pinyin, visitors have them in their session; lit facts are the session's.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser

from quizzes.models import User

Session = MutableMapping[str, Any]
SIZES: tuple[int, ...] = tuple(User.TextSize.values)
KEPT = ("text_size", "pinyin")
SWITCH = {"on": True, "off": False}


class UnknownWish(ValueError):  # noqa: N818
    """Not something that can be set, or not to this."""


@dataclass(frozen=True)
class Comfort:
    text_size: int = User.TextSize.NORMAL
    pinyin: bool = False
    lit: bool = False
    theme: str = User.Theme.AUTO

    @property
    def smaller(self) -> int | None:
        """The next smaller size; None at the smallest."""
        return self.text_size - 1 if self.text_size > min(SIZES) else None

    @property
    def larger(self) -> int | None:
        return self.text_size + 1 if self.text_size < max(SIZES) else None


def comfort(user: User | AnonymousUser, session: Session) -> Comfort:
    if isinstance(user, User):
        size, pinyin, theme = user.text_size, user.pinyin, user.theme
    else:
        size, pinyin = session.get("text_size", 0), bool(session.get("pinyin"))
        theme = User.Theme.AUTO
    return Comfort(size if size in SIZES else 0, pinyin, bool(session.get("lit")), theme)


def keep(user: User | AnonymousUser, session: Session, name: str, value: str) -> None:
    """Remembers `name`: text_size (-1 to 2), pinyin or lit (on, off). Raises UnknownWish."""
    wish = wished(name, value)
    if name == "lit" or not isinstance(user, User):
        session[name] = wish
    else:
        setattr(user, name, wish)
        user.save(update_fields=[name])


def take_along(session: Session, user: User) -> None:
    """Gives a new account what its visitor liked; who has an account keeps what it says."""
    liked = [name for name in KEPT if name in session]
    for name in liked:
        setattr(user, name, session[name])
    if liked:
        user.save(update_fields=liked)


def wished(name: str, value: str) -> int | bool:
    if name in ("pinyin", "lit") and value in SWITCH:
        return SWITCH[value]
    if name == "text_size" and value in map(str, SIZES):
        return int(value)
    raise UnknownWish(name, value)
