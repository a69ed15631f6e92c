"""Nothing in; the standard library's HTTP client as a module that loads when somebody uses it, out.

python-pptx imports `xml.sax.saxutils` for one function that escapes text, and that imports the
client, e-mail and TLS with it: a tenth of the time to load python-pptx, and 3 MB. Nobody calls it
here. Import this module before python-pptx."""

from __future__ import annotations

import sys
import urllib
from importlib import import_module
from types import ModuleType
from typing import Any

_CLIENT = "urllib.request"


def _loaded_at_first_use(name: str) -> ModuleType:
    """A module with nothing in it but the way to the real one (PEP 562). `importlib`'s own lazy
    loader would load it as soon as it is imported, before Python 3.12."""
    module = ModuleType(name)

    def found(attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        sys.modules.pop(name, None)
        return getattr(import_module(name), attribute)

    vars(module)["__getattr__"] = found
    return module


if _CLIENT not in sys.modules:
    sys.modules[_CLIENT] = _loaded_at_first_use(_CLIENT)
    setattr(urllib, _CLIENT.rpartition(".")[2], sys.modules[_CLIENT])
