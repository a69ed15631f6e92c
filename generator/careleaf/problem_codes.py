"""The registry of problem codes: a stable code for each kind of mistake, and what it means.

A code never changes its meaning and is never used again once retired. `content/GUIDE.md` lists them
all. The hundreds: 0 files, 1 front matter, 2 fences and options, 3 references, 4 what stands inside
a block, 5 the topic as a whole, 6 the words and their marks, 7 a translation, 8 a programme, 9 a
review.
"""

from __future__ import annotations

NOT_UTF8 = "E001"
CONTROL_CHARACTER = "E002"
TOO_LARGE = "E003"
TOO_LONG = "E004"
TOO_DEEP = "E005"
TAB = "E006"
TOO_MANY_PROBLEMS = "E007"
UNREADABLE_FILE = "E008"
TOO_MANY_MARKS = "E009"
FORGED = "E010"

UNKNOWN_FIELD = "E101"
MISSING_FIELD = "E102"
BAD_FIELD = "E103"
REPEATED_FIELD = "E104"
NOT_A_FIELD = "E105"
NO_FRONT_MATTER = "E106"
UNCLOSED_FRONT_MATTER = "E107"
EMPTY_FIELD = "E108"
MARK_IN_PLAIN_TEXT = "E109"
UNWANTED_BODY = "E110"

UNKNOWN_BLOCK = "E201"
UNCLOSED_BLOCK = "E202"
UNKNOWN_OPTION = "E203"
BAD_OPTION = "E204"
REPEATED_OPTION = "E205"
MISSING_OPTION = "E206"
MISSING_ARGUMENT = "E207"
UNWANTED_ARGUMENT = "E208"
BAD_ARGUMENT = "E209"
WRONG_PLACE = "E210"
STRAY_FENCE = "E211"
LATE_OPTION = "E212"
EMPTY_OPTION = "E213"

UNKNOWN_TERM = "E301"
UNKNOWN_VARIABLE = "E302"
UNKNOWN_SOURCE = "E303"
UNKNOWN_ANCHOR = "E304"
UNKNOWN_ICON = "E305"
BAD_LINK = "E306"
BAD_VARIABLE = "E307"
UNKNOWN_PICTURE = "E308"
PICTURE_OUTSIDE = "E309"
NO_QR_CODE = "E320"
BAD_TEMPLATE = "E321"
BAD_FONT = "E322"
BAD_PICTURE = "E310"
BAD_CITATION = "E311"
REPEATED_KEY = "E312"
CITATION_ALONE = "E313"

MISSING_CONTENT = "E401"
WRONG_COUNT = "E402"
UNWANTED_CONTENT = "E403"
MISSING_HALF = "E404"
COUNT_ABOVE_OF = "E405"
DIFFERENT_OF = "E406"
UNKNOWN_SURENESS = "E407"
MISSING_DOSE = "E408"
DOSE_RANGE = "E410"
BAD_BAR = "E411"
UNKNOWN_BAR = "E412"
REPEATED_BAR = "E413"
HARD_IDEA = "E414"

DUPLICATE_ID = "E501"
NO_KEY_MESSAGE = "E502"
NO_EMERGENCY = "E503"
DASH_RANGE = "E504"
BAD_ICD10 = "E505"
BAD_SNOMED = "E506"
WEAK_ALT_TEXT = "E507"
REVIEW_BEFORE_WRITTEN = "E508"
EMPTY_SECTION = "E509"
MISSING_ID = "E510"
BAD_ID = "E511"
HEADING_JUMP = "E512"
TEXT_BEFORE_HEADING = "E513"
NO_HEADING = "E514"
HEADING_TOO_DEEP = "E515"
EMPTY_HEADING = "E516"
NO_WORDS = "E517"
NO_GLYPH = "E520"
DOES_NOT_FIT = "E521"
NO_TITLE = "E531"
READING_ORDER = "E532"
NO_NOTES = "E533"
OFF_SLIDE = "E534"
TOO_SMALL = "E535"
LOW_CONTRAST = "E536"
NO_ALTERNATIVE = "E537"
NO_LANGUAGE = "E538"
NO_TABLE_HEAD = "E539"
REPEATED_SHAPE = "E540"
WRONG_WAY = "E541"
TOO_HARD = "E545"
LOST_DASH = "E546"
UNSAFE_DOSE = "E547"
TYPED_EMERGENCY_NUMBER = "E548"
DIFFERENT_IN_EASY = "E549"
ABOVE_DAILY_MOST = "E550"
SCORE_TOO_LOW = "E561"

NEAR_MISS = "E601"
NOT_IN_DIALECT = "E602"
UNMATCHED_MARK = "E603"
ITEM_CONTENT = "E604"
RAGGED_TABLE = "E605"
LIST_NUMBER = "E606"
MIXED_LIST = "E607"

NOT_PO = "E701"
NOT_TRANSLATED = "E702"
DIFFERENT_NUMBER = "E704"
NO_COUNTERPART = "E708"
NO_PHRASES = "E709"
CLINIC_NOT_TRANSLATED = "E710"

STALE_TRANSLATION = "W703"
SHORT_TRANSLATION = "W704"
EXTRA_TRANSLATION = "W705"
CLINIC_LANGUAGE = "W706"
REORDERED_NUMBERS = "W707"
OTHER_DIGITS = "W711"
REVIEW_OVERDUE = "W501"
SOURCE_OVERDUE = "W502"
WRITTEN_IN_FUTURE = "W503"
VAGUE_LINK = "W504"
UNUSUAL_DOSE = "W505"
BRAND_NOT_USED = "W506"
UNWRITTEN = "W507"
NOT_IN_EASY_WORDS = "W508"
LEFT_OUT = "W509"
LONG_SENTENCE = "W521"
LONG_PARAGRAPH = "W522"
LONG_LIST = "W523"
HARD_WORD = "W524"
UNEXPLAINED = "W525"
SHORTENED = "W526"
PASSIVE = "W527"
LABEL = "W528"
LONE_PERCENTAGE = "W531"
DECIMAL = "W532"
DIFFERENT_DENOMINATORS = "W533"
ONE_OUTCOME = "W534"
NO_UNIT = "W535"
NUMERALS_TOGETHER = "W536"
SLIDES_ALONE = "W537"
OUTDATED = "W541"
NO_SOURCE = "W542"
GUIDELINES_DIFFER = "W543"
NO_CAUTION = "W544"
SIGN_NOT_LISTED = "W545"
MAYBE_LOST_DASH = "W546"
ABOVE_LABEL = "W550"
SIGN_LEFT_OUT = "W551"
IMPLAUSIBLE = "W552"

NOT_AN_ENTRY = "E801"
BAD_MINUTES = "E802"
UNKNOWN_TOPIC = "E803"
UNKNOWN_SECTION = "E804"
REPEATED_ENTRY = "E805"
EMPTY_PROGRAMME = "E806"
TAKEN_NAME = "E807"

BAD_REVIEW = "E901"
EDITED_REVIEW = "E902"
REVIEW_IN_FUTURE = "E903"
DRAFT_REFUSED = "E904"
OVERDUE_REFUSED = "E905"
REVIEW_VOID = "W906"
BAD_ANSWER = "E911"


MEANINGS: dict[str, str] = {
    NOT_UTF8: "a file is not text in UTF-8",
    CONTROL_CHARACTER: "a character that cannot be seen and does not belong in text",
    TOO_LARGE: "a file has too many bytes or lines to be one topic",
    TOO_LONG: "a line or a paragraph is too long to be words for patients",
    TOO_DEEP: "blocks, lists or marks inside one another, too many levels deep",
    TAB: "a tab, which looks different in every editor",
    TOO_MANY_PROBLEMS: "more problems in one file than anybody reads at once",
    TOO_MANY_MARKS: "more marks on one letter than any language puts there",
    FORGED: "a sign that nobody sees, or takes for another, in a number or a word",
    UNREADABLE_FILE: "a file of the library cannot be read or lies outside of it",
    UNKNOWN_FIELD: "there is no front-matter field of that name",
    MISSING_FIELD: "a required front-matter field is not there",
    BAD_FIELD: "the value of a front-matter field is not of its kind",
    REPEATED_FIELD: "a front-matter field is there twice",
    NOT_A_FIELD: "a line of the front matter is not 'name: value'",
    NO_FRONT_MATTER: "the file does not start with front matter",
    UNCLOSED_FRONT_MATTER: "the front matter has no closing '---' line",
    EMPTY_FIELD: "a front-matter field has no value",
    MARK_IN_PLAIN_TEXT: "marks, terms or variables where only plain words can stand",
    UNWANTED_BODY: "text below the front matter of a file that has none",
    UNKNOWN_BLOCK: "there is no block of that name",
    UNCLOSED_BLOCK: "a block has no closing ':::' line",
    UNKNOWN_OPTION: "the block has no option of that name",
    BAD_OPTION: "the value of an option is not of its kind",
    REPEATED_OPTION: "an option is there twice",
    MISSING_OPTION: "a required option is not there",
    MISSING_ARGUMENT: "the words that must follow the block's name are not there",
    UNWANTED_ARGUMENT: "words follow the name of a block that takes none",
    BAD_ARGUMENT: "what follows the block's name is not of its kind",
    WRONG_PLACE: "a block stands where it cannot stand",
    STRAY_FENCE: "a ':::' line closes nothing",
    LATE_OPTION: "an option stands below the content of its block",
    EMPTY_OPTION: "an option has no value",
    UNKNOWN_TERM: "the glossary has no such term",
    UNKNOWN_VARIABLE: "the clinic file has no such field, or leaves it empty",
    UNKNOWN_SOURCE: "there is no such file in content/sources",
    UNKNOWN_ANCHOR: "a link leads to an id that the topic does not have",
    UNKNOWN_ICON: "there is no icon of that name",
    BAD_TEMPLATE: "a clinic's PowerPoint template is not there or cannot be used",
    BAD_FONT: "a clinic's font file is not there, is damaged, or must not be embedded",
    NO_QR_CODE: "a clinic's address is too long to be scanned from paper",
    BAD_LINK: "a link does not lead to an https, mailto or tel address or an id",
    BAD_VARIABLE: "a variable is not a plain name such as clinic.phone",
    UNKNOWN_PICTURE: "there is no picture of that name beside the file",
    PICTURE_OUTSIDE: "a picture's name leads out of the folder of its file",
    BAD_PICTURE: "a picture cannot be used: its kind, its size or what is in it",
    BAD_CITATION: "a citation is not a list of source keys",
    REPEATED_KEY: "the glossary has the same term twice",
    CITATION_ALONE: "a citation stands where words must, and would print nothing",
    MISSING_CONTENT: "a block lacks what it must hold: a list, steps, a table, a question",
    WRONG_COUNT: "a block holds too few or too many items, sentences or columns",
    UNWANTED_CONTENT: "something stands in a block that does not belong there",
    MISSING_HALF: "a do-dont or a compare lacks one of its two halves",
    COUNT_ABOVE_OF: "a risk or a chart counts more people than there are",
    DIFFERENT_OF: "the two risks of a compare are out of different numbers of people",
    UNKNOWN_SURENESS: "the last column of an evidence table is not one of the three answers",
    MISSING_DOSE: "an exercise says neither how often to repeat it nor how long to do it",
    DOSE_RANGE: "the doses that may be chosen leave out the usual dose, or there is none",
    BAD_BAR: "a line of a chart is not a name, a colon and a whole number",
    UNKNOWN_BAR: "a chart highlights a bar that it does not have",
    REPEATED_BAR: "two bars of a chart have the same name",
    HARD_IDEA: "a line of easy words holds more than one idea, or a sentence that is too long",
    DUPLICATE_ID: "two headings or exercises have the same id",
    NO_KEY_MESSAGE: "the topic has no key message",
    NO_EMERGENCY: "the topic does not say when to call for emergency help, or not everywhere",
    DASH_RANGE: "a range is written with a dash, which print and speech can lose",
    BAD_ICD10: "a code does not have the form of an ICD-10 code",
    BAD_SNOMED: "a code is not a SNOMED CT concept id: its check digit is wrong",
    WEAK_ALT_TEXT: "the words that stand in for a picture do not say what it shows",
    REVIEW_BEFORE_WRITTEN: "the review is due before the topic was written",
    EMPTY_SECTION: "a section or part has nothing in it",
    DOES_NOT_FIT: "something does not fit a slide or page even at the least size that can be read",
    NO_GLYPH: "a character that no font can draw, which would print as an empty box",
    NO_TITLE: "a finished slide has no title, or that of another slide",
    READING_ORDER: "something on a finished slide is read aloud before its title",
    NO_NOTES: "a finished slide has no speaker notes",
    OFF_SLIDE: "something reaches over the edge of a finished slide",
    TOO_SMALL: "words on a finished slide are too small to be read across a room",
    LOW_CONTRAST: "words on a finished slide stand out too little, or something hides them",
    NO_ALTERNATIVE: "something on a finished slide has neither words nor a description, and is not "
    "marked as decoration",
    NO_LANGUAGE: "words of a finished slide or its notes do not say in which language they are",
    NO_TABLE_HEAD: "a table on a finished slide has no head row for a screen reader",
    REPEATED_SHAPE: "two shapes on a finished slide have the same number",
    WRONG_WAY: "words, a table or a chart of a finished slide do not run as their deck",
    TOO_HARD: "the topic is harder to read than the library's goal; a build does not look at this",
    LOST_DASH: "an amount that can only be a range whose dash was lost: 510 times",
    UNSAFE_DOSE: "an amount that is easily read as ten times as much, or in another unit: 1.0 mg",
    TYPED_EMERGENCY_NUMBER: "an emergency number in the words of a topic, not from the clinic",
    DIFFERENT_IN_EASY: "easy words with a number that the block before them does not have",
    ABOVE_DAILY_MOST: "more of a medicine than adults take in a day: 10 g of acetaminophen",
    SCORE_TOO_LOW: "a score informed by PEMAT or the CDC Index is below the library's goal; a "
    "build does not look at this",
    LONE_PERCENTAGE: 'a percentage without people to picture: "12%" and no "12 in 100"',
    DECIMAL: "a decimal where a whole number would do",
    DIFFERENT_DENOMINATORS: "people out of different numbers in one section",
    ONE_OUTCOME: "how many people something happens to, and not how many it does not",
    NO_UNIT: 'an amount that does not say of what: "hold for 10"',
    NUMERALS_TOGETHER: 'two numbers side by side, which can be read as one: "2 200 mg tablets"',
    SLIDES_ALONE: "a number that slides show and the handout does not",
    OUTDATED: "a phrase that is out of date; the hint says what is known now",
    NO_SOURCE: "a claim, a dose or signs of danger that name no source",
    GUIDELINES_DIFFER: "care that guidelines advise differently, without the country",
    NO_CAUTION: "a medicine without the caution that it needs",
    SIGN_NOT_LISTED: "a sign of an emergency that the emergency box does not hold",
    MAYBE_LOST_DASH: "an amount that may be a range whose dash was lost: only 12 days",
    ABOVE_LABEL: "more of a medicine than its label allows without a prescription",
    SIGN_LEFT_OUT: "a sign of danger that slides, handout or page lack",
    IMPLAUSIBLE: "an amount that can hardly be meant: 10 to 5 minutes, a fever of 38 °F",
    MISSING_ID: "a heading has no id",
    BAD_ID: "an id has other characters than small letters, digits and hyphens",
    HEADING_JUMP: "a heading skips a level",
    TEXT_BEFORE_HEADING: "text stands before the first heading",
    NO_HEADING: "the topic has no heading",
    HEADING_TOO_DEEP: "a heading of more than three levels",
    EMPTY_HEADING: "a heading has no words",
    NO_WORDS: "a line that says nothing: a full stop alone, or 'n/a' for a sign of danger",
    NEAR_MISS: "a mark that is nearly right and would be printed as it stands",
    NOT_IN_DIALECT: "a mark of HTML or of another Markdown, which means nothing here",
    UNMATCHED_MARK: "stars that open or close nothing",
    ITEM_CONTENT: "a list item holds more than words and one nested list",
    RAGGED_TABLE: "a table row has more or fewer cells than the head",
    LIST_NUMBER: "the numbers of a list do not go up by one, and others would be shown",
    MIXED_LIST: "a list in which some items have a box to tick, and some a number, icon or nothing",
    NOT_PO: "a translation is not of the PO form, or has two entries for one place",
    NOT_TRANSLATED: "words of the source are not translated, or other words were at their place",
    NO_COUNTERPART: "a handout in two languages says something in one that the other does not",
    DIFFERENT_NUMBER: "a translation has another number, amount, variable or blank than its "
    "source, or than what faces it",
    STALE_TRANSLATION: "a translator, or an export, has doubts about a translation of these words",
    SHORT_TRANSLATION: "a translation that is much shorter than its source, or says two of its "
    "lines",
    EXTRA_TRANSLATION: "a translation of something that the source does not have",
    REORDERED_NUMBERS: "a translation has the numbers of its source, or of what faces it, in "
    "another order",
    OTHER_DIGITS: "a translation has digits of its own script, which not everybody who helps reads",
    NO_PHRASES: "careleaf has no words of its own in the language of the topic",
    CLINIC_NOT_TRANSLATED: "a clinic's words for emergencies are in another language than its "
    "topics",
    CLINIC_LANGUAGE: "a clinic's hours are in another language than the topic",
    NOT_AN_ENTRY: "a line of a programme is not a topic or a section of it, a colon and minutes",
    BAD_MINUTES: "the minutes in a programme are not a whole number from 1 to 480",
    UNKNOWN_TOPIC: "a programme names a topic that is not there in its language",
    UNKNOWN_SECTION: "a programme, or a topic's own 'usual', names what the topic does not have",
    REPEATED_ENTRY: "a programme has the same section twice",
    EMPTY_PROGRAMME: "a programme has no lines",
    TAKEN_NAME: "a programme is called as a topic, or a topic as the glossary",
    BAD_REVIEW: "a file in a topic's reviews folder is not one that careleaf review has written",
    EDITED_REVIEW: "a review was changed after a clinician signed it",
    REVIEW_IN_FUTURE: "a review is signed on a day that is still to come",
    DRAFT_REFUSED: "no clinician has signed the topic, and the library builds no drafts",
    OVERDUE_REFUSED: "the review is overdue, and the library builds nothing that is",
    REVIEW_VOID: "something was changed after a clinician signed it: it is a draft again",
    BAD_ANSWER: "a file in a topic's judged folder is not one that careleaf judge has written",
    REVIEW_OVERDUE: "the topic is past its review date",
    SOURCE_OVERDUE: "a source that the topic rests on is past its review date",
    WRITTEN_IN_FUTURE: "the topic says that it was written after today",
    VAGUE_LINK: "the words of a link do not say where it leads",
    UNUSUAL_DOSE: "the dose of an exercise is far from what leaflets give",
    UNWRITTEN: "words of the example that a new topic starts from are still there",
    NOT_IN_EASY_WORDS: "what the easy-read handout leaves out or says in the usual words",
    LEFT_OUT: "what a folded sheet has no room for",
    LONG_SENTENCE: "a sentence of more than 20 words (25 in Spanish)",
    LONG_PARAGRAPH: "a paragraph of more than 3 sentences",
    LONG_LIST: "a list of more than 7 items without a break",
    HARD_WORD: "a word that has a plainer one",
    UNEXPLAINED: "a medical term that the glossary lacks, or that stands before it is explained",
    SHORTENED: "letters that are short for words which stand nowhere before",
    PASSIVE: "a task that nobody is said to do, or whose doer comes last",
    LABEL: "words that put an illness or a label before the person",
    BRAND_NOT_USED: "a clinic's colour shows in its logo only: it is near white or danger's red",
}
"""What each code means, for the guide. The writer of a problem adds the particulars."""

CHECK_ALONE = frozenset({TOO_HARD, SCORE_TOO_LOW})
"""Errors that only a check tells: a build does not look at what they are about."""

FOLLOWING = frozenset(
    {
        *(UNKNOWN_ANCHOR, UNKNOWN_SECTION, EMPTY_SECTION, NO_KEY_MESSAGE, NO_EMERGENCY),
        *(NO_CAUTION, SIGN_NOT_LISTED, GUIDELINES_DIFFER, UNEXPLAINED, SHORTENED, SLIDES_ALONE),
    }
)
"""Those that say what is nowhere in a file, or not before something: they may follow from a block
that could not be read. A code belongs here if each of its messages is mended by adding something
elsewhere: none may say that what stands there is wrong in itself."""
