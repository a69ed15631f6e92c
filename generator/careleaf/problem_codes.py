"""The registry of problem codes: a stable code for each kind of mistake, and what it means.

A code never changes its meaning and is never used again once retired. `content/GUIDE.md` lists them
all. The hundreds: 0 files, 1 front matter, 2 fences and options, 3 references, 4 what stands inside
a block, 5 the topic as a whole.
"""

from __future__ import annotations

UNKNOWN_TERM = "E301"
UNKNOWN_VARIABLE = "E302"
UNKNOWN_SOURCE = "E303"
UNKNOWN_ANCHOR = "E304"
UNKNOWN_ICON = "E305"

MISSING_CONTENT = "E401"
WRONG_COUNT = "E402"
UNWANTED_CONTENT = "E403"
MISSING_HALF = "E404"
COUNT_ABOVE_OF = "E405"
DIFFERENT_OF = "E406"
UNKNOWN_SURENESS = "E407"
MISSING_DOSE = "E408"

DUPLICATE_ID = "E501"
NO_KEY_MESSAGE = "E502"
NO_EMERGENCY = "E503"
DASH_RANGE = "E504"
BAD_ICD10 = "E505"
BAD_SNOMED = "E506"
WEAK_ALT_TEXT = "E507"
REVIEW_BEFORE_WRITTEN = "E508"
EMPTY_SECTION = "E509"

REVIEW_OVERDUE = "W501"
SOURCE_OVERDUE = "W502"
WRITTEN_IN_FUTURE = "W503"
VAGUE_LINK = "W504"
UNUSUAL_DOSE = "W505"

MEANINGS: dict[str, str] = {
    UNKNOWN_TERM: "the glossary has no such term",
    UNKNOWN_VARIABLE: "the clinic file has no such field, or leaves it empty",
    UNKNOWN_SOURCE: "there is no such file in content/sources",
    UNKNOWN_ANCHOR: "a link leads to an id that the topic does not have",
    UNKNOWN_ICON: "there is no icon of that name",
    MISSING_CONTENT: "a block lacks what it must hold: a list, steps, a table, a question",
    WRONG_COUNT: "a block holds too few or too many items, sentences or columns",
    UNWANTED_CONTENT: "something stands in a block that does not belong there",
    MISSING_HALF: "a do-dont or a compare lacks one of its two halves",
    COUNT_ABOVE_OF: "a risk counts more people than there are",
    DIFFERENT_OF: "the two risks of a compare are out of different numbers of people",
    UNKNOWN_SURENESS: "the last column of an evidence table is not one of the three answers",
    MISSING_DOSE: "an exercise says neither how often to repeat it nor how long to do it",
    DUPLICATE_ID: "two headings or exercises have the same id",
    NO_KEY_MESSAGE: "the topic has no key message",
    NO_EMERGENCY: "the topic does not say when to call for emergency help",
    DASH_RANGE: "a range is written with a dash, which print and speech can lose",
    BAD_ICD10: "a code does not have the form of an ICD-10 code",
    BAD_SNOMED: "a code is not a SNOMED CT concept id: its check digit is wrong",
    WEAK_ALT_TEXT: "the words that stand in for a picture do not say what it shows",
    REVIEW_BEFORE_WRITTEN: "the review is due before the topic was written",
    EMPTY_SECTION: "a section or part has nothing in it",
    REVIEW_OVERDUE: "the topic is past its review date",
    SOURCE_OVERDUE: "a source that the topic rests on is past its review date",
    WRITTEN_IN_FUTURE: "the topic says that it was written after today",
    VAGUE_LINK: "the words of a link do not say where it leads",
    UNUSUAL_DOSE: "the dose of an exercise is far from what leaflets give",
}
"""What each code means, for the guide. The writer of a problem adds the particulars."""
