"""One home exercise in: name, dose, steps and when to stop; a card out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec import field

from careleaf.blocks.content import cited, flat, listing, option
from careleaf.blocks.dose import (
    Amount,
    Duration,
    Frequency,
    Range,
    Unit,
    amount,
    blank,
    duration,
    frequency,
    quantity,
    worded,
)
from careleaf.blocks.field import choice, keys, matching, text
from careleaf.blocks.limits import limit_problems, limits_of
from careleaf.blocks.pose import drawn, pose_name
from careleaf.blocks.prose import Listing
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.ids import ID
from careleaf.model.inline import Draft, Node, Run
from careleaf.model.shape import Card, Dose, Shape
from careleaf.model.tailoring import DOSE_FIELDS, DoseField
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen
from careleaf.problem import Problem
from careleaf.problem_codes import MISSING_DOSE
from careleaf.source import Span

SIDES = ("each leg", "each side", "each arm", "each hand", "each foot", "each direction")


class Exercise(Node, frozen=True, kw_only=True):
    """An exercise as written. `reps` or `time` is there in any topic without errors.

    `limits` are the doses that a clinician may choose without more ado, by the option's name; the
    dose as written where the author gives no others. `blanks` and `decided` come from a tailoring:
    parts of the dose to fill in by hand, and parts that were meant to lie outside the limits.
    """

    called: ClassVar[str] = "exercise"
    key: str
    key_at: Span
    name: Draft
    why: Draft
    stop: Draft
    caution: Draft
    reps: Range | None
    sets: Range | None
    hold: Duration | None
    time: Duration | None
    frequency: Frequency | None
    side: str | None
    pose: str | None
    steps: Listing
    sources: Draft
    limits: Mapping[DoseField, Amount] = field(default_factory=dict)
    blanks: frozenset[DoseField] = frozenset()
    decided: frozenset[DoseField] = frozenset()
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One card, numbered within the topic."""
        pen.bind(self.sources)
        card = Card(
            at=self.at,
            key=self.key,
            number=pen.next_exercise(),
            title=pen.bind(self.name),
            reason=pen.bind(self.why),
            doses=tuple(self._doses(pen)),
            steps=tuple(entry.lower(pen) for entry in self.steps.entries),
            stop=pen.bind(self.stop),
            caution=(*pen.bind(self.caution), *self._marked(pen)),
            pose=drawn(self.pose, pen),
        )
        return (card,)

    def _doses(self, pen: Pen) -> Iterator[Dose]:
        """At most three cells: how much, how long each hold, how often."""
        if self.time:
            value = self._worded(pen, "time", self.time.amount, self.time.unit)
            yield Dose(value=value, unit=self._manner(pen, pen.say("each time")))
        elif self.reps:
            value = self._worded(pen, "reps", self.reps, "time")
            yield Dose(value=value, unit=self._manner(pen, pen.say("in a row")))
        if self.hold:
            value = self._worded(pen, "hold", self.hold.amount, self.hold.unit)
            yield Dose(value=value, unit=pen.say("each hold"))
        if self.frequency:
            value = self._worded(pen, "frequency", self.frequency.amount, self.frequency.unit)
            per = pen.say("a day") if self.frequency.per == "day" else pen.say("a week")
            yield Dose(value=value, unit=per)

    def _manner(self, pen: Pen, plainly: str) -> str:
        """What stands under "5 times": the side, and the sets where there is more than one."""
        manner = pen.say(self.side) if self.side else plainly
        if self.sets is None or (self.sets.high == 1 and "sets" not in self.blanks):
            return manner
        sets = self._worded(pen, "sets", self.sets, "set")
        return pen.say("{manner}, {sets}", manner=manner, sets=sets)

    def _worded(self, pen: Pen, name: DoseField, amount: Range, unit: Unit) -> str:
        return blank(pen, unit) if name in self.blanks else quantity(pen, amount, unit)

    def _marked(self, pen: Pen) -> Iterator[Run]:
        """A sentence for each part of the dose that is not the topic's: whoever helps the patient
        must see that it was meant."""
        for name in DOSE_FIELDS:
            chosen, usual = getattr(self, name), self.limits.get(name)
            if name in self.decided and chosen and usual:
                unit: Unit = "set" if name == "sets" else "time"
                words = pen.say(
                    "Your clinician chose {dose} for you. The usual is {usual}.",
                    dose=worded(pen, chosen, unit),
                    usual=worded(pen, usual, unit),
                )
                yield Run(at=self.at, text=f" {words}" if self.caution else words)

    def drafts(self) -> Iterator[Draft]:
        """Name, reason, steps, stop rule, caution, sources."""
        yield from (self.name, self.why)
        yield from self.steps.drafts()
        yield from (self.stop, self.caution, self.sources)

    def children(self) -> tuple[Block, ...]:
        """The steps."""
        return (self.steps,)


def _make(parsed: Parsed) -> Made:
    steps, problems = listing(
        parsed,
        "exercise",
        numbered=True,
        low=2,
        high=5,
        example="1. Lie on your back with both knees bent.",
    )
    problems += [*flat("exercise", steps), *_dose_problems(parsed), *limit_problems(parsed)]
    exercise = Exercise(
        at=parsed.at,
        key=parsed.argument_text,
        key_at=parsed.argument_at,
        name=parsed.drafts.get("name", ()),
        why=parsed.drafts.get("why", ()),
        stop=parsed.drafts.get("stop", ()),
        caution=parsed.drafts.get("caution", ()),
        reps=option(parsed, "reps", Range),
        sets=option(parsed, "sets", Range),
        hold=option(parsed, "hold", Duration),
        time=option(parsed, "time", Duration),
        frequency=option(parsed, "frequency", Frequency),
        side=option(parsed, "side", str),
        pose=option(parsed, "pose", str),
        steps=steps,
        sources=cited(parsed),
        limits=limits_of(parsed),
        media=parsed.media,
    )
    return exercise, tuple(problems)


def _dose_problems(parsed: Parsed) -> list[Problem]:
    """`reps` or `time`, not both: two answers to "how much" would confuse. An option given with a
    wrong value has been reported, so `places` is asked, not `values`."""
    given = [name for name in ("reps", "time") if name in parsed.places]
    if not given:
        message = "'exercise' needs 'reps' or 'time'"
        return [Problem(MISSING_DOSE, parsed.name_at, message, "for example: reps: 5")]
    if len(given) > 1:
        message = "'exercise' has both 'reps' and 'time'"
        return [Problem(MISSING_DOSE, parsed.places["time"], message, "keep the one that counts")]
    return []


SPEC = Spec(
    name=Exercise.called,
    make=_make,
    argument=matching(
        ID,
        "an id in small letters, digits and hyphens",
        "knee-to-chest",
        required=True,
    ),
    options={
        "name": text("Knee to chest", required=True),
        "why": text("Eases a stiff low back", required=True),
        "reps": amount(example="5"),
        "sets": amount(example="2"),
        "hold": duration("second", "minute", example="5 seconds"),
        "time": duration("second", "minute", "hour", example="10 minutes"),
        "frequency": frequency(required=True),
        "reps-range": amount(example="3 to 10"),
        "sets-range": amount(example="1 to 3"),
        "hold-range": duration("second", "minute", example="5 to 30 seconds"),
        "time-range": duration("second", "minute", "hour", example="5 to 30 minutes"),
        "frequency-range": frequency(example="1 to 3 times a day"),
        "side": choice(*SIDES),
        "pose": pose_name("knee-to-chest"),
        "stop": text("Stop if pain shoots down your leg.", required=True),
        "caution": text("Ask us first if you have a new hip."),
        "sources": keys("nice-ng59"),
    },
    lines=frozenset({"name", "why", "stop", "caution"}),
    summary="One home exercise: what it is for, how much, how often, the steps, when to stop.",
    starts=(
        "reps: ",
        "1. Write here: how to start.",
        "2. Write here: how to move.",
        "3. Write here: how to end.",
    ),
)
