"""A PowerPoint file in; LibreOffice's rendering of it, as a PDF, out."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from careleaf.theme.fontfiles import FONT_FOLDER
from tests.tools.outside import path_of, run

_FONTS = f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{FONT_FOLDER}</dir>
</fontconfig>
"""


def to_pdf(deck: Path, folder: Path, *, bundled: bool = False) -> Path:
    """Render `deck` into `folder`; LibreOffice works in a profile of its own, used once. `bundled`
    gives it our own fonts besides those of the machine, which may have none for Hindi or Chinese.

    Raises RuntimeError if LibreOffice wrote nothing: it ends with 0 even where it could not read.
    """
    with TemporaryDirectory(prefix="libreoffice-") as profile:
        fonts = Path(profile) / "fonts.conf"
        fonts.write_text(_FONTS, encoding="utf-8")
        done = run(
            path_of("libreoffice"),
            f"-env:UserInstallation={Path(profile).as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", folder, deck),
            environment={"FONTCONFIG_FILE": str(fonts)} if bundled else None,
        )
    pdf = folder / f"{deck.stem}.pdf"
    if not pdf.exists():
        raise RuntimeError(f"LibreOffice wrote no PDF of {deck.name}: {done.stdout}{done.stderr}")
    return pdf
