"""A topic in two languages in; one handout in which they face each other, out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careleaf.compose.manuscript import manuscript
from careleaf.engine.edition import Edition
from careleaf.engine.job import Job, RefusedError
from careleaf.engine.produce import Piece, paper_of, tag_of, theme_of
from careleaf.engine.stamp import file_date
from careleaf.language import Language, language
from careleaf.model.leaflet import Leaflet
from careleaf.model.topic import Medium
from careleaf.problem import Problem, has_errors


def wanted(asked: Sequence[Sequence[str]], job: Job) -> list[str]:
    """The ids of what is to be made; `asked` are those of each language. Two languages face each
    other only where both are there.

    Raises `RefusedError` where that is nowhere.
    """
    names = list(dict.fromkeys(name for some in asked for name in some))
    if job.beside is None:
        return names
    both = [name for name in names if all(name in some for some in asked)]
    if not both:
        message = f"no topic is there both in '{job.language}' and in '{job.beside}'"
        raise RefusedError(message, "see: careleaf list")
    return both


def produce_bilingual(first: Edition, second: Edition, job: Job) -> tuple[Piece, list[Problem]]:
    """One handout with both languages, item facing item."""
    from careleaf.compose.mirror import mirrored
    from careleaf.write.pdf import write_bilingual
    from careleaf.write.pdf.options import PdfOptions

    theme, problems = theme_of(first.clinic)
    one, spoken, found = composed(first, job)
    two, other, late = composed(second, job)
    two, unlike = mirrored(one, two)
    problems += [*found, *late, *unlike]
    if has_errors(unlike):
        return Piece("pdf", b"", 0, "pages"), problems
    options = PdfOptions(ua=job.pdf_ua)
    written = write_bilingual((one, two), theme, (spoken, other), options)
    return Piece("pdf", written.data, written.pages, "pages"), [*problems, *written.problems]


def composed(edition: Edition, job: Job) -> tuple[Leaflet, Language, list[Problem]]:
    """The leaflet of one of two languages."""
    from careleaf.compose.leaflet import compose_leaflet
    from careleaf.engine.pictures import kept_code, kept_pose

    spoken = language(tag_of(edition.topic, edition.clinic))
    ready, problems = manuscript(
        edition.topic,
        Medium.LEAFLET,
        library=edition.library,
        clinic=edition.clinic,
        language=spoken,
        tailoring=job.tailoring,
        figures=kept_pose,
        codes=kept_code,
    )
    theme, _ = theme_of(edition.clinic)
    paper = paper_of(job, edition.clinic)
    leaflet, late = compose_leaflet(ready, theme, spoken, paper=paper, profile=job.profile)
    dated = replace(leaflet, written=file_date(leaflet.written))
    return dated, spoken, [*problems, *late]
