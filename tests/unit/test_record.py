"""Our frozen dataclasses behave as the standard library's do."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace

import pytest

from careleaf.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    drug: str
    milligrams: float = 0.0
    times: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 2
    sum: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sum", self.x + self.y)


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class OtherNothing:
    pass


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StandardDose:
    drug: str
    milligrams: float = 0.0
    times: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False)


def test_fields_defaults_and_order() -> None:
    assert Dose(drug="a") == Dose(drug="a", milligrams=0.0, times=[])
    assert (Point(1).x, Point(1).y, Point(1, 5).sum) == (1, 2, 6)
    assert Dose(drug="a").times is not Dose(drug="a").times


@pytest.mark.parametrize("wrong", [{}, {"drug": "a", "dose": 1}])
def test_wrong_arguments_raise(wrong: dict[str, str]) -> None:
    with pytest.raises(TypeError):
        Dose(**wrong)  # type: ignore[arg-type]


def test_fields_by_name_only() -> None:
    with pytest.raises(TypeError):
        Dose("a")  # type: ignore[call-arg]


def test_equality_and_hash_leave_out_what_is_not_compared() -> None:
    assert Dose(drug="a", note="one") == Dose(drug="a", note="two")
    assert Dose(drug="a") != Dose(drug="b")
    assert hash(Point(1)) == hash(Point(1, 2))
    assert Nothing() == Nothing()
    others: list[object] = [OtherNothing(), ()]
    assert Nothing() not in others


def test_nothing_can_be_changed() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.x
    with pytest.raises(AttributeError):
        point.z = 2  # type: ignore[attr-defined]


def test_what_the_standard_library_does_with_dataclasses() -> None:
    dose = Dose(drug="a", milligrams=5)
    assert is_dataclass(dose)
    assert [one.name for one in fields(dose)] == ["drug", "milligrams", "times", "note"]
    assert replace(dose, drug="b") == Dose(drug="b", milligrams=5)
    assert dataclasses.asdict(dose)["milligrams"] == 5
    assert pickle.loads(pickle.dumps(dose)) == dose
    assert copy.deepcopy(Point(1)) == Point(1)
    match Point(3, 4):
        case Point(x, y):
            assert (x, y) == (3, 4)


def test_it_says_what_the_standard_one_says() -> None:
    standard = StandardDose(drug="a", milligrams=5)
    assert repr(Dose(drug="a", milligrams=5)) == repr(standard).replace("Standard", "")
    assert list(inspect.signature(Dose).parameters) == list(
        inspect.signature(StandardDose).parameters
    )


def test_a_mutable_class_is_the_standard_one() -> None:
    @dataclass(slots=True)
    class Counter:
        n: int = 0

    counter = Counter()
    counter.n = 1
    assert counter == Counter(1)
    assert Counter.__hash__ is None
