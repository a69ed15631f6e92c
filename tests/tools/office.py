"""A PowerPoint file in; LibreOffice's rendering of it, as a PDF, out."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.tools.outside import path_of, run


def to_pdf(deck: Path, folder: Path) -> Path:
    """Render `deck` into `folder`; LibreOffice works in a profile of its own, used once.

    Raises RuntimeError if LibreOffice wrote nothing: it ends with 0 even where it could not read.
    """
    with TemporaryDirectory(prefix="libreoffice-") as profile:
        done = run(
            path_of("libreoffice"),
            f"-env:UserInstallation={Path(profile).as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", folder, deck),
        )
    pdf = folder / f"{deck.stem}.pdf"
    if not pdf.exists():
        raise RuntimeError(f"LibreOffice wrote no PDF of {deck.name}: {done.stdout}{done.stderr}")
    return pdf
