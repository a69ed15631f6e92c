"""A package's zip file: the same bytes as Python's own, and what comes out is what went in."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest

from careleaf.write.pptx.zip_file import Packed, packed, stored, unpacked, zip_file

CASES = {
    "nothing": [],
    "an empty file": [("a.xml", b"")],
    "two": [("[Content_Types].xml", b"<Types/>" * 40), ("ppt/media/image1.png", bytes(range(256)))],
    "a name that is not ASCII": [("ppt/m\u00e9dia/\u0645.xml", b"<a/>")],
}


def random_files() -> list[tuple[str, bytes]]:
    chance = random.Random(7)
    return [
        (f"part{n}.xml", chance.randbytes(chance.randrange(3000)) * chance.randrange(1, 9))
        for n in range(300)
    ]


def by_python(files: list[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 0, 0o600 << 16
            info.compress_type = method(name)
            archive.writestr(info, data, compresslevel=2)
    return buffer.getvalue()


def method(name: str) -> int:
    return zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED


def made(name: str, data: bytes) -> Packed:
    return stored(data) if name.endswith(".png") else packed(data)


@pytest.mark.parametrize("files", [*CASES.values(), random_files()], ids=[*CASES, "random"])
def test_it_is_the_file_that_python_writes(files: list[tuple[str, bytes]]) -> None:
    file = zip_file((name, made(name, data)) for name, data in files)
    assert file == by_python(files)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        assert [(one, archive.read(one)) for one in archive.namelist()] == files


@pytest.mark.parametrize("data", [b"", b"x", b"<a/>" * 5000])
def test_what_is_packed_is_unpacked(data: bytes) -> None:
    assert unpacked(packed(data)) == unpacked(stored(data)) == data


def test_more_than_the_format_holds_is_refused() -> None:
    one = stored(b"")
    with pytest.raises(struct.error):
        zip_file((str(n), one) for n in range(65_536))
