"""The text of a PO file in, and out: messages with the exact place of every translated character.

The form of GNU gettext, which translators' programs read and write. Only what we use is understood:
contexts, plurals, comments and the `fuzzy` flag. A mistake is told by its place, never skipped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec import Struct

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[([0-9])\])?)[ ]+(?=\")")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"[ ]*$')
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_ESCAPED = str.maketrans({"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"})


class Words(Struct, frozen=True):
    """A string of the file, and for each of its characters the offset where it stands; one more
    for its end."""

    text: str = ""
    places: tuple[int, ...] = (0,)


class Message(Struct, frozen=True, kw_only=True):
    """One entry. `context` and `id` find it; `forms` are the translation, one for each plural form
    (one alone where `plural` is empty). Empty words are not translated yet."""

    id: str
    context: str = ""
    plural: str = ""
    forms: tuple[Words, ...] = (Words(),)
    fuzzy: bool = False
    """A program or a person has doubts: the source changed since."""
    note: str = ""
    """For the translator (`#.`)."""
    at: int = 0
    """Where its id begins."""

    @property
    def text(self) -> str:
        """The only form."""
        return self.forms[0].text


class Fault(Struct, frozen=True):
    """A mistake in the file, from one offset to another."""

    start: int
    end: int
    message: str


@dataclass(slots=True)
class _Entry:
    at: int = 0
    strings: dict[str, Words] = field(default_factory=dict)
    flags: str = ""
    note: str = ""
    current: str = ""


def parse_po(text: str) -> tuple[list[Message], list[Fault]]:
    """All messages in order, the header (an empty id) with them, and what is not PO."""
    messages: list[Message] = []
    faults: list[Fault] = []
    entry = _Entry()
    offset = 0
    for line in [*text.split("\n"), ""]:
        if not line.strip() or (line.startswith("#") and entry.strings):
            messages += _finished(entry)
            entry = _Entry()
        if line.startswith("#"):
            _comment(entry, line)
        elif line.strip() and (fault := _line(entry, line, offset)):
            faults.append(fault)
        offset += len(line) + 1
    return messages, faults


def _comment(entry: _Entry, line: str) -> None:
    if line.startswith("#,"):
        entry.flags += line
    elif line.startswith("#."):
        entry.note = f"{entry.note}\n{line[2:].strip()}".strip()


def _line(entry: _Entry, line: str, offset: int) -> Fault | None:
    start = 0
    if found := _KEYWORD.match(line):
        entry.current = found[1] if found[1] != "msgstr" else "msgstr[0]"
        if entry.current == "msgid":
            entry.at = offset
        if entry.current in entry.strings:
            return Fault(offset, offset + len(line), f"a second {found[1]} in one entry")
        entry.strings[entry.current] = Words("", (offset + found.end() + 1,))
        start = found.end()
    quoted = _STRING.match(line, start)
    if quoted is None or not entry.current:
        return Fault(offset, offset + len(line), "this line is not PO: it needs a quoted string")
    words = entry.strings[entry.current]
    text, places = _unescaped(quoted[1], offset + quoted.start(1))
    entry.strings[entry.current] = Words(words.text + text, (*words.places[:-1], *places))
    return None


def _unescaped(raw: str, start: int) -> tuple[str, list[int]]:
    text: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(raw):
        places.append(start + at)
        step = 2 if raw[at] == "\\" else 1
        text.append(_ESCAPES.get(raw[at + 1], raw[at + 1]) if step == 2 else raw[at])
        at += step
    return "".join(text), [*places, start + at]


def _finished(entry: _Entry) -> Iterator[Message]:
    strings = entry.strings
    if "msgid" in strings:
        forms = [strings[key] for key in sorted(strings) if key.startswith("msgstr")]
        yield Message(
            id=strings["msgid"].text,
            context=strings["msgctxt"].text if "msgctxt" in strings else "",
            plural=strings["msgid_plural"].text if "msgid_plural" in strings else "",
            forms=tuple(forms) or (Words(),),
            fuzzy="fuzzy" in entry.flags,
            note=entry.note,
            at=entry.at,
        )


def write_po(messages: Iterable[Message]) -> str:
    """The file of these messages, the header first."""
    return "\n".join("".join(f"{line}\n" for line in _written(message)) for message in messages)


def _written(message: Message) -> Iterator[str]:
    for line in message.note.split("\n") if message.note else ():
        yield f"#. {line}"
    if message.fuzzy:
        yield "#, fuzzy"
    if message.context:
        yield f"msgctxt {_quoted(message.context)}"
    yield f"msgid {_quoted(message.id)}"
    if message.plural:
        yield f"msgid_plural {_quoted(message.plural)}"
        for number, form in enumerate(message.forms):
            yield f"msgstr[{number}] {_quoted(form.text)}"
    else:
        yield f"msgstr {_quoted(message.text)}"


def _quoted(text: str) -> str:
    """One string, or for several lines one string each, as GNU gettext writes them."""
    lines = text.splitlines(keepends=True)
    if len(lines) < 2:
        return f'"{text.translate(_ESCAPED)}"'
    return "\n".join(['""', *(f'"{line.translate(_ESCAPED)}"' for line in lines)])


def header(language: str, plural_forms: str = "") -> Message:
    """The first entry of a file."""
    lines = [
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Language: {language}",
        *([f"Plural-Forms: {plural_forms}"] if plural_forms else []),
    ]
    return Message(id="", forms=(Words("".join(f"{line}\n" for line in lines)),))
