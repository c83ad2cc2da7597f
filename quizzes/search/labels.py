"""Tokens that no text holds: what an entry is, and whose. By them the index knows a group alone."""


def of_kind(kind: str) -> str:
    return f":{kind}"


def of_document(pk: int) -> str:
    return f":{pk}"
