"""Even draws that come out the same on every machine: a lot is drawn from a fingerprint."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def digest(*parts: str) -> str:
    """32 hexadecimal digits that stand for `parts`."""
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


def draw(seed: str, sides: int) -> int:
    """A number from 0 to `sides` - 1, evenly over seeds."""
    return int(hashlib.sha256(seed.encode()).hexdigest()[:12], 16) % sides


def shuffled(seed: str, things: Sequence[T]) -> list[T]:
    """`things` in an order drawn from `seed`."""
    keyed = [(digest(seed, str(at)), at) for at in range(len(things))]
    return [things[at] for _, at in sorted(keyed)]
