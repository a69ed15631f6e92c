"""A job in; its files, in memory or in its output folder, and every problem met on the way, out.

The stages are imported where they are used: a second process is forked before that, and loads the
writers while this one loads the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.choose import refusals
from careleaf.engine.aside import Aside
from careleaf.engine.bilingual import produce_bilingual, wanted
from careleaf.engine.edition import Edition, file_name, versions
from careleaf.engine.files import write_whole
from careleaf.engine.formats import begin, pieces
from careleaf.engine.job import Job, Output, Progress, RefusedError, Result
from careleaf.engine.nonsense import refuse_nonsense
from careleaf.engine.opened import Opened
from careleaf.engine.produce import Piece
from careleaf.engine.shelves import Shelf, Shelving, shelf_of
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Topic
from careleaf.problem import Problem, has_errors, in_order
from careleaf.problem_codes import NO_GLYPH
from careleaf.source import Source


class Made(Struct, frozen=True):
    """What became of a job in memory: nothing of it is on disk. `sources` are the files that the
    problems point into."""

    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...]
    sources: Mapping[str, Source]


def build(job: Job, progress: Progress | None = None, second: Aside | None = None) -> Result:
    """Build every topic of a job in every format. A topic with an error writes nothing and leaves
    its old files as they were; the others are still built. A `second` process makes one format of
    each topic meanwhile.

    Raises `RefusedError` where the job makes no sense, `CareleafError` for a broken machine.
    """
    refuse_nonsense(job)
    with _private(job):
        # In several languages, what is made of one depends on what there is in the others.
        alone = second if len(job.languages) == 1 and not job.beside else None
        shelves = _shelves(job, partial(shelf_of, when_read=partial(_ahead, job, alone)))
        problems = _problems(shelves)
        outputs: list[Output] = []
        for ready, late in _each(shelves, job, second):
            problems += late
            outputs += [_write(piece, topic, job, progress) for piece, topic in ready]
        return Result(
            outputs=tuple(outputs),
            problems=tuple(in_order(problems)),
            sources=_sources(shelves),
            not_there=_not_there(shelves),
        )


def _ahead(job: Job, second: Aside | None, edition: Edition) -> None:
    """Have a second process begin with the first topic while this one checks it. What has a mistake
    is thrown away; most have none."""
    if second and second.subject is None:
        begin(edition, job, second)


def made(job: Job, second: Aside | None = None, shelve: Shelving | None = None) -> Made:
    """The same files as `build` writes, in memory. A topic with an error has none. `shelve` reads,
    or knows what it has read before (`kept_shelves.py`).

    Raises as `build` does.
    """
    refuse_nonsense(job)
    with _private(job):
        shelves = _shelves(job, shelve)
        problems = _problems(shelves)
        found: list[Piece] = []
        for ready, late in _each(shelves, job, second):
            problems += late
            found += [piece for piece, _ in ready]
        return Made(tuple(found), tuple(in_order(problems)), _sources(shelves))


def _private(job: Job) -> AbstractContextManager[None]:
    """Where no words are kept that one patient's may be among."""
    if not job.tailoring.visit.words:
        return nullcontext()
    from careleaf.text.kept import one_patients_words

    return one_patients_words()


def _shelves(job: Job, shelve: Shelving | None = None) -> list[Shelf]:
    """One for each language. Raises `RefusedError` where the tailoring cannot be."""
    codes = dict.fromkeys((*job.languages, *([job.beside] if job.beside else [])))
    shelve = shelve or shelf_of
    shelves = [shelve(replace(job, languages=(code,))) for code in codes]
    _refuse((one.topic for shelf in shelves for one in shelf.ready.values()), job.tailoring)
    return shelves


def _refuse(topics: Iterable[Topic], tailoring: Tailoring) -> None:
    """Raise `RefusedError` for the first choice of sections that cannot be made, before anything
    is written."""
    for topic in topics:
        for refusal in refusals(topic, tailoring):
            raise RefusedError(refusal.message, refusal.hint)


def _each(
    shelves: Sequence[Shelf], job: Job, second: Aside | None
) -> Iterator[tuple[list[tuple[Piece, Topic]], list[Problem]]]:
    """Topic by topic: its files in all languages, none where one of them has an error, and what is
    wrong in them."""
    for name in wanted([shelf.asked for shelf in shelves], job):
        asked = [shelf for shelf in shelves if name in shelf.asked]
        if not all(name in shelf.ready for shelf in asked):
            continue
        ready, late = _made([shelf.ready[name] for shelf in asked], job, second)
        if any(one.code == NO_GLYPH for one in late):
            late = _at_true_places(late, [(one.ready[name], one.opened) for one in asked], job)
        for shelf in asked:
            late = shelf.opened.placed(late)
        # Nothing is given out before all formats are there: a late error spoils them all.
        yield [] if has_errors(late) else ready, late


def _made(
    editions: Sequence[Edition], job: Job, second: Aside | None
) -> tuple[list[tuple[Piece, Topic]], list[Problem]]:
    """All files of a topic, language by language, each with the topic that it is made of."""
    if job.beside:
        piece, told = produce_bilingual(editions[0], editions[1], job)
        return [(piece, editions[0].topic)], told
    found: list[tuple[Piece, Topic]] = []
    problems: list[Problem] = []
    topics = [edition.topic for edition in editions]
    for edition in editions:
        here = versions(topics, edition.topic, job)
        some, late = pieces(edition, job, second, here)
        found += [(piece, edition.topic) for piece in some]
        problems += late
    return found, problems


def _at_true_places(
    late: list[Problem], editions: Iterable[tuple[Edition, Opened]], job: Job
) -> list[Problem]:
    from careleaf.engine.glyphs import at_true_places

    for edition, opened in editions:
        late = at_true_places(late, edition, job, opened.texts())
    return late


def _problems(shelves: Iterable[Shelf]) -> list[Problem]:
    return [problem for shelf in shelves for problem in shelf.problems]


def _sources(shelves: Iterable[Shelf]) -> dict[str, Source]:
    return {path: one for shelf in shelves for path, one in shelf.opened.sources.items()}


def _not_there(shelves: Sequence[Shelf]) -> tuple[tuple[str, str], ...]:
    """Each topic that is made in one of the languages and cannot be in another, with that one."""
    names = dict.fromkeys(name for shelf in shelves for name in shelf.asked)
    return tuple(
        (name, shelf.language) for name in names for shelf in shelves if name not in shelf.asked
    )


def _write(piece: Piece, topic: Topic, job: Job, progress: Progress | None) -> Output:
    path = job.output / file_name(topic, piece.format, job)
    write_whole(path, piece.data)
    if progress:
        progress(path.name)
    return Output(
        topic=topic.id,
        format=piece.format,
        path=path,
        size=len(piece.data),
        count=piece.count,
        unit=piece.unit,
        fields=piece.fields,
        profile=job.profile if piece.format == "pdf" else "standard",
        fold=job.fold if piece.format == "pdf" else None,
    )
