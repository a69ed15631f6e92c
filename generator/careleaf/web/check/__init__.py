"""A topic in; what a check says of it, and a clinician's signature under it, on screens, out."""

from careleaf.web.check.routes import routes

__all__ = ("routes",)
