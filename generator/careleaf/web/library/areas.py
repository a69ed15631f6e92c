"""The ICD-10 codes of a topic in; the parts of the body that it is about out.

Authors write codes, not body parts. What a code is about follows from its first signs: in ICD-10
chapter XIII (M) mostly from the joint, in chapter XIX (S) from the region."""

from __future__ import annotations

from functools import lru_cache

WHOLE = "whole"

AREAS = {
    "head": "Head",
    "neck": "Neck",
    "back": "Back",
    "chest": "Chest",
    "belly": "Belly",
    "shoulder": "Shoulder",
    "arm": "Elbow, wrist and hand",
    "hip": "Hip",
    "knee": "Knee",
    "foot": "Ankle and foot",
    WHOLE: "Whole body",
}
"""By the word in an address; from head to foot, as filters show them."""

_JOINTS = dict(
    zip("1234567", ("shoulder", "arm", "arm", "arm", "hip", "knee", "foot"), strict=True)
)
"""The sign for the joint where ICD-10-CM has one ("M25.55": hip); 8 and 9 are others and none."""

_WITH_JOINTS = ("M00", "M05", "M06", "M08", "M10", "M11", "M12", "M13", "M14", "M19", "M24", "M25")

_BEGINNINGS = {
    "head": "G43 G44 R51 S0 M26 H",
    "neck": "M54.2 M50 S1 M43.6 M53.0",
    "back": "M40 M41 M43 M45 M46 M47 M48 M51 M53 M54 S33 S23",
    "chest": "S2 J I R07",
    "belly": "S3 K N R10",
    "shoulder": "M75 S4",
    "arm": "M18 M77.0 M77.1 M65 G56 S5 S6",
    "hip": "M16 M70.6 M70.7 M76.0 M76.1 S7",
    "knee": "M17 M22 M23 M70.4 M70.5 M76.5 S8",
    "foot": "M20 M21.4 M72.2 M76.6 M76.7 M77.3 M77.4 M77.5 S9 S93",
}
_AREA = {code: area for area, codes in _BEGINNINGS.items() for code in codes.split()}
"""By the beginning of a code; the longest beginning counts."""


@lru_cache(maxsize=10_000)
def areas(codes: tuple[str, ...]) -> tuple[str, ...]:
    """From head to foot, each once. The whole body where no code says more."""
    found = {area for code in codes for area in (_area(code),) if area}
    return tuple(one for one in AREAS if one in found) or (WHOLE,)


def _area(code: str) -> str | None:
    if code.startswith(_WITH_JOINTS) and len(code) > 5:
        return _JOINTS.get(code[5])
    beginnings = (code[:length] for length in range(len(code), 0, -1))
    return next((_AREA[one] for one in beginnings if one in _AREA), None)
