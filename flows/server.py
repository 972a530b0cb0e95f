"""A Prefect server of our own, for one run or for a schedule, that ends with the process that started it.

`prefect` would start one by itself, but only when the flow begins. Here it is started first, and lists, lexicon and
audit are loaded while it comes up. The parent opens the port and hands it over, so there is no guessing of free
ports; the child watches its standard input and ends when that closes, so not even a killed run leaves a server
behind.

    python -m flows.server SOCKET      the child; not for people
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError

from transforms.base.errors import LiqaError

if TYPE_CHECKING:
    import uvicorn

HOST = "127.0.0.1"
PATIENCE = 120.0
LAST_SECONDS = 3.0
ANSWER_SECONDS = 10.0
LOG = "server.log"

#: No proxy of the machine's lies between us and our own port.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))

#: A server for one run: no scheduler, no pages, no catalogue of block types (a fifth of its first start).
SINGLE_RUN = {
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT__SERVER_FINAL": "1",
    "PREFECT_UI_ENABLED": "false",
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
}


class ServerError(LiqaError):
    """Prefect's server did not come up. Names its log."""


class LocalServer:
    """A server in a child process. `start` returns at once, `wait` when it answers."""

    def __init__(self, home: Path, scheduling: bool = False, port: int = 0) -> None:
        self._log = home / LOG
        self._scheduling = scheduling
        self._port = port
        self._child: subprocess.Popen[bytes] | None = None
        self.url = ""

    def start(self) -> None:
        """Open the port and start the child."""
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind((HOST, self._port))
            except OSError as fault:
                raise ServerError(f"port {self._port} on {HOST} is taken: {fault.strerror}") from fault
            listener.listen(128)
            self.url = f"http://{HOST}:{listener.getsockname()[1]}/api"
            with self._log.open("ab") as log:
                self._child = subprocess.Popen(
                    [sys.executable, "-m", "flows.server", str(listener.fileno())],
                    stdin=subprocess.PIPE,
                    stdout=log,
                    stderr=log,
                    env=self._environment(os.environ),
                    pass_fds=[listener.fileno()],
                    start_new_session=True,
                )

    def _environment(self, inherited: Mapping[str, str]) -> dict[str, str]:
        """The child's environment: ours, where it finds this package, and what kind of server it is."""
        root = str(Path(__file__).resolve().parents[1])
        paths = [root, *filter(None, [inherited.get("PYTHONPATH")])]
        kind = {"PREFECT_SERVER_UI_API_URL": self.url} if self._scheduling else SINGLE_RUN
        child = {name: value for name, value in inherited.items() if name != "PREFECT_API_URL"}
        return {**child, **kind, "PYTHONPATH": os.pathsep.join(paths), "PREFECT_LOGGING_LEVEL": "WARNING"}

    def wait(self, patience: float = PATIENCE) -> None:
        """Return when the server answers; raise `ServerError` when it ended or takes too long."""
        deadline = time.monotonic() + patience
        while not self.answers():
            if self._child is None or self._child.poll() is not None:
                raise ServerError(f"Prefect's server ended while starting; its log is {self._log}")
            if time.monotonic() > deadline:
                self.stop()
                raise ServerError(f"Prefect's server did not answer within {patience:.0f} s; its log is {self._log}")
            time.sleep(0.05)

    def answers(self) -> bool:
        """Asks for its health. A connection waits in the queue of the open port until the server takes it."""
        try:
            with DIRECT.open(f"{self.url}/health", timeout=1) as answer:
                return bool(answer.status == 200)
        except (URLError, TimeoutError, ConnectionError):
            return False

    def stop(self) -> None:
        """End the child: politely, then not."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            child.stdin.close()
        try:
            child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    def __enter__(self) -> LocalServer:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def check_answers(url: str) -> None:
    """Raise `ServerError` when nothing answers at the address of a server that a person has named."""
    try:
        urllib.request.urlopen(f"{url.rstrip('/')}/health", timeout=ANSWER_SECONDS).close()
    except HTTPError:
        return  # it answers; whether we may use it, Prefect's client will see with its own credentials
    except (OSError, ValueError) as fault:
        raise ServerError(f"PREFECT_API_URL={url}: no server answers there ({fault})") from fault


def serve(descriptor: int) -> None:
    """The child's life: Prefect's application on the port that was handed over, until standard input closes."""
    running: list[uvicorn.Server] = []
    threading.Thread(target=_end_with_parent, args=(running,), daemon=True).start()
    import uvicorn
    from prefect.server.api.server import create_app

    with socket.socket(fileno=descriptor) as listener:
        config = uvicorn.Config(create_app(), log_level="warning", lifespan="on", timeout_graceful_shutdown=1)
        running.append(uvicorn.Server(config))
        running[0].run(sockets=[listener])


def _end_with_parent(running: list[uvicorn.Server]) -> None:
    """When nobody holds the other end of standard input any more, ask the server to leave, and leave anyway."""
    sys.stdin.buffer.read()
    if running:
        running[0].should_exit = True
        time.sleep(LAST_SECONDS)
    os._exit(0)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
