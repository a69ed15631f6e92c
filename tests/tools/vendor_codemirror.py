"""A folder to work in and one to write into in; CodeMirror as one file with its licences out.

One step of `python -m tests.tools.vendor`. Every package that is in the bundle is named by its
exact version: there is no lock file, which would name hosts."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.tools.outside import run

ENTRY = Path(__file__).with_name("vendor_codemirror.js")
PACKAGES = {
    "@codemirror/autocomplete": "6.20.4",
    "@codemirror/commands": "6.11.1",
    "@codemirror/language": "6.13.1",
    "@codemirror/lint": "6.9.8",
    "@codemirror/search": "6.7.2",
    "@codemirror/state": "6.7.6",
    "@codemirror/streamparser": "6.0.0",
    "@codemirror/view": "6.43.15",
    "@lezer/common": "1.5.5",
    "@lezer/highlight": "1.2.5",
    "@lezer/lr": "1.4.12",
    "@marijn/find-cluster-break": "1.0.4",
    "crelt": "1.0.7",
    "style-mod": "4.1.5",
    "w3c-keyname": "2.2.8",
}
ESBUILD = "0.28.2"


def codemirror(folder: Path, target: Path) -> None:
    """Write `codemirror.js`, a module, and `codemirror-LICENSE.txt`, the licences of all in it."""
    wanted = {"private": True, "dependencies": {**PACKAGES, "esbuild": ESBUILD}}
    (folder / "package.json").write_text(json.dumps(wanted), encoding="utf-8")
    quiet = ("--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    run("npm", "install", "--prefix", folder, *quiet)
    shutil.copy(ENTRY, folder / "entry.js")
    run(
        folder / "node_modules" / ".bin" / "esbuild",
        folder / "entry.js",
        *("--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=none"),
        f"--outfile={target / 'codemirror.js'}",
    )
    _licences(folder / "node_modules", target / "codemirror-LICENSE.txt")
    print("codemirror: codemirror.js")


def _licences(modules: Path, target: Path) -> None:
    """Every package that npm brought but the bundler and its parts: one that is missing in
    `PACKAGES` would show as a change here."""
    parts: list[str] = []
    for file in sorted(modules.rglob("package.json")):
        package = json.loads(file.read_text(encoding="utf-8"))
        name, version = package.get("name", ""), package.get("version", "")
        if not version or "esbuild" in name:
            continue
        licence = (file.parent / "LICENSE").read_text(encoding="utf-8").strip()
        parts.append(f"{name} {version}\n\n{licence}\n")
        if PACKAGES.get(name) != version:
            raise RuntimeError(f"name the exact version of {name} in PACKAGES: {version}")
    target.write_text(("\n" + "-" * 72 + "\n\n").join(parts), encoding="utf-8")
