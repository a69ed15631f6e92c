"""What nobody should send, as data: words, methods, headers, bodies."""

from __future__ import annotations

from urllib.parse import urlencode

from careleaf.web.safety.csrf import COOKIE
from tests.web.addresses import TOPIC
from tests.web.conftest import WORD

NAME = "Zebediah Quill"
"""A patient's, in all that is sent: no log may hold it."""

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
WORDS = (
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


METHODS = ("TRACE", "CONNECT", "get", "PROPFIND", "A" * 300, "G\x00T", "\xff")
HEADERS = (
    *((("Host", name),) for name in ("", "evil.example", "127.0.0.1", "a" * 300, "[::1", "\xff")),
    *((("Content-Length", length),) for length in ("99", "-1", "9" * 30)),
    (("Transfer-Encoding", "chunked"),),
    (("Expect", "100-continue"),),
    (
        ("Accept", "\xff/\xfe;q=nan, */*;q=" + "9" * 400),
        ("Accept-Language", "zz-ZZ, *;q=-1, es;q=1e999, " + "ar," * 500),
        ("Accept-Encoding", "\x01"),
        ("Cookie", f"{COOKIE}=\xff; careleaf-language=../../secret; a=b; =; ;;"),
    ),
    (
        ("Cookie", f"{COOKIE}={WORD}; careleaf-language=" + "x" * 3_000),
        ("Content-Type", "multipart/form-data"),
        ("If-None-Match", '*, W/"' + "a" * 3_000),
        ("If-Modified-Since", "the day before yesterday"),
        ("Range", "bytes=-9999999999999999999999, 5-1"),
        ("Referer", f"http://evil.example/{NAME}"),
    ),
    (
        ("Content-Type", "application/x-www-form-urlencoded; charset=utf-7"),
        ("X-Forwarded-For", "::1, \xff"),
        ("X-Forwarded-Host", "evil.example"),
        ("X-Forwarded-Proto", "javascript"),
        ("Forwarded", "host=evil.example;proto=gopher"),
        ("X-HTTP-Method-Override", "DELETE"),
        ("Upgrade", "websocket"),
    ),
    (("HX-Request", "true"), ("HX-Current-URL", "\xff://[::1")),
    (("Origin", "null"),),
    (("Origin", "http://["),),
)
"""Each sent together, those that end a request early by themselves."""

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

LINES = (
    ":::figure ../../secret.txt\nalt: A back from the side.\n:::",
    ":::figure /etc/passwd\nalt: A back from the side.\n:::",
    ":::figure linked.svg\nalt: A back from the side.\n:::",
    "{{ ().__class__.__mro__ }} {{ 'a'*10**9 }} {{ range(10**9) }}",
    "[a](javascript:alert(1)) [b](file:///etc/passwd) <script>alert(1)</script>",
    ":::only slides\n" * 500,
    "> " * 3_000 + "a",
    "[" * 5_000,
    f"{NAME} \x00\x1b[31m\u202e",
    "---\ntitle: a\n---",
    "# A part {#part}\n# A part {#part}",
)
"""What nobody should write into a topic."""

NO_REQUESTS = (
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
)
"""Bytes."""
