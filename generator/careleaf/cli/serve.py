"""Options of `careleaf serve` in; the web page on this computer until Ctrl-C, out."""

from __future__ import annotations

import threading
import webbrowser
from argparse import Namespace

from careleaf.cli.exits import FINE
from careleaf.engine.job import RefusedError
from careleaf.engine.pictures import cache_folder

_OURS = "careleaf"


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
    if not is_local(options.listen):
        raise RefusedError(
            f"--listen {options.listen} would let anybody on the network in",
            "leave it out: the page is for this computer alone",
        )
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
        )
        page = app.create_app(settings, _nobody if options.quiet else None)
        print(f"Careleaf is at {settings.address}\nStop it with Ctrl-C.", flush=True)
        if options.open:
            # Connections queue up since `listening`, so the browser cannot come too early.
            opening = (settings.address,)
            threading.Thread(target=webbrowser.open, args=opening, daemon=True).start()
        server.serve(page, at)
    return FINE


def _nobody(line: str) -> None:
    """Whom `--quiet` tells of requests."""
