"""A shelf and a workshop in; the screen where a handout is made right for one patient out."""

from careleaf.web.tailor.other_language import NotInLanguageError, other_languages
from careleaf.web.tailor.routes import routes

__all__ = ("NotInLanguageError", "other_languages", "routes")
