"""Named cases in `tests/suite/page`: a source, and the HTML that a page must hold for it.

What must come out is the section, or everything in the body where the case is a whole topic file.
Each icon is written `[icon walk]`, each other drawing `[svg people of-10: ]` with its words, if
any, so that a case shows what a page says and not how it is drawn.
"""

from __future__ import annotations

import re

import pytest

from tests.tools.cases import Case, cases, compare
from tests.tools.pages import drawn_page


@pytest.mark.parametrize("case", [*cases("page")], ids=str)
def test_a_page_shows(case: Case) -> None:
    page = drawn_page(case.text, folder=case.folder)
    if case.whole:
        part = _between(page, "<body>\n", "</body>")
    else:
        part = _between(page, '<section class="section" id="section">', "\n</section>")
    compare(case, _plainly(part))


def _between(text: str, start: str, end: str) -> str:
    return text.partition(start)[2].partition(end)[0]


def _plainly(html: str) -> str:
    """Drawings by name, and no empty lines."""
    html = re.sub(r'<svg class="icon"[^>]*><use href="#_icon-([\w-]+)"/></svg>', r"[icon \1]", html)
    html = re.sub(r'<svg class="symbols".*?</svg>\n', "", html, flags=re.DOTALL)
    html = re.sub(
        r'<svg class="([^"]+)"[^>]*?(?: aria-label="([^"]+)")?>.*?</svg>', r"[svg \1: \2]", html
    )
    return "\n".join(line for line in html.splitlines() if line.strip())
