"""The text of a PO file in, and out: messages with the exact place of every translated character.

The form of GNU gettext, which translators' programs read and write. Only what we use is understood:
contexts, plurals, comments, the `fuzzy` flag, the words before a change (`#|`) and what is kept
of a lost source (`#~`). A mistake is told by its place, never skipped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[([0-9])\])?)[ ]+(?=\")")
_FIRST = re.compile(r"msgctxt|msgid")
_SIGN = re.compile(r"#(?=[~|])(?P<kept>~)?(?P<before>\|)? *")
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
    previous: str = ""
    """The words that a fuzzy one was translated from, if they were others (`#|`)."""
    obsolete: bool = False
    """Kept of a source that no longer has these words (`#~`)."""
    note: str = ""
    """For the translator (`#.`)."""
    at: int = 0
    """Where its id begins."""

    @property
    def text(self) -> str:
        """The only form."""
        return self.forms[0].text

    @property
    def translated(self) -> bool:
        """Whether there is anything to see in every form: blanks are no words."""
        return all(map(has_words, (form.text for form in self.forms)))


def has_words(text: str) -> bool:
    """Whether any character of a text is more than a space, a control or a format character."""
    return any(unicodedata.category(char)[0] not in "ZC" for char in text)


class Fault(Struct, frozen=True):
    """A mistake in the file, from one offset to another."""

    start: int
    end: int
    message: str


class _Draft(Struct):
    """Words that may go on in the next line: thousands of them, and none is copied for each."""

    start: int
    end: int
    pieces: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def words(self) -> Words:
        return Words(self.text, (*self.places, self.end))


class _Entry(Struct):
    at: int = 0
    strings: dict[str, _Draft] = field(default_factory=dict)
    previous: dict[str, _Draft] = field(default_factory=dict)
    flags: str = ""
    note: str = ""
    obsolete: bool = False
    current: str = ""
    wrong: bool = False
    """A mistake in it has been told."""

    @property
    def whole(self) -> bool:
        """Whether it has its translation: what follows is another entry's, or one more plural."""
        return any(key.startswith("msgstr") for key in self.strings)


def parse_po(text: str) -> tuple[list[Message], list[Fault]]:
    """All messages in order, the header (an empty id) with them, and what is not PO. An entry ends
    with its translation: a blank line after it is usual, not needed."""
    messages: list[Message] = []
    faults: list[Fault] = []
    entry = _Entry()
    offset = 0
    for line in text.split("\n"):
        if _ends(entry, line):
            _finish(entry, messages, faults)
            entry = _Entry()
        if fault := _taken(entry, line, offset):
            entry.wrong = True
            faults.append(fault)
        offset += len(line) + 1
    _finish(entry, messages, faults)
    return messages, faults


def _ends(entry: _Entry, line: str) -> bool:
    """Whether a line is no longer part of an entry."""
    sign = _SIGN.match(line)
    if line.strip() and entry.strings and entry.obsolete != bool(sign and sign["kept"]):
        return entry.whole or not line.startswith("#") or entry.obsolete or bool(sign)
    if not entry.whole:
        return False
    if sign is None:
        return not line.strip() or line.startswith("#") or bool(_FIRST.match(line))
    return bool(sign["before"] or _FIRST.match(line, sign.end()))


def _taken(entry: _Entry, line: str, offset: int) -> Fault | None:
    """One line put into its entry."""
    if sign := _SIGN.match(line):
        entry.obsolete = bool(sign["kept"])
        strings = entry.previous if sign["before"] else entry.strings
        return _line(entry, strings, line, sign.end(), offset)
    if line.startswith("#,"):
        entry.flags += line
    elif line.startswith("#."):
        entry.note = f"{entry.note}\n{line[2:].strip()}".strip()
    elif line.strip() and not line.startswith("#"):
        return _line(entry, entry.strings, line, 0, offset)
    return None


def _line(
    entry: _Entry, strings: dict[str, _Draft], line: str, start: int, offset: int
) -> Fault | None:
    """A keyword with its string, or one more string for the last one."""
    if not line[start:].strip():
        return None
    if found := _KEYWORD.match(line, start):
        entry.current = found[1] if found[1] != "msgstr" else "msgstr[0]"
        if entry.current == "msgid" and strings is entry.strings:
            entry.at = offset + start
        if entry.current in strings:
            return Fault(offset, offset + len(line), f"a second {found[1]} in one entry")
        begin = offset + found.end() + 1
        strings[entry.current] = _Draft(begin, begin)
        start = found.end()
    quoted = _STRING.match(line, start)
    if quoted is None or entry.current not in strings:
        return Fault(offset, offset + len(line), "this line is not PO: it needs a quoted string")
    words = strings[entry.current]
    text, places = _unescaped(quoted[1], offset + quoted.start(1))
    words.pieces.append(text)
    words.end = places.pop()
    words.places += places
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


def _finish(entry: _Entry, messages: list[Message], faults: list[Fault]) -> None:
    """Add what the entry says, or what it lacks: half of one must not be lost in silence."""
    strings = entry.strings
    forms = [strings[key].words() for key in sorted(strings) if key.startswith("msgstr")]
    if "msgid" in strings and forms:
        previous = entry.previous.get("msgid")
        message = Message(
            id=strings["msgid"].text,
            context=strings["msgctxt"].text if "msgctxt" in strings else "",
            plural=strings["msgid_plural"].text if "msgid_plural" in strings else "",
            forms=tuple(forms),
            fuzzy="fuzzy" in entry.flags,
            previous=previous.text if previous else "",
            obsolete=entry.obsolete,
            note=entry.note,
            at=entry.at,
        )
        messages.append(message)
    elif strings and not entry.wrong:
        place = min(words.start for words in strings.values())
        lacking = "msgstr" if "msgid" in strings else "msgid"
        faults.append(Fault(place, place + 1, f"an entry without {lacking}"))


def write_po(messages: Iterable[Message]) -> str:
    """The file of these messages, the header first."""
    return "\n".join("".join(f"{line}\n" for line in _written(message)) for message in messages)


def _written(message: Message) -> Iterator[str]:
    for line in message.note.split("\n") if message.note else ():
        yield f"#. {line}"
    if message.fuzzy:
        yield "#, fuzzy"
    kept = "#~ " if message.obsolete else ""
    if message.fuzzy and message.previous:
        sign = "#~| " if message.obsolete else "#| "
        yield from _lines(sign, "msgid", message.previous)
    if message.context:
        yield from _lines(kept, "msgctxt", message.context)
    yield from _lines(kept, "msgid", message.id)
    if message.plural:
        yield from _lines(kept, "msgid_plural", message.plural)
        for number, form in enumerate(message.forms):
            yield from _lines(kept, f"msgstr[{number}]", form.text)
    else:
        yield from _lines(kept, "msgstr", message.text)


def _lines(sign: str, keyword: str, text: str) -> Iterator[str]:
    for line in f"{keyword} {_quoted(text)}".split("\n"):
        yield f"{sign}{line}"


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
