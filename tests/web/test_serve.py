"""`careleaf serve` as a person starts and stops it."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from careleaf.cli import main
from careleaf.web.server import listening
from tests.tools.served import once_read, served


def test_it_serves_says_where_logs_no_query_and_ends_with_ctrl_c() -> None:
    with served() as (process, address):
        assert address.startswith("http://127.0.0.1:")
        urlopen(f"{address}library?q=Sample").close()
        assert "Low back and hip pain" in once_read(address)
        with pytest.raises(HTTPError) as refused:
            urlopen(Request(address, headers={"Host": "evil.example"}))
        assert refused.value.code == 421
        refused.value.close()
        process.send_signal(signal.SIGINT)
        said, logged = process.communicate(timeout=20)
        assert process.returncode == 0
        assert "GET /library 200" in logged
        assert "Sample" not in said + logged and "Traceback" not in logged


def test_a_quiet_server_tells_nothing_of_requests() -> None:
    with served("--quiet") as (process, address):
        urlopen(f"{address}library").close()
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=20)[1] == ""


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_it_has_room_for_many_connections() -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, hard))
    try:
        with served("--quiet") as (process, address):
            once_read(address)
            told = Path(f"/proc/{process.pid}/limits").read_text("utf-8")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    (files,) = (line.split() for line in told.splitlines() if line.startswith("Max open files"))
    assert int(files[3]) == min(1024, int(files[4]))


TOKEN = "a-token-of-the-clinic"


def test_control_c_pressed_twice_ends_without_a_traceback() -> None:
    with served("--quiet") as (process, address):
        once_read(address)
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=20)[1]
    assert process.returncode == 0 and told == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--listen", "0.0.0.0"], "can be reached from the network"),
        (["--listen", "192.0.2.1"], "--token-file FILE or --trusted-header NAME"),
        (["--host-name", "leaf.example"], "can be reached from the network"),
        (["--listen", "192.0.2.1", "--token-file", "t", "--trusted-header", "X"], "one of them"),
        (["--listen", "::", "--trusted-header", "X"], "--host-name NAME"),
        (
            ["--host-name", "leaf.example", "--token-file", "t", "--proxy", "192.0.2.2"],
            "leave out --proxy",
        ),
        (["--host-name", "leaf.example", "--trusted-header", "X: Y"], "is no header"),
        (["--host-name", "leaf.example", "--token-file", "nowhere.txt"], "cannot read nowhere.txt"),
        (
            ["--host-name", "leaf.example", "--token-file", "short.txt"],
            "not 16 or more plain signs",
        ),
        (["--host-name", "leaf.example"], "leaf.example can be reached from the network"),
        (["--token-file", "token.txt"], "nobody but this computer"),
        (["--proxy", "192.0.2.1"], "nobody but this computer"),
        (["--clinic", "nowhere"], "no clinic 'nowhere'"),
        (["--content", "no-such-folder"], "is not a content folder"),
    ],
)
def test_what_cannot_be_served_is_refused_in_words(
    options: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("token.txt").write_text(TOKEN)
    Path("short.txt").write_text("short\n")
    assert main(["serve", "--no-open", "--port", "0", *options]) == 2
    assert said in capsys.readouterr().err


def test_a_network_that_is_let_in_is_told_what_that_means(tmp_path: Path) -> None:
    (tmp_path / "token.txt").write_text(f"{TOKEN}\n")
    options = ("--host-name", "leaf.example", "--token-file", str(tmp_path / "token.txt"))
    with served(*options) as (process, address):
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{address}library")
        assert refused.value.code == 401
        refused.value.close()
        known = {"Authorization": f"Bearer {TOKEN}", "Host": "leaf.example"}
        with urlopen(Request(f"{address}library", headers=known)) as answer:
            page = answer.read().decode()
        assert "Runs on the clinic&#39;s network" in page and "this computer only" not in page
        process.send_signal(signal.SIGINT)
        said, told = process.communicate(timeout=20)
        assert "not encrypted" in told and TOKEN not in said + told


def test_a_port_in_use_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main(["serve", "--no-open", "--port", port]) == 2
    assert f"port {port}" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["x", "-1", "65536"])
def test_a_port_that_is_none_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--port", port])
    assert ended.value.code == 2
    assert "--port" in capsys.readouterr().err


def test_small_answers_are_sent_at_once() -> None:
    """Each waited 40 ms for the browser to acknowledge what came before (Nagle's algorithm)."""

    async def accepted() -> int:
        found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        class Met(asyncio.Protocol):
            def connection_made(self, transport: asyncio.BaseTransport) -> None:
                at = transport.get_extra_info("socket")
                found.set_result(at.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))

        server = await asyncio.get_running_loop().create_server(Met, sock=listening("127.0.0.1", 0))
        async with server:
            _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            no_delay = await found
            writer.close()
        return no_delay

    assert asyncio.run(accepted())
