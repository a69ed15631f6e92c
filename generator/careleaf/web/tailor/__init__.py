"""A shelf and a workshop in; the screen where a handout is made right for one patient out."""

from careleaf.web.tailor.routes import routes

__all__ = ("routes",)
