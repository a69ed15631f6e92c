"""A job of one topic in; how many of its lines still have the words of the example out.

Asked before anything is drawn: a screen says so, and gives nothing out meanwhile."""

from __future__ import annotations

from careleaf.check.unwritten import check_unwritten
from careleaf.engine.chosen import chosen_topics
from careleaf.engine.job import Job
from careleaf.engine.opened import open_content, read_one


def example_lines(job: Job) -> int:
    """Lines of the job's only topic, in the job's language, in all of it: what is left out for one
    patient is not finished either. None of a text that cannot be read: drawing it says why.

    Raises `RefusedError` where there is no such topic.
    """
    opened = open_content(job)
    [topic_id] = chosen_topics(opened.content, job)
    topic, _ = read_one(opened, topic_id, job.language)
    return sum(1 for _ in check_unwritten(topic)) if topic else 0
