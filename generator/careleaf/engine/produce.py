"""A checked topic and a format in; the finished bytes of that format out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.manuscript import manuscript
from careleaf.engine.clinic_template import clinic_template
from careleaf.engine.edition import Edition
from careleaf.engine.job import Format, Job
from careleaf.engine.stamp import file_date
from careleaf.language import Language, language
from careleaf.model.clinic import Clinic
from careleaf.model.deck import Template
from careleaf.model.leaflet import Paper
from careleaf.model.manuscript import Manuscript
from careleaf.model.page import Version
from careleaf.model.topic import Medium, Topic
from careleaf.problem import Problem
from careleaf.problem_codes import BRAND_NOT_USED
from careleaf.theme import Theme, default_theme
from careleaf.theme.brand import brand

_MEDIA: dict[Format, Medium] = {
    "pptx": Medium.DECK,
    "pdf": Medium.LEAFLET,
    "html": Medium.PAGE,
    "notes-pages": Medium.DECK,
    "text": Medium.LEAFLET,
}


class Piece(Struct, frozen=True):
    """One finished file, not yet on disk. `count` is in `unit` (slides, pages); `fields` are what a
    handout has to fill in on a screen."""

    format: Format
    data: bytes
    count: int | None
    unit: str
    fields: int = 0


def produce(
    edition: Edition, name: Format, *, job: Job, versions: tuple[Version, ...] = ()
) -> tuple[Piece, list[Problem]]:
    """Compose and write one format. Composers and writers are imported on first use, because each
    costs a tenth of a second."""
    from careleaf.engine.pictures import kept_code, kept_pose

    topic, library, clinic = edition.topic, edition.library, edition.clinic
    spoken = language(tag_of(topic, clinic))
    ready, problems = manuscript(
        topic,
        _MEDIA[name],
        library=library,
        clinic=clinic,
        language=spoken,
        tailoring=job.tailoring,
        figures=kept_pose,
        codes=kept_code,
        easy=name == "pdf" and job.profile == "easy-read",
    )
    theme, unused = theme_of(clinic)
    match name:
        case "pptx" | "notes-pages":
            template, refused = clinic_template(job, clinic)
            if template:
                theme = _in_its_colours(theme, template, clinic)
            if name == "pptx":
                piece, late = _deck(ready, theme, spoken, template)
            else:
                piece, late = _notes_pages(ready, theme, spoken, template, job)
            late = [*refused, *late]
        case "pdf":
            piece, late = _leaflet(ready, theme, spoken, job)
        case "html":
            piece, late = _page(ready, theme, spoken, versions)
        case "text":
            piece, late = _text(ready, theme, spoken, job)
    return piece, [*unused, *problems, *late]


def prepare(name: Format) -> None:
    """Import what a format needs, ahead of its first topic."""
    match name:
        case "pptx":
            import careleaf.compose.deck
            import careleaf.engine.pictures
            import careleaf.write.pptx
        case "pdf":
            import careleaf.compose.leaflet
            import careleaf.write.pdf
        case "html":
            import careleaf.compose.page
            import careleaf.write.html
        case "notes-pages":
            import careleaf.compose.deck
            import careleaf.compose.notes_pages
            import careleaf.write.pdf
        case "text":
            import careleaf.compose.leaflet
            import careleaf.write.text  # noqa: F401


def _deck(
    ready: Manuscript, theme: Theme, spoken: Language, template: Template | None
) -> tuple[Piece, list[Problem]]:
    from careleaf.compose.deck import compose_deck
    from careleaf.engine.pictures import kept_twins
    from careleaf.write.pptx import write

    deck, problems = compose_deck(ready, theme, spoken, template)
    dated = replace(deck, written=file_date(deck.written))
    data, late = write(dated, theme, spoken, kept_twins)
    return Piece("pptx", data, len(deck.slides), "slides"), [*problems, *late]


def _leaflet(
    ready: Manuscript, theme: Theme, spoken: Language, job: Job
) -> tuple[Piece, list[Problem]]:
    from careleaf.compose.brochure import compose_brochure
    from careleaf.compose.easy_read import easy_read
    from careleaf.compose.leaflet import compose_leaflet
    from careleaf.engine.pictures import kept_form
    from careleaf.write.pdf import write
    from careleaf.write.pdf.options import PdfOptions

    lacking: list[Problem] = []
    if job.profile == "easy-read":
        ready, lacking = easy_read(ready, spoken)
    paper = paper_of(job, ready.clinic)
    composed = compose_brochure if job.fold == "brochure" else compose_leaflet
    leaflet, problems = composed(ready, theme, spoken, paper=paper, profile=job.profile)
    dated = replace(leaflet, fold=job.fold, written=file_date(leaflet.written))
    wanted = PdfOptions(ua=job.pdf_ua, fillable=job.fillable)
    written = write(dated, theme, spoken, wanted, kept_form)
    piece = Piece("pdf", written.data, written.pages, "pages", written.fields)
    return piece, [*lacking, *problems, *written.problems]


def _page(
    ready: Manuscript, theme: Theme, spoken: Language, versions: tuple[Version, ...]
) -> tuple[Piece, list[Problem]]:
    from careleaf.compose.page import compose_page
    from careleaf.write.html import write

    page, problems = compose_page(ready, theme, spoken, versions)
    data, late = write(page, theme, spoken)
    return Piece("html", data, None, ""), [*problems, *late]


def _text(
    ready: Manuscript, theme: Theme, spoken: Language, job: Job
) -> tuple[Piece, list[Problem]]:
    from careleaf.compose.leaflet import compose_leaflet
    from careleaf.write.text import write

    leaflet, problems = compose_leaflet(ready, theme, spoken, paper=paper_of(job, ready.clinic))
    return Piece("text", write(leaflet, spoken).encode(), None, ""), problems


def _notes_pages(
    ready: Manuscript, theme: Theme, spoken: Language, template: Template | None, job: Job
) -> tuple[Piece, list[Problem]]:
    from careleaf.compose.deck import compose_deck
    from careleaf.compose.notes_pages import compose_notes_pages
    from careleaf.write.pdf import write_notes_pages
    from careleaf.write.pdf.options import PdfOptions

    deck, problems = compose_deck(ready, theme, spoken, template)
    dated = replace(deck, written=file_date(deck.written))
    pages = compose_notes_pages(ready, dated, spoken, paper=paper_of(job, ready.clinic))
    written = write_notes_pages(pages, theme, spoken, PdfOptions(ua=job.pdf_ua))
    piece = Piece("notes-pages", written.data, written.pages, "pages")
    return piece, [*problems, *written.problems]


def theme_of(clinic: Clinic) -> tuple[Theme, list[Problem]]:
    """The house colours, recoloured by the clinic's own where the brand rule lets them."""
    if not clinic.colour:
        return default_theme(), []
    branded = brand(default_theme(), clinic.colour)
    if not branded.mistake:
        return branded.theme, []
    hint = "choose another colour, or leave it so"
    return branded.theme, [Problem(BRAND_NOT_USED, clinic.at, branded.mistake, hint)]


def _in_its_colours(theme: Theme, template: Template, clinic: Clinic) -> Theme:
    """The clinic's own colour leads, if its file names one; else the template's."""
    from careleaf.theme.adopted import adopt, with_ink

    colours = dict(template.colours)
    return with_ink(theme, colours) if clinic.colour else adopt(theme, colours)


def tag_of(topic: Topic, clinic: Clinic) -> str:
    """BCP 47 tag: the topic's language, with the clinic's country where the clinic speaks it."""
    same = topic.language == clinic.language.partition("-")[0]
    return f"{topic.language}-{clinic.country}" if same and clinic.country else topic.language


def paper_of(job: Job, clinic: Clinic) -> Paper:
    """The paper asked for, else that of the clinic's country."""
    return job.paper or ("letter" if clinic.country == "US" else "a4")
