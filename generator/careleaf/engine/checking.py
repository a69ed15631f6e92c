"""Topics in; every problem in them, how hard they are to read, and plainer words for some, out.

Nothing is composed or written. A build does not import this."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.check.closely import check_closely
from careleaf.check.suggestion import Suggestion, swaps
from careleaf.engine.chosen import (
    Chosen,
    SingleTopic,
    WholeProgramme,
    chosen,
    chosen_clinic,
    concerning,
)
from careleaf.engine.clinic_template import template_problems
from careleaf.engine.each_language import in_each_language, speaking
from careleaf.engine.edition import Edition
from careleaf.engine.glyphs import undrawable
from careleaf.engine.job import FORMATS, Checked, Job, Progress, Result
from careleaf.engine.opened import Opened, open_content
from careleaf.engine.plain_words import PlainWords
from careleaf.engine.scoring import Scoring
from careleaf.model.topic import Topic
from careleaf.problem import in_order
from careleaf.read import shown_path


def check(job: Job, progress: Progress | None = None) -> Result:
    """Read and check every topic of a job in every language asked for, else in every one that it is
    there in, for the clinic named or else for every clinic there is; nothing is composed or
    written. Templates that clinics name are looked into too, how hard topics are to read is
    measured, and they are scored."""
    jobs = [replace(job, languages=(code,)) for code in dict.fromkeys(job.languages)]
    results = [_checked_in(one, progress) for one in jobs or in_each_language(job)]
    return Result(
        problems=tuple(in_order(problem for result in results for problem in result.problems)),
        sources={path: source for result in results for path, source in result.sources.items()},
        checked=tuple(one for result in results for one in result.checked),
        measured=tuple(one for result in results for one in result.measured),
        scored=tuple(one for result in results for one in result.scored),
        goals=results[0].goals,
        suggestions=tuple(dict.fromkeys(s for result in results for s in result.suggestions)),
    )


def _checked_in(job: Job, progress: Progress | None) -> Result:
    """`job` has one language. A programme is made of topics, and not measured again; nothing is
    suggested for the library that ships with careleaf, which nobody here may change."""
    opened = open_content(job)
    topics = chosen(opened, job)
    clinics = list(opened.library.clinics.values())
    problems = list(opened.problems)
    if job.clinic is not None or not opened.content.clinics():
        name, clinic = chosen_clinic(opened, job)
        clinics = [clinic] if clinic else []
        problems = concerning(opened, name, job.language)
    else:
        clinics = speaking(clinics, job.language)
    if not job.topics and job.programme is None:
        topics += [WholeProgramme(opened, one, job) for one in opened.content.programmes()]
    for clinic in clinics:
        problems += template_problems(clinic)
    plain = PlainWords(opened)
    scoring = Scoring(opened, plain.goals)
    meant: dict[Suggestion, None] = {}
    checked: list[Checked] = []
    for read in topics:
        topic, found = read(clinics)
        if topic is not None or isinstance(read, SingleTopic):
            checked.append(_checked(read, topic, opened))
        if topic is not None and not topic.programme:
            found = [*found, *plain.problems(topic), *check_closely(topic)]
            found += scoring.problems(topic, found)
            for clinic in clinics:
                edition = Edition(topic, opened.library, clinic)
                found += undrawable(edition, FORMATS, opened.texts())
        problems += opened.placed(found)
        meant |= dict.fromkeys(swaps(found, opened.sources))
        if progress:
            progress(read.id)
    return Result(
        problems=tuple(in_order([*problems, *plain.goal_problems])),
        sources={**opened.sources, **plain.sources},
        checked=tuple(checked),
        measured=tuple(plain.measured),
        scored=tuple(scoring.scored),
        goals=plain.goals,
        suggestions=() if opened.content.bundled else (*plain.suggestions, *meant),
    )


def _checked(read: Chosen, topic: Topic | None, opened: Opened) -> Checked:
    """A topic that could not be read was looked at too; a programme may be in another language."""
    content, code = opened.content, read.job.language
    programme = isinstance(read, WholeProgramme)
    path = content.programme_file(read.id) if programme else content.text_file(read.id, code)
    return Checked(
        id=read.id,
        language=code,
        title=topic.title if topic and topic.title else read.id,
        read=topic is not None,
        programme=programme,
        file=shown_path(path),
    )
