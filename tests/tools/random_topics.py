"""A seed in; a random topic file out: right in all its marks, and repetitive, so that a place found
by looking for equal text would be wrong."""

from __future__ import annotations

import random

FRONT = """---
title: A topic
version: 0.1
written: 2026-11-23
review-due: 2028-11-23
sources: a
---
# A part {#part}
"""
WORDS = (
    *("walk", "rest", "gently", "often", "pain", "back", "hip", "sore", "knee", "lift"),
    *("née", "痛み", "🦴", "5", "2 * 3", "a_b"),
)
POSES = ("bridge", "clamshell", "cat-cow", "desk", "swim", "sit-right", "sleep-side", "wall-sit")
"""Figures whose names hold none of the words, which are counted."""
ESCAPES = (r"\*not bold\*", r"\[no mark\]", r"\{\{ no \}\}", r"\_\_\_", r"\\", r"\#", r"\|")


class RandomTopic:
    """Writes random, right documents. Few distinct words, so that most text stands there twice."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.ticks = self.random.random() < 0.2
        """Boxes to tick stand in all items of a list or in none, and lists may touch."""

    def document(self) -> str:
        lines: list[str] = []
        for _ in range(self.random.randint(2, 6)):
            lines += [*self.block(), ""]
        ends = self.random.choice(("\n", "\n", "\r\n", "\r"))
        mark = self.random.choice(("", "", "\ufeff"))
        return mark + ends.join([*FRONT.splitlines(), *lines])

    def block(self, depth: int = 0) -> list[str]:
        kinds = [self.paragraph, self.listing, self.grid, self.tip, self.exercise, self.pair]
        kinds.append(self.people)
        if depth == 0:
            kinds += [self.heading, self.paragraph]
        if depth < 2:
            kinds.append(lambda: self.only(depth + 1))
        return self.random.choice(kinds)()

    def words(self, most: int = 3) -> str:
        chosen = self.random.choices(WORDS, k=self.random.randint(1, most))
        return " ".join(chosen)

    def term(self) -> str:
        return self.random.choice(("[[disk]]", "[[disk]]", "[[nerve|nerves]]", "[[Slipped disk]]"))

    def piece(self) -> str:
        term, words = self.term(), self.words(2)
        return self.random.choice(
            (
                words,
                words,
                term,
                term,
                f"**{words} {term}**",
                f"*{term} {words}*",
                f"***{words}***",
                f"**a *{term}* b**",
                f"[{words} {term}](https://a.example/x_(y))",
                f"[**{words}** {term}](#part)",
                "{{ clinic.phone }}",
                "{{clinic.name}}",
                "____",
                "_____",
                "[@a]",
                "[@a, @b-c]",
                f"{term}{term}",
                f"**{words}**{term}",
                self.random.choice(ESCAPES),
            )
        )

    def line(self, most: int = 6) -> str:
        pieces = [self.piece() for _ in range(self.random.randint(1, most))]
        if all(piece.startswith("[@") for piece in pieces):
            pieces.insert(0, self.words())
        return " ".join(pieces)

    def lines(self, first: str = "", indent: str = "") -> list[str]:
        """A paragraph with ragged indentation, blanks at ends and line breaks asked for."""
        count = self.random.randint(1, 3)
        written: list[str] = []
        for number in range(count):
            ragged = indent + " " * self.random.choice((0, 0, 0, 1, 2))
            lead = first if number == 0 else ragged
            end = self.random.choice(("", "", " ", "  ", "\\"))
            # A line that starts with a sign could be a list or a heading: words come first.
            words = f"{self.random.choice(WORDS[:10])} {self.line()}"
            written.append(lead + words + (end if end != "\\" or number < count - 1 else ""))
        return written

    def paragraph(self) -> list[str]:
        return self.lines()

    def heading(self) -> list[str]:
        number = self.random.randint(0, 10**9)
        return [f"## {self.line(3)} {{#s{number}}}", self.words()]

    def listing(
        self, marks: tuple[str, ...] = ("- ", "1. ", "* "), icon: str = ":walk: "
    ) -> list[str]:
        mark = self.random.choice(marks)
        indent = " " * len(mark)
        written: list[str] = []
        starts = ("", "", icon, "**Lead.** ")
        if self.ticks and not mark[0].isdigit():
            starts = ("[ ] ", "[ ] ", "[ ] ", "[ ] **Lead.** ")
        for _ in range(self.random.randint(1, 4)):
            before = self.random.choice(starts)
            written += self.lines(mark + before, indent)
            if self.random.random() < 0.3:
                for _ in range(self.random.randint(1, 2)):
                    written += self.lines(f"{indent}- ", f"{indent}  ")
            if self.random.random() < 0.2:
                written.append("")
        return written

    def grid(self) -> list[str]:
        width = self.random.randint(2, 5)
        rows = [self.row(width) for _ in range(self.random.randint(1, 4))]
        return [self.row(width), "|" + "---|" * width, *rows]

    def row(self, width: int) -> str:
        cells = [self.random.choice((self.line(2), self.term(), "", "x")) for _ in range(width)]
        if self.random.random() < 0.3:
            cells = [cells[0]] * width
        blank = self.random.choice(("", " ", "  "))
        return "|" + "|".join(f"{blank}{cell}{blank}" for cell in cells) + "|"

    def tip(self) -> list[str]:
        title = self.random.choice(("", f" {self.line(2)}", "  See us soon if"))
        body = self.random.choice((self.paragraph, self.listing))()
        return [f":::tip{title}", "sources: a", *body, ":::"]

    def exercise(self) -> list[str]:
        return [
            ":::exercise knee",
            f"name: {self.line(2)}",
            f"why:   {self.line(3)}  ",
            *self.pose(),
            "reps: 5",
            "frequency: 2 times a day",
            f"stop: {self.line(2)}",
            f"1. {self.line()}",
            f"2. {self.line()}",
            ":::",
        ]

    def pair(self) -> list[str]:
        do, dont = self.listing(("- ",), icon=""), self.listing(("- ",), icon="")
        head = f":::do-dont {self.line(1)}"
        return [
            *(head, ":::do", *self.pose(), *do, ":::", ""),
            *(":::dont", *self.pose(), *dont, ":::", ":::"),
        ]

    def pose(self) -> list[str]:
        return [f"pose: {self.random.choice(POSES)}"] if self.random.random() < 0.5 else []

    def people(self) -> list[str]:
        """One to four figures, one after another."""
        lines: list[str] = []
        for _ in range(self.random.randint(1, 4)):
            lines += [":::figure", f"pose: {self.random.choice(POSES)}"]
            lines += [f"caption: {self.line(4)}"] if self.random.random() < 0.7 else []
            lines += [":::"]
        return lines

    def only(self, depth: int) -> list[str]:
        return [":::only slides, screen", *self.block(depth), "", *self.block(depth), ":::"]
