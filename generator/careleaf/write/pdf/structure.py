"""What each mark on a page means, in reading order: structure elements and their content.

ISO 32000-1, 14.7 and 14.8. The tree grows while pages are laid out, in logical order; where things
end up on paper does not matter to it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

Value = str | int | float | tuple[float, ...]
"""A name, a number or an array of numbers in an attribute object."""


class Content(Struct, eq=False):
    """A place in an element where marked content belongs. Text that breaks across lines, columns or
    pages stays one content."""

    element: Element


class Element(Struct, eq=False):
    """One structure element of a standard type ("P", "LI", "TH")."""

    tag: str
    kids: list[Element | Content] = field(default_factory=list)
    attributes: dict[str, dict[str, Value]] = field(default_factory=dict)
    """By owner ("Layout", "Table", "List")."""
    alt: str | None = None
    actual_text: str | None = None
    """What is read in place of its content."""
    language: str | None = None
    link: str | None = None
    """For a Link: its target."""

    def add(self, tag: str, **more: str | None) -> Element:
        """A new last child."""
        child = Element(tag, **more)  # type: ignore[arg-type]
        self.kids.append(child)
        return child

    def content(self) -> Content:
        """A new last place for marks."""
        content = Content(self)
        self.kids.append(content)
        return content

    @classmethod
    def document(cls, direction: Literal["ltr", "rtl"]) -> Element:
        """The root; which way its lines run is handed down (ISO 32000-1, 14.8.5.4.3)."""
        root = cls("Document")
        return root.running(direction) if direction == "rtl" else root

    def running(self, direction: Literal["ltr", "rtl"]) -> Element:
        """Say which way its lines run, and those of all in it; the element itself comes back."""
        return self.set("Layout", "WritingMode", "RlTb" if direction == "rtl" else "LrTb")

    def set(self, owner: str, name: str, value: Value) -> Element:
        """Put an attribute on it; the element itself comes back."""
        self.attributes.setdefault(owner, {})[name] = value
        return self
