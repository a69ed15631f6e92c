"""A template and its values in; a screen in the reader's language, inside the shared frame, out."""

from careleaf.web.interface.drawing import screen
from careleaf.web.interface.speech import LANGUAGES, spoken, spoken_to

__all__ = ("LANGUAGES", "screen", "spoken", "spoken_to")
