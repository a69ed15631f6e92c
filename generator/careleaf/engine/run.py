"""A job in; files in its output folder, and every problem met on the way, out.

The stages are imported where they are used: a second process is forked before that, and loads the
writers while this one loads the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.compose.choose import refusals
from careleaf.engine.aside import Aside
from careleaf.engine.bilingual import produce_bilingual, wanted
from careleaf.engine.clinic_template import template_problems
from careleaf.engine.content import Content, NoContentError, find_content
from careleaf.engine.each_language import in_each_language, speaking
from careleaf.engine.edition import Edition, file_name, versions
from careleaf.engine.files import write_whole
from careleaf.engine.formats import pieces
from careleaf.engine.job import FORMATS, Job, Output, RefusedError, Result
from careleaf.engine.language_code import refuse_no_code
from careleaf.engine.nonsense import refuse_nonsense
from careleaf.engine.produce import Piece
from careleaf.engine.programme import assembled, chosen_programme, read_one_programme
from careleaf.model.clinic import Clinic
from careleaf.model.library import Library
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Topic
from careleaf.problem import Problem, did_you_mean, has_errors, in_order
from careleaf.problem_codes import NO_GLYPH
from careleaf.source import Source, Span, decode

if TYPE_CHECKING:
    from careleaf.read.translated import Woven

Progress = Callable[[str], None]
"""Told what is done, one call for each file written or topic checked."""


class Opened(Struct, frozen=True):
    """A content folder with its library read."""

    content: Content
    library: Library
    sources: dict[str, Source]
    problems: list[Problem]
    woven: dict[str, Woven] = field(default_factory=dict)
    """Translated texts by the path that their nodes carry."""

    def texts(self) -> dict[str, str]:
        """Every text by the path that its nodes carry."""
        plain = {path: source.text for path, source in self.sources.items()}
        woven = {path: one.translated.text for path, one in self.woven.items() if one.translated}
        return plain | woven

    def place(self, span: Span) -> Span:
        """A place in a translated text as one in the files behind it."""
        woven = self.woven.get(span.path)
        return woven.place(span) if woven else span

    def placed(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, those of translated texts at their places in the files behind them."""
        return [replace(one, span=self.place(one.span)) for one in problems]


def build(job: Job, progress: Progress | None = None, second: Aside | None = None) -> Result:
    """Build every topic of a job in every format. A topic with an error writes nothing and leaves
    its old files as they were; the others are still built. A `second` process makes one format of
    each topic meanwhile.

    Raises `RefusedError` where the job makes no sense, `CareleafError` for a broken machine.
    """
    refuse_nonsense(job)
    try:
        return _built(job, progress, second)
    finally:
        if job.tailoring.visit.words:
            from careleaf.text.kept import forget

            forget()


def _built(job: Job, progress: Progress | None, second: Aside | None) -> Result:
    codes = dict.fromkeys((*job.languages, *([job.beside] if job.beside else [])))
    shelves = [_shelf(replace(job, languages=(code,))) for code in codes]
    problems = [problem for shelf in shelves for problem in shelf.problems]
    _refuse((one.topic for shelf in shelves for one in shelf.ready.values()), job.tailoring)
    outputs: list[Output] = []
    for name in wanted([shelf.asked for shelf in shelves], job):
        asked = [shelf for shelf in shelves if name in shelf.asked]
        if not all(name in shelf.ready for shelf in asked):
            continue
        made, late = _made([shelf.ready[name] for shelf in asked], job, second)
        if any(one.code == NO_GLYPH for one in late):
            late = _at_true_places(late, [(one.ready[name], one.opened) for one in asked], job)
        for shelf in asked:
            late = shelf.opened.placed(late)
        problems += late
        # Nothing is written before all formats are there: a late error spoils them all.
        if not has_errors(late):
            outputs += [_write(piece, topic, job, progress) for piece, topic in made]
    sources = {path: one for shelf in shelves for path, one in shelf.opened.sources.items()}
    return Result(
        outputs=tuple(outputs),
        problems=tuple(in_order(dict.fromkeys(problems))),
        sources=sources,
        not_there=_not_there(dict(zip(codes, shelves, strict=True))),
    )


def _not_there(shelves: Mapping[str, _Shelf]) -> tuple[tuple[str, str], ...]:
    """Each topic that is made in one of the languages and cannot be in another, with that one."""
    names = dict.fromkeys(name for shelf in shelves.values() for name in shelf.asked)
    return tuple(
        (name, code) for name in names for code, shelf in shelves.items() if name not in shelf.asked
    )


class _Shelf(Struct, frozen=True):
    """All that a job asks for in one language, read and checked."""

    opened: Opened
    asked: tuple[str, ...]
    ready: dict[str, Edition]
    """What is without errors, by its id."""
    problems: list[Problem]


def _shelf(job: Job) -> _Shelf:
    """`job` has one language."""
    opened = open_content(job)
    chosen = _chosen(opened, job)
    name, clinic = _clinic(opened, job)
    around = _concerning(opened, name, job.language)
    problems = list(around)
    ready: dict[str, Edition] = {}
    for read in chosen:
        topic, found = read([clinic] if clinic else [])
        found = opened.placed(found)
        problems += found
        if topic is not None and clinic is not None and not has_errors([*around, *found]):
            ready[read.id] = Edition(topic, opened.library, clinic)
    return _Shelf(opened, tuple(read.id for read in chosen), ready, problems)


def _made(
    editions: Sequence[Edition], job: Job, second: Aside | None
) -> tuple[list[tuple[Piece, Topic]], list[Problem]]:
    """All files of a topic, language by language, each with the topic that it is made of."""
    if job.beside:
        piece, told = produce_bilingual(editions[0], editions[1], job)
        return [(piece, editions[0].topic)], told
    made: list[tuple[Piece, Topic]] = []
    problems: list[Problem] = []
    topics = [edition.topic for edition in editions]
    for edition in editions:
        here = versions(topics, edition.topic, job)
        found, late = pieces(edition, job, second, here)
        made += [(piece, edition.topic) for piece in found]
        problems += late
    return made, problems


def _at_true_places(
    late: list[Problem], editions: Iterable[tuple[Edition, Opened]], job: Job
) -> list[Problem]:
    from careleaf.engine.glyphs import at_true_places

    for edition, opened in editions:
        late = at_true_places(late, edition, job, opened.texts())
    return late


def check(job: Job, progress: Progress | None = None) -> Result:
    """Read and check every topic of a job in every language asked for, else in every one that it is
    there in, for the clinic named or else for every clinic there is; nothing is composed or
    written. Templates that clinics name are looked into too, and how hard topics are to read is
    measured."""
    jobs = [replace(job, languages=(code,)) for code in dict.fromkeys(job.languages)]
    results = [_checked_in(one, progress) for one in jobs or in_each_language(job)]
    return Result(
        problems=tuple(in_order(problem for result in results for problem in result.problems)),
        sources={path: source for result in results for path, source in result.sources.items()},
        measured=tuple(one for result in results for one in result.measured),
        suggestions=tuple(one for result in results for one in result.suggestions),
    )


def _checked_in(job: Job, progress: Progress | None) -> Result:
    """`job` has one language. A programme is made of topics, and not measured again; nothing is
    suggested for the library that ships with careleaf, which nobody here may change."""
    from careleaf.check.closely import check_closely
    from careleaf.engine.glyphs import undrawable
    from careleaf.engine.plain_words import PlainWords

    opened = open_content(job)
    chosen = _chosen(opened, job)
    clinics = list(opened.library.clinics.values())
    problems = list(opened.problems)
    if job.clinic is not None or not opened.content.clinics():
        name, clinic = _clinic(opened, job)
        clinics = [clinic] if clinic else []
        problems = _concerning(opened, name, job.language)
    else:
        clinics = speaking(clinics, job.language)
    if not job.topics and job.programme is None:
        chosen += [_Programme(opened, one, job) for one in opened.content.programmes()]
    for clinic in clinics:
        problems += template_problems(clinic)
    plain = PlainWords(opened)
    for read in chosen:
        topic, found = read(clinics)
        if topic is not None and not topic.programme:
            found = [*found, *plain.problems(topic), *check_closely(topic)]
            for clinic in clinics:
                edition = Edition(topic, opened.library, clinic)
                found += undrawable(edition, FORMATS, opened.texts())
        problems += opened.placed(found)
        if progress:
            progress(read.id)
    return Result(
        problems=tuple(in_order([*problems, *plain.goal_problems])),
        sources={**opened.sources, **plain.sources},
        measured=tuple(plain.measured),
        suggestions=() if opened.content.bundled else tuple(plain.suggestions),
    )


class _Single(Struct, frozen=True):
    """A topic to read and check."""

    opened: Opened
    id: str
    job: Job

    def __call__(self, clinics: Iterable[Clinic]) -> tuple[Topic | None, list[Problem]]:
        return _checked(self.opened, self.id, self.job.language, clinics)


class _Programme(Struct, frozen=True):
    """A programme to read, and to check with its topics."""

    opened: Opened
    id: str
    job: Job

    def __call__(self, clinics: Iterable[Clinic]) -> tuple[Topic | None, list[Problem]]:
        """Raises `RefusedError` where it was asked for in another language than its own."""
        opened, job = self.opened, self.job
        programme, problems = read_one_programme(opened.content, self.id, opened.sources)
        if programme is None or programme.language != job.language:
            if programme and job.programme:
                message = f"'{self.id}' is there in '{programme.language}' only"
                raise RefusedError(message, f"add: --lang {programme.language}")
            return None, problems
        topic, found = assembled(
            programme,
            opened.content,
            opened.library,
            lambda name: _checked(opened, name, job.language, clinics),
        )
        return topic, [*problems, *found]


def _chosen(opened: Opened, job: Job) -> list[_Single | _Programme]:
    """What a job is about, in the order asked for. Raises `RefusedError` for an unknown one."""
    if job.programme is not None and job.topics:
        message = "topics and a programme at once: a programme names its topics itself"
        raise RefusedError(message, f"leave out: {' '.join(job.topics)}")
    if job.programme is not None:
        return [_Programme(opened, chosen_programme(opened.content, job.programme), job)]
    return [_Single(opened, name, job) for name in chosen_topics(opened.content, job)]


def open_content(job: Job) -> Opened:
    """Find the content folder and read what topics refer to.

    Raises `RefusedError` for a folder that is none and a language that cannot be one.
    """
    refuse_no_code(job.language, "en")
    try:
        content = find_content(job.content)
    except NoContentError as error:
        raise RefusedError(str(error), "give the folder that holds topics/ and clinics/") from error
    from careleaf.read import read_library

    library, sources, problems, woven = read_library(content.root, job.language)
    return Opened(content, library, dict(sources), list(problems), dict(woven))


def chosen_topics(content: Content, job: Job) -> list[str]:
    """The topics of a job, in the order asked for. Raises `RefusedError` for an unknown one."""
    known = content.topics()
    for topic_id in job.topics:
        if topic_id not in known:
            raise RefusedError(f"no topic '{topic_id}'", _other_topics(content, topic_id, known))
        languages = content.languages(topic_id)
        if job.language not in languages:
            raise RefusedError(
                f"'{topic_id}' is not there in '{job.language}'",
                f"it is there in: {', '.join(languages)}",
            )
    if not known:
        raise RefusedError(f"no topics in {content.root}", "start one: careleaf new topic NAME")
    there = [topic for topic in known if job.language in content.languages(topic)]
    if not there:
        raise RefusedError(f"no topics in {content.root} in '{job.language}'")
    return list(dict.fromkeys(job.topics)) or there


def _other_topics(content: Content, wanted: str, known: list[str]) -> str:
    for part in PurePath(wanted).parts:
        if part in known:
            return f"a topic is named by its folder: {part}"
    if wanted in content.programmes():
        return f"it is a programme: --programme {wanted}"
    near = did_you_mean(wanted, known)
    return near or f"topics in {content.root}: {', '.join(known) or 'none yet'}"


def _concerning(opened: Opened, clinic: str, language: str) -> list[Problem]:
    """The problems of a content folder without those in other clinics' files and translations: a
    slip in one of them must not stop the others."""
    from careleaf.read import shown_path

    folder = opened.content.root / "clinics"
    others = {
        shown_path(folder / f"{name}.{ending}")
        for name in opened.content.clinics()
        if name != clinic
        for ending in ("md", f"{language}.po")
    }
    return [problem for problem in opened.problems if problem.span.path not in others]


def _clinic(opened: Opened, job: Job) -> tuple[str, Clinic | None]:
    """The name of the clinic asked for, else of the only one, and the clinic: None where its file
    could not be read."""
    clinics = opened.library.clinics
    known = opened.content.clinics()
    if not known:
        folder = opened.content.root / "clinics"
        raise RefusedError(f"no clinic in {folder}", "add a file NAME.md there: see the guide")
    if job.clinic is None and len(known) == 1:
        return known[0], clinics.get(known[0])
    if job.clinic is None:
        raise RefusedError("no clinic chosen", f"use --clinic with one of: {', '.join(known)}")
    if job.clinic not in known:
        hint = did_you_mean(job.clinic, known) or f"clinics: {', '.join(known)}"
        raise RefusedError(f"no clinic '{job.clinic}'", hint)
    return job.clinic, clinics.get(job.clinic)


def _checked(
    opened: Opened, topic_id: str, language: str, clinics: Iterable[Clinic]
) -> tuple[Topic | None, list[Problem]]:
    """One topic with every mistake in it, whichever of the clinics it is for."""
    topic, problems = read_one(opened, topic_id, language)
    if topic is not None:
        from careleaf.check import check_topic

        for clinic in clinics:
            problems += check_topic(topic, opened.library, clinic, today=date.today())
    return topic, problems


def read_one(opened: Opened, topic_id: str, language: str) -> tuple[Topic | None, list[Problem]]:
    """One topic as read, not yet checked; its source joins `opened.sources`."""
    from careleaf.read import file_bytes, read_topic, shown_path

    path = opened.content.topic_file(topic_id, language)
    if not path.exists() and opened.content.translation_file(topic_id, language).exists():
        return _read_translated(opened, topic_id, language)
    shown = shown_path(path)
    data = file_bytes(path, opened.content.root)
    if isinstance(data, Problem):
        return None, [data]
    source, _ = decode(shown, data)
    opened.sources[shown] = source
    topic, problems = read_topic(
        shown, data, topic_id=topic_id, language=language, folder=path.parent
    )
    return topic, list(problems)


def _read_translated(
    opened: Opened, topic_id: str, language: str
) -> tuple[Topic | None, list[Problem]]:
    from careleaf.read.opening import source_and_translation
    from careleaf.read.translated import read_translated_topic

    content = opened.content
    source_language = content.source_languages(topic_id)[0]
    paths = (
        content.topic_file(topic_id, source_language),
        content.translation_file(topic_id, language),
    )
    files = source_and_translation(*paths, content.root)
    if isinstance(files, Problem):
        return None, [files]
    topic, woven = read_translated_topic(
        *files,
        topic_id=topic_id,
        source_language=source_language,
        language=language,
        folder=paths[0].parent,
    )
    opened.sources.update(woven.sources)
    opened.woven[woven.path] = woven
    return topic, list(woven.problems)


def _refuse(topics: Iterable[Topic], tailoring: Tailoring) -> None:
    """Raise `RefusedError` for the first choice of sections that cannot be made, before anything
    is written."""
    for topic in topics:
        for refusal in refusals(topic, tailoring):
            raise RefusedError(refusal.message, refusal.hint)


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
