"""Topic files in; PowerPoint decks, PDF handouts and web pages for patients out.

The public interface is `careleaf.engine` (`build`, `check`, `Job`, `Result`) and the command.
"""

__version__ = "0.1.0"
