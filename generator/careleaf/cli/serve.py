"""Options of `careleaf serve` in; the web page on this computer until Ctrl-C, out."""

from __future__ import annotations

import re
import sys
import threading
import webbrowser
from argparse import Namespace
from pathlib import Path
from typing import TypedDict

from careleaf.cli.exits import FINE
from careleaf.engine.job import RefusedError
from careleaf.engine.pictures import cache_folder

_OURS = "careleaf"
_EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - looked for, not listened on
_SHORTEST = 16
"""Signs of a token: fewer can be guessed."""
_OPEN_TO_OTHERS = """\
Others on the network can reach it, and every screen says so. What is sent is not encrypted by
careleaf: put a proxy with TLS in front, or use it only on a network that you trust."""


def serve(options: Namespace) -> int:
    """Serve until somebody stops it. Raises `RefusedError` where the page could not be served."""
    try:
        from careleaf.web import app, server
        from careleaf.web.settings import Settings, is_local
    except ImportError as error:
        if not error.name or error.name.startswith(_OURS):
            raise
        hint = 'python -m pip install "careleaf[web]", or in a copy of the project ".[web]"'
        raise RefusedError("the web page needs packages that are not there", hint) from error
    let_in = _let_in(options, beyond=not is_local(options.listen) or bool(options.host_name))
    try:
        at = server.listening(options.listen, options.port)
    except OSError as error:
        raise RefusedError(
            f"cannot listen on {options.listen}, port {options.port}: {error.strerror or error}",
            "another program, or another careleaf, may be there: try --port 0 for any free one",
        ) from error
    with at:
        settings = Settings(
            content=options.content,
            clinic=options.clinic,
            listen=options.listen,
            port=at.getsockname()[1],
            cache=cache_folder(),
            hosts=tuple(options.host_name),
            **let_in,
        )
        page = app.create_app(settings, _nobody if options.quiet else None)
        print(f"Careleaf is at {settings.address}\nStop it with Ctrl-C.", flush=True)
        if not settings.local:
            print(_OPEN_TO_OTHERS, file=sys.stderr)
        if options.open:
            # Connections queue up since `listening`, so the browser cannot come too early.
            opening = (settings.address,)
            threading.Thread(target=webbrowser.open, args=opening, daemon=True).start()
        server.serve(page, at)
    return FINE


class _LetIn(TypedDict, total=False):
    """Of the settings, whom to let in."""

    token: str
    trusted_header: str
    proxies: tuple[str, ...]


def _let_in(options: Namespace, *, beyond: bool) -> _LetIn:
    """`beyond`: others than this computer can reach the page. Raises `RefusedError` where it would
    let everybody in, or could let nobody in."""
    given = [one for one in (options.token_file, options.trusted_header) if one]
    if not beyond:
        if given or options.proxy:
            hint = "these let somebody in from the network: add --listen or --host-name"
            raise RefusedError("nobody but this computer can reach the page", hint)
        return {}
    if len(given) != 1:
        # A name for this computer is for a proxy: what others reach is the name.
        reached = options.host_name[0] if options.host_name else options.listen
        raise RefusedError(
            f"{reached} can be reached from the network, where anybody could read and change"
            " your topics, and names of patients travel",
            "say whom to let in: --token-file FILE or --trusted-header NAME (one of them)",
        )
    if options.listen in _EVERY_ADDRESS and not options.host_name:
        hint = "say by what name browsers will ask for it: --host-name NAME"
        raise RefusedError(f"{options.listen} is no address to ask for", hint)
    if options.token_file and options.proxy:
        message = "--proxy is whom to believe a header of, and nobody is let in by one"
        raise RefusedError(message, "leave out --proxy, or say --trusted-header NAME")
    if options.trusted_header:
        if not re.fullmatch(r"[A-Za-z0-9-]+", options.trusted_header):
            raise RefusedError(f"'{options.trusted_header}' is no header", "such as X-Remote-User")
        proxies: _LetIn = {"proxies": tuple(options.proxy)} if options.proxy else {}
        return {"trusted_header": options.trusted_header, **proxies}
    return {"token": _token(options.token_file)}


def _token(file: Path) -> str:
    """The first line of a file. Raises `RefusedError` where it is no good token."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedError(f"cannot read {file}", "give a text file with the token") from error
    token = text.partition("\n")[0].strip()
    if len(token) < _SHORTEST or not token.isascii():
        made = "such as: python -c 'import secrets; print(secrets.token_urlsafe())'"
        raise RefusedError(f"the token in {file} is not {_SHORTEST} or more plain signs long", made)
    return token


def _nobody(line: str) -> None:
    """Whom `--quiet` tells of requests."""
