"""A language code in; the product's own phrases, plural forms, dates and direction out."""

from careleaf.language.language import CODE, Language, foreign, language, near_code

__all__ = ("CODE", "Language", "foreign", "language", "near_code")
