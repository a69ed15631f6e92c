"""A request, a template and values in; the screen as an answer out.

Templates are named by their part: "library/library.html" lies in `web/library/templates/`. In each
of them: `say` and `say_many` (phrases), `icon(name)`, `asset(name)` (an address of a file that is
served), `csrf_field()` (in every form that changes something), `settings`, `clinic`, `language`.
What may run in another direction than the screen, as words that somebody typed, is `isolated`.
The filter `page_hint` puts the page's own way in place of a command that a hint names, if it has
one; `quoted` gives words of the engine the quotation marks of a page.
A screen gives `language_form`, the id of a form that a change of language must take along, and
`language_action`, where it is sent if not where the form is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from pathlib import Path

import jinja2
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from careleaf.language import Language
from careleaf.web.interface.assets import asset
from careleaf.web.interface.hints import page_hint
from careleaf.web.interface.icons import icon
from careleaf.web.interface.quotes import quoted, sentence
from careleaf.web.interface.speech import LANGUAGES, spoken, spoken_to

FORM_FIELD = "careleaf-form"
FORM_WORD = "careleaf.form_word"
"""The hidden field of every form, and where in a request's scope its word stands: see
`safety/csrf.py`."""

_PARTS = Path(__file__).parents[1]


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    """Escapes everything that is not markup of our own making; an unknown name is an error."""
    folders = {path.parent.name: path for path in sorted(_PARTS.glob("*/templates"))}
    loaders = {part: jinja2.FileSystemLoader(path) for part, path in folders.items()}
    made = jinja2.Environment(
        loader=jinja2.PrefixLoader(loaders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {
        "asset": asset,
        "icon": icon,
        "isolated": isolated,
        "own_names": {code: spoken(code).own_name() for code in LANGUAGES},
    }
    made.filters["page_hint"] = page_hint
    made.filters["quoted"] = quoted
    made.filters["sentence"] = sentence
    return made


def screen(
    request: Request,
    template: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: object,
) -> HTMLResponse:
    """Draw a template, a whole screen or a part of one for htmx to swap in."""
    state = request.app.state
    language = spoken_to(request)
    word = str(request.scope.get(FORM_WORD, ""))
    drawn = (
        _environment()
        .get_template(template)
        .render(
            {
                "language": language,
                "say": partial(_said, language),
                "say_many": partial(_said_many, language),
                "settings": state.settings,
                "clinic": state.shelf.clinic_name,
                "tabs": state.tabs,
                "tab": "",
                "language_form": "",
                "language_action": "",
                "path": request.url.path,
                "form_word": word,
                "csrf_field": lambda: _field(word),
                **values,
            }
        )
    )
    return HTMLResponse(drawn, status, headers)


def isolated(text: str, code: str | None = None) -> Markup:
    """Words that keep their own direction, with the punctuation at their ends, in a sentence of
    whatever direction; `code` is their language, if it is known."""
    language = Markup(' lang="{}"').format(code) if code else ""
    return Markup("<bdi{}>{}</bdi>").format(language, text)


def _said(language: Language, phrase: str, /, **values: object) -> str:
    """A phrase. A value that is markup stays markup, and all else is text."""
    if any(isinstance(value, Markup) for value in values.values()):
        return escape(language.catalogue.say(phrase)).format(**values)
    return language.say(phrase, **values)


def _said_many(language: Language, one: str, many: str, n: int, /, **values: object) -> str:
    if any(isinstance(value, Markup) for value in values.values()):
        return escape(language.catalogue.say_many(one, many, n)).format(n=n, **values)
    return language.say_many(one, many, n, **values)


def _field(word: str) -> Markup:
    """The hidden field that `safety/csrf.py` looks for."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FORM_FIELD, word)
