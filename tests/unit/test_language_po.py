"""PO and XLIFF files: what is read is what was written, and every character has its place."""

from __future__ import annotations

import io
import time

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from careleaf.language.catalogue import catalogue
from careleaf.language.po import Message, Words, header, parse_po, write_po
from careleaf.language.xliff import Segment, XliffError, parse_xliff, write_xliff

FILE = """\
msgid ""
msgstr ""
"Language: es\\n"

#. A note
#. on two lines
#, fuzzy
msgctxt "start/1"
msgid "Say \\"hello\\""
msgstr ""
"Di "
"\\"hola\\"\\n"

msgid "{n} time"
msgid_plural "{n} times"
msgstr[0] "{n} vez"
msgstr[1] "{n} veces"
"""
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.just("\n"))


def test_a_file_is_read_with_places() -> None:
    messages, faults = parse_po(FILE)
    assert faults == []
    head, hello, times = messages
    assert head.text == "Language: es\n"
    assert (hello.context, hello.id, hello.text) == ("start/1", 'Say "hello"', 'Di "hola"\n')
    assert (hello.note, hello.fuzzy) == ("A note\non two lines", True)
    assert [form.text for form in times.forms] == ["{n} vez", "{n} veces"]
    words = hello.forms[0]
    assert len(words.places) == len(words.text) + 1
    shown = {'"': "\\", "\n": "\\"}
    for character, place in zip(words.text, words.places, strict=False):
        assert FILE[place] == shown.get(character, character)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS, st.booleans()), unique_by=lambda row: row[:2]))
def test_what_is_written_is_read_again(rows: list[tuple[str, str, str, bool]]) -> None:
    messages = [
        Message(id=f"m{id_}", context=context, forms=(Words(text),), fuzzy=fuzzy)
        for context, id_, text, fuzzy in rows
    ]
    again, faults = parse_po(write_po([header("es"), *messages]))
    assert faults == []
    assert [(one.context, one.id, one.text, one.fuzzy) for one in again[1:]] == [
        (one.context, one.id, one.text, one.fuzzy) for one in messages
    ]


def test_another_reader_of_po_reads_the_same() -> None:
    messages, _ = parse_po(FILE)
    theirs = read_po(io.StringIO(write_po(messages)))
    hello = theirs.get('Say "hello"', "start/1")
    assert hello is not None
    assert (hello.string, hello.fuzzy) == ('Di "hola"\n', True)
    times = theirs.get("{n} time")
    assert times is not None
    # Babel gives as many as its own data has plurals, which grew: those it did not read are empty.
    assert isinstance(times.string, tuple)
    assert tuple(filter(None, times.string)) == ("{n} vez", "{n} veces")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("msgstr hola", "needs a quoted string"),
        ("hola", "needs a quoted string"),
        ('msgstr "a" "b"', "needs a quoted string"),
        ('msgid "a"\nmsgid "b"', "a second msgid"),
        ('msgid "a"', "an entry without msgstr"),
        ('msgctxt "a"\nmsgstr "b"', "an entry without msgid"),
        ('"loose"', "needs a quoted string"),
    ],
)
def test_what_is_no_po_is_told_at_its_place(line: str, message: str) -> None:
    (fault,) = parse_po(f"# comment\n\n{line}\n")[1]
    assert message in fault.message
    assert fault.start >= len("# comment\n\n")


def test_entries_need_no_blank_line_between_them() -> None:
    text = 'msgid "a"\n\nmsgstr "1"\nmsgctxt "x"\nmsgid "b"\nmsgstr "2"\n'
    text += '#, fuzzy\nmsgid "c"\nmsgstr "3"'
    messages, faults = parse_po(text)
    assert faults == []
    assert [(one.context, one.id, one.text, one.fuzzy) for one in messages] == [
        ("", "a", "1", False),
        ("x", "b", "2", False),
        ("", "c", "3", True),
    ]


def test_what_a_source_lost_is_kept_as_gettext_keeps_it() -> None:
    kept = Message(
        id="b\nb", context="x", forms=(Words("2"),), fuzzy=True, previous="c\nd", obsolete=True
    )
    text = write_po([header("es"), Message(id="a", forms=(Words("1"),)), kept, kept])
    assert '#~| msgid ""\n#~| "c\\n"\n#~| "d"\n#~ msgctxt "x"\n#~ msgid ""' in text
    for form in (text, text.replace("\n\n", "\n")):
        messages, faults = parse_po(form)
        assert faults == []
        assert [one.obsolete for one in messages] == [False, False, True, True]
        assert [(one.id, one.text, one.previous) for one in messages[2:]] == [
            ("b\nb", "2", "c\nd")
        ] * 2
    assert list(read_po(io.StringIO(text)).obsolete)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS, st.booleans())))
def test_xliff_comes_back_as_it_went(rows: list[tuple[str, str, str, bool]]) -> None:
    segments = [
        Segment(file="f", id=f"u{n}", source=source, target=target, checked=checked or not target)
        for n, (_, source, target, checked) in enumerate(rows)
    ]
    language, again = parse_xliff(write_xliff(segments, "en", "es").encode())
    assert language == "es"
    assert [(one.id, one.source, one.target) for one in again] == [
        (one.id, one.source, one.target) for one in segments
    ]
    assert [one.checked for one in again if one.target] == [
        one.checked for one in segments if one.target
    ]


def unit(inside: str) -> Segment:
    space = 'xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:m="m"'
    text = f'<xliff {space} trgLang="es"><file original="f"><unit name="u">{inside}</unit></file>'
    (segment,) = parse_xliff(f"{text}</xliff>".encode())[1]
    return segment


DONE = '<segment state="final"><source>Wait.</source><target>Espere.</target></segment>'


@pytest.mark.parametrize(
    ("inside", "target", "checked"),
    [
        (DONE, "Espere.", True),
        (DONE + "<ignorable><source> </source></ignorable>" + DONE, "Espere. Espere.", True),
        (DONE + DONE.replace("final", "initial"), "Espere.Espere.", False),
        (DONE.replace("final", "initial") + DONE, "Espere.Espere.", False),
        (DONE.replace(' state="final"', ""), "Espere.", False),
        (DONE + "<segment><source>Do not wait.</source></segment>", "", False),
        (DONE + DONE.replace("Espere.", " "), "", True),
        ("<m:match><source>Go</source><target>Vaya</target></m:match>" + DONE, "Espere.", True),
    ],
)
def test_a_unit_is_as_good_as_its_worst_segment(inside: str, target: str, checked: bool) -> None:
    segment = unit(inside)
    assert (segment.target, segment.checked) == (target, checked)


def test_no_program_may_cut_our_units() -> None:
    assert 'canResegment="no"' in write_xliff([Segment(file="f", id="u", source="a")], "en", "es")


def test_segments_in_another_order_are_refused() -> None:
    with pytest.raises(XliffError, match="another order"):
        unit(DONE.replace("<target>", '<target order="2">'))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "broken XML"),
        (b"<a/>", "not XLIFF 2"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "a document type is not allowed"),
        (b"msgid", "broken XML"),
    ],
)
def test_what_is_no_xliff_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(XliffError, match=message):
        parse_xliff(data)


def test_english_needs_no_catalogue() -> None:
    assert catalogue("en").say("Call {number}") == "Call {number}"
    assert [catalogue("xx").say_many("one", "many", n) for n in (0, 1, 2)] == [
        "many",
        "one",
        "many",
    ]


def test_a_string_of_many_lines_takes_as_long_a_line_as_one_of_few() -> None:
    """What it would take if all before were copied for each line: 64 times as long for 8 times as
    many."""

    def taken(lines: int) -> float:
        text = 'msgid "x"\nmsgstr ""\n' + '"abcdefgh"\n' * lines
        start = time.process_time()
        [message], faults = parse_po(text)
        assert faults == []
        assert len(message.text) == 8 * lines
        assert len(message.forms[0].places) == 8 * lines + 1
        return time.process_time() - start

    few = min(taken(1500) for _ in range(3))
    assert min(taken(12000) for _ in range(3)) < 24 * few
