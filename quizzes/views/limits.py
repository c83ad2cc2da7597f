"""How often one address may miss, at doors that are not a sign-in."""

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

NETWORK = 64  # one line of IPv6 has so many addresses that only its network says who it is


@dataclass(frozen=True)
class Limit:
    """At most `misses` in `seconds` from one address."""

    door: str
    misses: int
    seconds: int

    def reached(self, request: HttpRequest) -> bool:
        missed: int = cache.get(self._key(request), 0)
        return missed >= self.misses

    def miss(self, request: HttpRequest) -> None:
        key = self._key(request)
        if not cache.add(key, 1, self.seconds):
            cache.set(key, cache.get(key, 0) + 1, self.seconds)

    def _key(self, request: HttpRequest) -> str:
        return f"misses:{self.door}:{who(request)}"


def who(request: HttpRequest) -> str:
    """The address a request comes from; of an IPv6 address, its network."""
    text = str(get_adapter(request).get_client_ip(request))
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if isinstance(address, IPv6Address):
        return str(ip_network((address, NETWORK), strict=False).network_address)
    return str(address)
