"""A shelf in; the screens where topics are found out."""

from careleaf.web.library.routes import routes

__all__ = ("routes",)
