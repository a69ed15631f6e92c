"""A topic in; an error where Careleaf has no words of its own in its language out.

Beside what an author wrote stand our own words: "Call 911 now if", "Stop if", "times a day". They
must not stay English, unseen, between those of another language."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.language.catalogue import catalogue_languages, has_phrases
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import NO_PHRASES
from careleaf.source import Span


def check_phrases(topic: Topic) -> Iterator[Problem]:
    """One error at the top of the topic."""
    if not has_phrases(topic.language):
        at = Span(topic.at.path, topic.at.start, topic.at.start)
        yield Problem(NO_PHRASES, at, no_phrases(topic.language), spoken())


def no_phrases(language: str) -> str:
    """What is wrong with a language, for whoever asks for it."""
    return f"careleaf has no words of its own in '{language}' yet, and would say them in English"


def spoken() -> str:
    """What can be built, and how there can be more."""
    codes = ", ".join(sorted(("en", *catalogue_languages())))
    return f"it speaks {codes}; another language needs a file in careleaf/language: see README"
