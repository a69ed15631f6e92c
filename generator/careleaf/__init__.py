"""Topic files in; PowerPoint decks, PDF handouts and web pages for patients out."""

__version__ = "0.1.0"
