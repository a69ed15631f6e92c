"""A topic's text in; the screens to write, check and save it out."""

from careleaf.web.write.routes import routes

__all__ = ("routes",)
