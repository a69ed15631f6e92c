"""Every address of the page, asked as nobody should: it answers, without a defect, and neither
reads nor writes anything outside of its own.

Against the real server and its processes. The addresses are the application's own list, so that a
new one is asked by itself; forms are those that its screens show."""

from __future__ import annotations

import re
import shutil
import socket
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careleaf.web.safety.csrf import COOKIE, HEADER
from tests.tools.outside import CHECKOUT
from tests.web.addresses import TOPIC, Address, addresses, names
from tests.web.conftest import LIBRARY, WORD
from tests.web.hostile import BODIES, FORM, HEADERS, LINES, METHODS, NAME, NO_REQUESTS, WORDS
from tests.web.screens import Form, forms_from
from tests.web.watched_server import Watched, watched_server
from tests.web.wire import Answer, Wire

SECRET = "SECRET-beside-the-library"
ADDRESSES = addresses()
EACH = pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: one.pattern)
_CLAIMS = ("Content-Length", "Transfer-Encoding", "Expect")
"""What a request says of a body that does not come."""


@dataclass(slots=True, repr=False)
class Asker:
    """Sends requests, and holds each answer to what must be true of any."""

    wire: Wire
    server: Watched

    def ask(self, method: str, target: str, *more: tuple[str, str], body: bytes = b"") -> Answer:
        claims = [name for name, _ in more if name in _CLAIMS]
        answer = self.wire.ask(method, target, headers=more, body=body, hangs_up=bool(claims))
        shown = f"{method} {target[:200]} {str(more)[:300]} {body[:500]!r}"
        told = "".join(self.server.log[-15:])
        assert answer.status < 500, f"{shown}: {answer.status}\n{told}"
        assert answer.status or claims, f"{shown}: no answer\n{told}"
        assert SECRET not in answer.text, shown
        assert "Traceback" not in answer.text, shown
        assert "root:x:" not in answer.text, shown
        return answer


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    root = tmp_path_factory.mktemp("fuzzed")
    content = Path(shutil.copytree(LIBRARY, root / "library/content"))
    for place in (root, root / "library", root / "outside"):
        place.mkdir(exist_ok=True)
        (place / "secret.txt").write_text(SECRET)
        (place / "en.md").write_text(f"---\ntitle: {SECRET}\n---\n# {SECRET} {{#s}}\n{SECRET}\n")
    (content / "topics/leads-out").symlink_to(root / "outside", target_is_directory=True)
    (content / "topics" / TOPIC / "fr.md").symlink_to(root / "outside/en.md")
    (root / "told").mkdir()
    with watched_server(content, root / "told") as server:
        headers = (("Cookie", f"{COOKIE}={WORD}"), (HEADER, WORD), ("Accept", "text/html"))
        found = Asker(Wire(server.address, headers), server)
        late = time.monotonic() + 90
        while found.wire.ask("GET", "/fhir/Library").status == 503:  # it still reads its topics
            assert time.monotonic() < late
        yield found
    log = "".join(server.log)
    assert "Traceback" not in log and "a defect" not in log, log[-5_000:]
    assert NAME not in log and quote(NAME) not in log
    assert "secret" not in log


@pytest.fixture(autouse=True)
def _nothing_outside(asker: Asker) -> Iterator[None]:
    """After each test: what all processes of the server have opened since."""
    asker.server.events()
    yield
    for kind, what, how in asker.server.events():
        _look(kind, what, how, asker.server.folder)


def _look(kind: str, what: str, how: str, told: Path) -> None:
    assert kind not in ("os.system", "os.exec", "socket.connect"), (kind, what)
    if kind == "subprocess.Popen":
        assert Path(what.strip("'")).name.startswith("python"), what
    if kind == "subprocess.Popen" or what.isdigit():
        return
    path = Path(what.strip("b'\""))
    lists = kind in ("os.listdir", "os.scandir")
    if lists and {"fonts", ".fonts", "Fonts"} & {*path.parts}:
        return  # as ReportLab does when it is loaded
    # Names in a linked folder are listed; what it holds is not read.
    path = path if lists else path.resolve()
    own = (told.parent / "library/content", told / "cache")
    program = (
        CHECKOUT,
        *(Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib")),
        *(Path(name) for name in sys.path if name),
        told / "hook",
        Path("/usr/share/zoneinfo"),
    )
    changes = kind in ("os.rename", "os.remove", "os.mkdir", "os.symlink")
    writes = changes or re.match(r"\('[^']*[wax+]", how)
    places = own if writes else (*own, *program)
    inside = any(path.is_relative_to(place.resolve()) for place in places)
    assert inside or str(path) in _MACHINE, f"{kind} {path} {how}"


_MACHINE = {
    *("/dev/null", "/dev/urandom", "/etc/localtime", "/etc/timezone"),
    # What ReportLab looks for when it is loaded.
    *(str(Path(f"~/.reportlab_{name}").expanduser()) for name in ("settings", "mods")),
}


@EACH
def test_hostile_words_in_the_address(asker: Asker, address: Address) -> None:
    for word in WORDS:
        for sent in {quote(word, safe=""), quote(word, safe="/%:\\")}:
            for target in address.spoilt(sent):
                asker.ask("GET", target)
    for word in WORDS[::6]:
        asker.ask("GET", f"{address.filled()}?{quote(word)}")


@EACH
def test_hostile_words_in_the_address_of_a_form(asker: Asker, address: Address) -> None:
    """With the text that an author's forms bring, so that they get past asking for it."""
    for method in {*address.methods} - {"GET", "HEAD"}:
        for word in WORDS[::2]:
            for name in address.parameters:
                target = address.filled(**{name: quote(word, safe="")})
                asker.ask(method, target, ("Content-Type", FORM), body=b"text=x")


@EACH
def test_hostile_methods_and_headers(asker: Asker, address: Address) -> None:
    target = address.filled()
    for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", *METHODS):
        asker.ask(method, target)
    for method in {*address.methods} - {"HEAD"}:
        for some in HEADERS:
            asker.ask(method, target, *some)


@EACH
def test_hostile_bodies(asker: Asker, address: Address) -> None:
    """Each brings our word, so that it gets as far as the route."""
    for method in {*address.methods, "POST"} - {"GET", "HEAD"}:
        for target in (address.filled(), address.filled(topic="nothing", language="xx")):
            for form, body in BODIES:
                asker.ask(method, target, ("Content-Type", form), body=body)


@pytest.mark.parametrize("data", NO_REQUESTS, ids=range(len(NO_REQUESTS)))
def test_what_is_no_request(asker: Asker, data: bytes) -> None:
    assert asker.wire.send(data).status < 500
    assert asker.ask("GET", "/library").status == 200


@EACH
def test_whoever_leaves_at_once(asker: Asker, address: Address) -> None:
    at = urlsplit(asker.wire.address)
    for method in address.methods:
        head = (
            f"{method} {address.filled()} HTTP/1.1\r\nHost: {at.netloc}\r\n"
            f"Cookie: {COOKIE}={WORD}\r\n{HEADER}: {WORD}\r\nContent-Length: 0\r\n\r\n"
        )
        for _ in range(5):
            with socket.create_connection((at.hostname, at.port)) as connection:
                connection.sendall(head.encode())
    assert asker.ask("GET", "/library").status == 200


@pytest.fixture(scope="module")
def forms(asker: Asker) -> list[Form]:
    """All that screens show, and each route that takes a form with all that the code asks for."""
    shown = forms_from("/", lambda target: asker.ask("GET", target))
    asked = tuple(names())
    made = [
        Form(method, address.filled(), (), asked)
        for address in ADDRESSES
        for method in {*address.methods} - {"HEAD"}
    ]
    print(f"{len(shown)} forms and links on screens, {len(made)} routes, {len(asked)} names")
    return [*shown, *made]


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_forms_filled_in_by_nobody(asker: Asker, forms: list[Form], data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted({one.path.partition("?")[0] for one in forms})))
    form = data.draw(st.sampled_from([one for one in forms if one.path.partition("?")[0] == path]))
    words = st.one_of(st.sampled_from(WORDS), st.text(max_size=40))
    sent = [
        (name, _with_a_line(value, data.draw) if value.startswith("---\n") else value)
        for name, value in form.fields
        if data.draw(st.integers(0, 9))
    ]
    if form.names:
        spoilt = st.lists(st.tuples(st.sampled_from(form.names), words), max_size=4)
        more = data.draw(spoilt)
        sent = [pair for pair in sent if pair[0] not in {name for name, _ in more}] + more
    body = urlencode(sent, errors="replace")
    if form.method == "GET":
        asker.ask("GET", f"{form.path.partition('?')[0]}?{body}")
    else:
        asker.ask(form.method, form.path, ("Content-Type", FORM), body=body.encode())


def _with_a_line(text: str, draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """A topic's text with a hostile line somewhere, or cut short there."""
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines)))
    more = draw(st.sampled_from(LINES))
    return "\n".join([*lines[:at], more, *(lines[at:] if draw(st.booleans()) else [])])
