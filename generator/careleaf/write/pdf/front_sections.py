"""First-page material in; its sections, each with what it says to screen readers, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.model.inline import Line, Run
from careleaf.model.leaflet import FirstPage, Leaflet, Signs
from careleaf.model.shape import Callout, Contact, Items
from careleaf.write.pdf.contact import contact
from careleaf.write.pdf.flags import Known, red_flags, signs_elsewhere
from careleaf.write.pdf.key_words import key_words
from careleaf.write.pdf.leads import leads
from careleaf.write.pdf.marks import Box, spaced, stacked
from careleaf.write.pdf.panels import key_message
from careleaf.write.pdf.prose import icon_grid, titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.signs_told import SIGNS, signs_told
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.title import Person, title
from careleaf.write.pdf.visit import visit


class Section(Struct, frozen=True):
    """One thing on page one: its boxes, and what they say."""

    name: str
    boxes: tuple[Box, ...]
    tree: Element


class Share(Struct, frozen=True):
    """Which danger signs of later pages stand here, and which are told by their page."""

    here: tuple[Signs, ...]
    told: tuple[Signs, ...]
    numbers: Mapping[str, int] = {}


class Laid(Struct):
    """What was laid out for one way to fill page one, and serves in others: sections by their names
    and what changes them, and what is known of danger signs."""

    sections: dict[tuple[str, tuple[bool, ...]], Section] = field(default_factory=dict)
    flags: Known = field(default_factory=dict)

    def once(self, make: Callable[[], Section], name: str, *changed_by: bool) -> Section:
        """A section, made where it is not there yet."""
        key = name, changed_by
        if key not in self.sections:
            self.sections[key] = make()
        return self.sections[key]


def front_sections(
    leaflet: Leaflet, setting: Setting, share: Share | None = None, *, flows: bool = False
) -> Iterator[Section]:
    """All that a first page may hold below its title, in reading order: with every topic's danger
    signs, unless told which `share`. Actions that flow over pages come row by row."""
    share = share or Share(leaflet.first.more_signs, ())
    return with_more(own_sections(leaflet, setting, Laid(), flows=flows), share, setting)


def own_sections(
    leaflet: Leaflet,
    setting: Setting,
    laid: Laid,
    *,
    hours: bool = True,
    airy: bool = True,
    flows: bool = False,
    brief: bool = False,
) -> list[Section]:
    """All but the signs of later pages, each laid out once for what changes it. Where it is
    `brief`, actions have their leads alone."""
    once = laid.once
    first = leaflet.first
    sections = []
    if first.visit:
        sections.append(once(partial(_visit, first.visit, setting), "visit", airy))
    if first.key:
        key = partial(_key, first.key, first.key_label, setting)
        sections.append(once(key, "key", airy))
    if first.actions and brief:
        sections.append(once(partial(_leads, first.actions, first.actions_title, setting), "leads"))
    elif first.actions:
        actions = partial(_actions, first.actions, first.actions_title, setting, flows=flows)
        sections.append(once(actions, "actions", flows))
    if first.flags:
        flags = partial(_flags, first, setting, laid.flags)
        sections.append(once(flags, "flags", hours, airy))
    if first.contact:
        sections.append(once(partial(_contact, first.contact, setting), "contact"))
    return sections


def with_more(own: list[Section], share: Share, setting: Setting) -> Iterator[Section]:
    """With the signs of later pages, or where they are, before whom to call."""
    yield from (section for section in own if section.name != "contact")
    for signs in share.here:
        tree = Element("Document")
        flags = red_flags(signs.flags, signs.title, setting, tree, 2)
        yield Section("more signs", tuple(flags), tree)
    if share.told:
        tree = Element("Document")
        lines = [_elsewhere(signs, setting, share.numbers) for signs in share.told]
        yield Section("elsewhere", (signs_elsewhere(lines, setting, tree),), tree)
    yield from (section for section in own if section.name == "contact")


def title_section(
    leaflet: Leaflet,
    setting: Setting,
    person: Person,
    *,
    large: bool = True,
    subtitle: bool = True,
) -> Section:
    """`large`: as large as a first page's; else as a part's."""
    tree = Element("Document")
    box = title(leaflet, setting, tree, person, large=large, subtitle=subtitle)
    return Section("title", (box,), tree)


def told_section(leaflet: Leaflet, numbers: Mapping[str, int], setting: Setting) -> Section:
    """On which page danger signs are. Until its number is known, one stands in that is as wide."""
    tree = Element("Document")
    box = signs_told(leaflet, numbers.get(SIGNS, 99), setting, tree)
    return Section("told", (box,), tree)


def _visit(lines: tuple[tuple[str, str], ...], setting: Setting) -> Section:
    tree = Element("Document")
    return Section("visit", (visit(lines, setting, tree),), tree)


def _key(message: Callout, label: str, setting: Setting) -> Section:
    tree = Element("Document")
    box = key_message(message, label, setting, tree, partial(key_words, setting=setting))
    return Section("key", (box,), tree)


def _flags(first: FirstPage, setting: Setting, known: Known) -> Section:
    tree = Element("Document")
    flags = red_flags(first.flags, first.flags_title, setting, tree, 2, known=known)
    return Section("flags", tuple(flags), tree)


def _contact(panel: Contact, setting: Setting) -> Section:
    tree = Element("Document")
    return Section("contact", (contact(panel, setting, tree),), tree)


def _elsewhere(signs: Signs, setting: Setting, numbers: Mapping[str, int]) -> Line:
    """A link that says the page. Until pages are known, one stands in that is as wide."""
    at, anchor = signs.flags[0].at, signs.flags[0].anchor
    on = sorted({numbers.get(flag.anchor, 99) for flag in signs.flags})
    page = setting.language.listed(str(number) for number in on)
    if signs.topic:
        text = setting.language.say(
            "More danger signs, {topic}: page {page}", topic=signs.topic, page=page
        )
    else:
        text = setting.language.say("More danger signs: page {page}", page=page)
    return (Run(at=at, text=text, link=f"#{anchor}"),)


def actions_overleaf(leaflet: Leaflet, setting: Setting) -> list[Section]:
    """The actions in full, where page one has their leads alone."""
    actions = leaflet.first.actions
    title = f"{leaflet.first.actions_title} {setting.language.say('(continued)')}"
    return [_actions(actions, title, setting, flows=True)] if actions else []


def _leads(actions: Items, title: str, setting: Setting) -> Section:
    tree = Element("Document")
    heading = titled(setting.words(title), setting.styles.section, setting, tree, 2, gap=0)
    lists = tree.add("L").set("List", "ListNumbering", "None")
    return Section(
        "leads", (stacked(heading), replace(leads(actions.items, setting, lists), gap=5.0)), tree
    )


def _actions(actions: Items, title: str, setting: Setting, *, flows: bool) -> Section:
    tree = Element("Document")
    heading = titled(setting.words(title), setting.styles.section, setting, tree, 2, gap=0)
    lists = tree.add("L").set("List", "ListNumbering", "None")
    rows = icon_grid(actions.items, setting, lists, setting.styles.width)
    if flows:
        return Section("actions", (*heading, *spaced(rows, 7.0)), tree)
    return Section("actions", (stacked(heading), stacked(rows, gap=7.0)), tree)
