"""What other systems of a hospital ask in; Infobutton feeds, FHIR resources, and the pages and
sheets that both lead to, out."""

from careleaf.web.feeds.routes import routes

__all__ = ("routes",)
