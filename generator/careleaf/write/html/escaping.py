"""The name of a package in; its templates, in an environment that escapes what they draw, out."""

from __future__ import annotations

import jinja2


def escaping(package: str) -> jinja2.Environment:
    """Of the folder `templates` beside a package's code. Escapes everything that is not markup of
    our own making; an unknown name is an error."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader(package),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
