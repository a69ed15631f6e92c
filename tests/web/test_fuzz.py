"""Every address of the page, asked as nobody should: it answers, without a defect, and neither
reads nor writes anything outside of its own.

Against the real server and its processes. The addresses are the application's own list, so that a
new one is asked by itself; forms are those that its screens show."""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlencode, urljoin, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careleaf.web.app import create_app
from careleaf.web.safety.csrf import COOKIE, HEADER
from careleaf.web.settings import Settings
from tests.tools.outside import CHECKOUT
from tests.web.conftest import LIBRARY, WORD
from tests.web.watched_server import Watched, watched_server
from tests.web.wire import Answer, Wire

NAME = "Zebediah Quill"
"""A patient's, in all that is sent: no log may hold it."""
SECRET = "SECRET-beside-the-library"
TOPIC = "first-days-of-back-pain"

TRAVERSALS = (
    "..",
    ".",
    "../secret.txt",
    "../../secret.txt",
    "....//....//secret.txt",
    "..\\..\\secret.txt",
    "..%2f..%2fsecret.txt",
    "%2e%2e%2f%2e%2e%2fsecret.txt",
    "..%252f..%252fsecret.txt",
    "..%c0%af..%c0%afsecret.txt",
    "/etc/passwd",
    "//etc/passwd",
    "file:///etc/passwd",
    "C:\\Windows\\win.ini",
    "leads-out",
    "leads-out/en",
    f"{TOPIC}/../../../secret.txt",
    f"{TOPIC}%00.pdf",
)
HOSTILE = (
    *TRAVERSALS,
    "",
    " ",
    "\x00",
    "\r\nSet-Cookie: a=b",
    f"{NAME}",
    "'; DROP TABLE topics; --",
    '" OR * NEAR( AND NOT ^ col:x',
    "<script>alert(1)</script>",
    "{{ 7*7 }}${7*7}#{7*7}%s%n{0.__class__}",
    "\ud7ff\ufffe\u202e\u0661\U0001f600",
    "%",
    "%zz%f",
    "-1",
    "9" * 400,
    "1e309",
    "nan",
    "a" * 5_000,
    "[" * 2_000,
)


@dataclass(frozen=True, slots=True)
class Address:
    """One route: its pattern, and what it is asked with."""

    pattern: str
    methods: tuple[str, ...]

    def filled(self, *values: str) -> str:
        """With values in the place of its parameters, the last of them in all that are left."""
        some = iter(values)
        last = ""

        def fill(_: re.Match[str]) -> str:
            nonlocal last
            last = next(some, last)
            return last

        return re.sub(r"\{[^}]*\}", fill, self.pattern)

    @property
    def parameters(self) -> int:
        """How many it has."""
        return self.pattern.count("{")


def addresses() -> list[Address]:
    routes = create_app(Settings(content=LIBRARY), lambda _: None).routes
    found = []
    for route in routes:
        pattern = getattr(route, "path", None)
        assert pattern is not None, f"{route} is asked by nothing here"
        methods = getattr(route, "methods", None) or {"GET"}
        found.append(Address(pattern, tuple(sorted(methods))))
    return found


ADDRESSES = addresses()


Header = tuple[str, str]
_CLAIMS = ("Content-Length", "Transfer-Encoding", "Expect")
"""What a request says of a body that does not come."""


@dataclass(slots=True, repr=False)
class Asker:
    """Sends requests, and holds each answer to what must be true of any."""

    wire: Wire
    server: Watched

    def ask(self, method: str, target: str, *more: Header, body: bytes = b"") -> Answer:
        claims = [name for name, _ in more if name in _CLAIMS]
        answer = self.wire.ask(method, target, headers=more, body=body, hangs_up=bool(claims))
        shown = f"{method} {target[:200]} {str(more)[:300]} {body[:300]!r}"
        assert answer.status < 500, f"{shown}: {answer.status}\n{self._last()}"
        assert answer.status or claims, f"{shown}: no answer\n{self._last()}"
        assert SECRET not in answer.text, shown
        assert "Traceback" not in answer.text, shown
        assert "root:x:" not in answer.text, shown
        return answer

    def _last(self) -> str:
        return "".join(self.server.log[-15:])


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
        found.ask("GET", "/library")
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
    # Names in a linked folder are listed; what it holds is not read.
    path = path if kind in ("os.listdir", "os.scandir") else path.resolve()
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


_MACHINE = {"/dev/null", "/dev/urandom", "/etc/localtime", "/etc/timezone"}


# Addresses


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: one.pattern)
def test_hostile_words_in_the_address(asker: Asker, address: Address) -> None:
    for value in HOSTILE:
        for sent in {quote(value, safe=""), quote(value, safe="/%:\\")}:
            for values in ((sent,), (TOPIC, sent)) if address.parameters else ((),):
                asker.ask("GET", address.filled(*values) + ("" if values else f"?{sent}"))
                asker.ask("GET", address.filled(*values) + f"/{sent}")


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: one.pattern)
def test_hostile_methods_and_headers(asker: Asker, address: Address) -> None:
    target = address.filled(TOPIC, "en.html")
    for method in (*("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"), *METHODS):
        asker.ask(method, target)
    for header in HEADERS:
        for method in address.methods:
            asker.ask(method, target, header)


METHODS = ("TRACE", "CONNECT", "get", "PROPFIND", "A" * 300, "G\x00T", "\xff")
HEADERS = (
    *(("Host", name) for name in ("", "evil.example", "127.0.0.1", "a" * 300, "[::1", "\xff")),
    ("Accept", "\xff/\xfe;q=nan, */*;q=" + "9" * 400),
    ("Accept-Language", "zz-ZZ, *;q=-1, es;q=1e999, " + "ar," * 500),
    ("Accept-Encoding", "\x01"),
    ("Cookie", f"{COOKIE}=\xff; careleaf-language=../../secret; a=b; =; ;;"),
    ("Cookie", f"{COOKIE}={WORD}; careleaf-language=" + "x" * 3_000),
    ("Content-Length", "99"),
    ("Content-Length", "-1"),
    ("Content-Length", "9" * 30),
    ("Transfer-Encoding", "chunked"),
    ("Content-Type", "multipart/form-data"),
    ("Content-Type", "application/x-www-form-urlencoded; charset=utf-7"),
    ("Expect", "100-continue"),
    ("If-None-Match", '*, W/"' + "a" * 3_000),
    ("If-Modified-Since", "the day before yesterday"),
    ("Range", "bytes=-9999999999999999999999, 5-1"),
    ("Referer", f"http://evil.example/{NAME}"),
    ("Origin", "null"),
    ("X-Forwarded-For", "::1, \xff"),
    ("X-Forwarded-Host", "evil.example"),
    ("X-Forwarded-Proto", "javascript"),
    ("HX-Request", "true"),
    ("HX-Current-URL", "\xff://[::1"),
    ("Upgrade", "websocket"),
    ("X-HTTP-Method-Override", "DELETE"),
    ("Forwarded", "host=evil.example;proto=gopher"),
)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: one.pattern)
def test_hostile_bodies(asker: Asker, address: Address) -> None:
    """Each brings our word, so that it gets as far as the route."""
    for method in {*address.methods, "POST"} - {"GET", "HEAD"}:
        for values in ((TOPIC, "en"), ("nothing", "xx")):
            for form, body in BODIES:
                asker.ask(method, address.filled(*values), ("Content-Type", form), body=body)


FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=b"
BODIES = (
    (FORM, b""),
    (FORM, b"a" * 100_000),
    (FORM, b"&" * 100_000),
    (FORM, b"=&=&%&%zz&\xff=\xfe&a=\x00"),
    (FORM, urlencode([(f"f{n}", NAME) for n in range(3_000)]).encode()),
    (FORM, urlencode({"language": "../../secret.txt", "topic": "..", "back": "//x"}).encode()),
    (FORM, b"a=" + b"b" * 3_000_000),
    (PARTS, b""),
    (PARTS, b"--b\r\n"),
    (PARTS, b"--b\r\nContent-Disposition: form-data; name=\xff\r\n\r\n\xff\r\n--b--\r\n"),
    (
        PARTS,
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="../../secret.txt"\r\n'
        b"Content-Type: x\r\n\r\n" + b"\x00" * 50_000 + b"\r\n--b--\r\n",
    ),
    ("application/json", b"[" * 50_000),
    ("application/json", b'{"a": NaN, "a": 1e999, "__proto__": {}}'),
    ("text/xml", b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"),
    ("\x00", b"\x00\xff"),
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET http://127.0.0.1/etc/passwd HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET /../../secret.txt HTTP/1.0\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 20_000 + b"\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 500,
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffff\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET",
    ],
    ids=range(13),
)
def test_what_is_no_request(asker: Asker, data: bytes) -> None:
    answer = asker.wire.send(data)
    assert answer.status < 500
    assert asker.ask("GET", "/library").status == 200


# Forms


class _Screen(HTMLParser):
    """Links and forms of a screen."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[tuple[str, str, list[tuple[str, str]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in got:
            self.links.append(got["href"])
        elif tag == "form":
            self.forms.append((got.get("method", "get").upper(), got.get("action", ""), []))
        if self.forms and got.get("name") and tag in ("input", "button", "select", "textarea"):
            self.forms[-1][2].append((got["name"], got.get("value", "")))
        for name in ("hx-get", "hx-post"):
            if name in got:
                self.links.append(got[name])


Form = tuple[str, str, tuple[tuple[str, str], ...]]
MOST_SCREENS = 60


@pytest.fixture(scope="module")
def forms(asker: Asker) -> list[Form]:
    """All that screens show which can be reached by links."""
    todo = ["/"]
    seen: set[str] = set()
    found: set[Form] = set()
    while todo and len(seen) < MOST_SCREENS:
        target = todo.pop(0)
        if target in seen:
            continue
        seen.add(target)
        answer = asker.ask("GET", target)
        if "location" in answer.headers:
            todo.append(answer.headers["location"])
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        screen = _Screen()
        screen.feed(answer.text)
        for link in screen.links:
            at = urlsplit(urljoin(target, link))
            if not at.netloc and at.path.startswith("/"):
                todo.append(at.path + (f"?{at.query}" if at.query else ""))
        for method, action, fields in screen.forms:
            path = urljoin(target, action) if action else target
            found.add((method, path, tuple(fields)))
    print(f"{len(seen)} screens, {len(found)} forms")
    return sorted(found)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_forms_filled_in_by_nobody(asker: Asker, forms: list[Form], data: st.DataObject) -> None:
    method, path, fields = data.draw(st.sampled_from(forms))
    words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))
    sent = [
        (name, data.draw(words) if data.draw(st.integers(0, 3)) == 0 else value)
        for name, value in fields
        if data.draw(st.integers(0, 9))
    ]
    body = urlencode(sent, errors="replace")
    if method == "GET":
        asker.ask("GET", f"{path.partition('?')[0]}?{body}")
    else:
        asker.ask(method, path, ("Content-Type", FORM), body=body.encode())
