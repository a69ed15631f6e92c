"""What stands between `{{` and `}}` in; a dotted name such as `clinic.phone`, or why not, out.

A variable is a name and nothing else. Nothing is ever run: jinja2's parser is asked what a refused
expression is, for a better message, and only then imported."""

from __future__ import annotations

import re

LONGEST = 100
"""Characters. It also bounds how deep an expression can nest, which bounds the parser's stack."""

_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?")
_KINDS = {
    "Call": "a call",
    "Filter": "a filter",
    "Test": "a test",
    "Getitem": "square brackets",
    "CondExpr": "a condition",
    "Compare": "a comparison",
    "Const": "a value",
}
_WRITE = "write a name and nothing else: {{ clinic.phone }}"


class VariableError(ValueError):
    """The expression is not a name; the message says what it is, `hint` what to write."""

    def __init__(self, message: str, hint: str = _WRITE) -> None:
        super().__init__(message)
        self.hint = hint


def dotted_name(expression: str) -> str:
    """The name in an expression. Raises VariableError for anything else."""
    text = expression.strip()
    if _NAME.fullmatch(text):
        return text
    if not text:
        raise VariableError("this variable has no name")
    if len(text) > LONGEST:
        raise VariableError("this variable is too long to be a name")
    hyphened = text.replace("-", "_").lower()
    if _NAME.fullmatch(hyphened):
        raise VariableError(f"'{text}' is not a name", f"write {{{{ {hyphened} }}}}")
    raise VariableError(_refusal(text))


def _refusal(text: str) -> str:
    from jinja2 import Environment, TemplateSyntaxError, nodes

    try:
        tree = Environment(autoescape=True).parse("{{ " + text + " }}")
    except TemplateSyntaxError:
        return f"'{text}' is not a name"
    for kind, words in _KINDS.items():
        if tree.find(getattr(nodes, kind)):
            return f"a variable cannot hold {words}"
    return f"'{text}' is not a name that a variable can have"
