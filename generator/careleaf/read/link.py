"""Where a link leads in; nothing, or what is wrong with it, out."""

from __future__ import annotations

import re

from careleaf.model.ids import KEY

HTTPS = r"https://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?(?:[/?#][^\s\"<>\\^`{|}]*)?"
"""A whole https address, without what would need escaping."""
_RIGHT = re.compile(
    rf"{HTTPS}"
    r"|mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"
    r"|tel:\+?[0-9][0-9().-]*"
    rf"|#{KEY}"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def link_fault(target: str) -> tuple[str, str] | None:
    """A message and a hint for a target that a handout cannot have. Allowed are https, mailto and
    tel addresses and `#id` of the same topic."""
    if _RIGHT.fullmatch(target):
        return None
    scheme = _SCHEME.match(target)
    named = scheme[1].lower() if scheme else ""
    if not target:
        return "this link leads nowhere", "write [words](https://...)"
    if named == "http":
        return "this link is not secure", "write https://"
    if named in {"https", "mailto", "tel"} or target.startswith("#"):
        return f"'{target}' is not a whole address", _EXAMPLES[named]
    if named:
        return f"a link cannot start with '{named}:'", _ALLOWED
    return f"'{target}' is not an address", _ALLOWED


_EXAMPLES = {
    "https": "for example: https://www.clinic.example/back",
    "mailto": "for example: mailto:hello@clinic.example",
    "tel": "for example: tel:555-0142",
    "": "an id has small letters, digits and hyphens: #get-help",
}
_ALLOWED = "links start with https:, mailto:, tel: or #id"
