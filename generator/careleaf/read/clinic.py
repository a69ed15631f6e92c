"""The bytes of a clinic file in; the clinic, with its logo, and every mistake out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from careleaf.blocks.field import Field, file_name, matching, text
from careleaf.figure.qr import LONGEST
from careleaf.language import CODE
from careleaf.model.art import Art
from careleaf.model.clinic import Clinic, FontFile, TemplateFile
from careleaf.problem_codes import BAD_TEMPLATE, NO_QR_CODE, UNWANTED_BODY
from careleaf.read.header import Header, read_header
from careleaf.read.link import HTTPS
from careleaf.read.options import Typed
from careleaf.read.picture import load_picture
from careleaf.read.reading import Reading

_TEMPLATE = re.compile(r"[\w][\w .-]*\.(?i:potx|pptx)")
_COMMA = re.compile(r",(?=\s|$)|(?<=\s),|(?<=\.[to]tf),", re.IGNORECASE)
"""What parts the names of fonts. Those of variable fonts have commas inside,
"NotoSansThai[wdth,wght].ttf": one parts where a space or a font's ending is beside it."""
_PHONE = r"\+?[0-9(][0-9() .-]{1,30}(?: ?(?:ext\.?|x) ?[0-9]{1,6})?"

FIELDS: Mapping[str, Field[object]] = {
    "name": text("Example Harbor Clinic", required=True),
    "tagline": text("Your take-home guide"),
    "language": matching(CODE, "a language code such as en or es", "en"),
    "country": matching(r"[A-Z]{2}", "a country code in two capitals", "US", required=True),
    "phone": matching(_PHONE, "a telephone number", "555-0142", required=True),
    "hours": text("Monday to Friday, 8 am to 5 pm", required=True),
    "after-hours": text("Nights, weekends, and holidays"),
    "after-hours-phone": matching(_PHONE, "a telephone number", "555-0199"),
    "interpreter": text("Free interpreter. Just ask."),
    "address": text("12 Example Harbor Street"),
    "web": matching(HTTPS, "an https address", "https://www.clinic.example/back", required=True),
    "email": matching(
        r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+", "an e-mail address", "hello@clinic.example"
    ),
    "emergency-number": matching(r"[0-9+][0-9 -]{1,15}", "a number to call", "911", required=True),
    "emergency-advice": text("Do not wait. Do not drive yourself."),
    "same-day-words": text("If we are closed, call the after-hours line."),
    "colour": matching(r"#[0-9A-Fa-f]{6}", "a colour as '#' and six digits", "#264A6E"),
    "logo": file_name("example-logo.svg"),
    "template": file_name("example-deck.potx"),
    "fonts": file_name("NotoSansThai-Regular.ttf, NotoSansThai-Bold.ttf"),
}
"""The front matter of a clinic file."""


def read_clinic(reading: Reading, key: str, folder: Path) -> Clinic | None:
    """The clinic in a file that has been taken in; None where a required field is wrong."""
    header = read_header(reading, FIELDS)
    _no_body(reading, header)
    typed = header.typed
    if any(field.required and name not in typed.values for name, field in FIELDS.items()):
        return None
    _scannable(reading, typed)
    return Clinic(
        at=reading.span(0, len(reading.text)),
        key=key,
        name=_text(typed, "name"),
        tagline=_text(typed, "tagline"),
        language=_text(typed, "language") or "en",
        country=_text(typed, "country"),
        phone=_text(typed, "phone"),
        hours=_text(typed, "hours"),
        after_hours=_text(typed, "after-hours"),
        after_hours_phone=_text(typed, "after-hours-phone"),
        interpreter=_text(typed, "interpreter"),
        address=_text(typed, "address"),
        email=_text(typed, "email"),
        web=_text(typed, "web"),
        emergency_number=_text(typed, "emergency-number"),
        emergency_advice=_text(typed, "emergency-advice"),
        same_day_words=_text(typed, "same-day-words"),
        colour=_text(typed, "colour"),
        logo=_logo(reading, typed, folder),
        template=_template(reading, typed, folder),
        fonts=_fonts(reading, typed, folder),
        places=typed.places,
    )


def _scannable(reading: Reading, typed: Typed) -> None:
    """Every handout and deck has the address as a code to scan."""
    web = _text(typed, "web")
    if len(web) > LONGEST:
        start = typed.places["web"].start
        message = f"an address of {len(web)} characters is no code that people can scan"
        hint = f"use one of at most {LONGEST} that leads to the same page"
        reading.report(NO_QR_CODE, start, start + len(web), message, hint)


def _text(typed: Typed, name: str) -> str:
    value = typed.values.get(name)
    return value if isinstance(value, str) else ""


def _logo(reading: Reading, typed: Typed, folder: Path) -> Art | None:
    name = _text(typed, "logo")
    return load_picture(reading, folder, name, typed.places["logo"].start) if name else None


def _template(reading: Reading, typed: Typed, folder: Path) -> TemplateFile | None:
    """The file named, which lies beside this one; it is opened when a deck is built."""
    name = _text(typed, "template")
    if not name:
        return None
    start = typed.places["template"].start
    end = start + len(name)
    path = folder / name
    hint = "put the .potx or .pptx file into the same folder, and write its name only"
    if not _TEMPLATE.fullmatch(name):
        message = f"'{name}' is not the name of a PowerPoint template beside this file"
        reading.report(BAD_TEMPLATE, start, end, message, hint)
        return None
    if not path.is_file() or path.resolve().parent != folder.resolve():
        message = f"there is no template '{name}' beside this file"
        reading.report(BAD_TEMPLATE, start, end, message, hint)
        return None
    return TemplateFile(at=reading.span(start, end), path=path)


def _fonts(reading: Reading, typed: Typed, folder: Path) -> tuple[FontFile, ...]:
    """The fonts named, between commas, in order."""
    listed = _text(typed, "fonts")
    if not listed:
        return ()
    from careleaf.read.font import load_font

    start = typed.places["fonts"].start
    found = (load_font(reading, folder, name, start + at) for at, name in _names(listed))
    return tuple(font for font in found if font)


def _names(listed: str) -> Iterator[tuple[int, str]]:
    """Each name, and how far from the beginning it stands."""
    start = 0
    for end in (*(comma.start() for comma in _COMMA.finditer(listed)), len(listed)):
        behind = listed[start:end].lstrip(", \t")
        if behind:
            yield end - len(behind), behind.rstrip(", \t")
        start = end + 1


def _no_body(reading: Reading, header: Header) -> None:
    """A clinic file is front matter only; anything below it would be lost."""
    source = reading.source
    for number in range(header.body_line + 1, source.line_count + 1):
        if line := source.line(number).strip():
            start = source.offset(number)
            message = "a clinic file has nothing below its front matter"
            hint = "move it above the closing '---' as 'name: value', or delete it"
            reading.report(UNWANTED_BODY, start, start + len(line), message, hint)
            return
