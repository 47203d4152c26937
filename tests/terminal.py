"""The command line in a real terminal (a pseudo-terminal), for what only happens there: colour, bars and questions."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Far more than anything here takes; only a hanging program reaches it.
PATIENCE = 20.0


class Terminal:
    """The screen and keyboard of one running command."""

    def __init__(self, process: subprocess.Popen[bytes], screen: int) -> None:
        self.process = process
        self._screen = screen
        self.shown = ""
        self._looked = 0

    def wait_for(self, text: str) -> None:
        """Read until ``text`` is shown (after what was waited for before)."""
        while text not in self.shown[self._looked :]:
            if not self._read():
                raise AssertionError(f"{text!r} never came; the screen says:\n{self.shown}")
        self._looked = self.shown.index(text, self._looked) + len(text)

    def type(self, line: str) -> None:
        """Type a line and press Enter."""
        self.press(f"{line}\n")

    def press(self, keys: str) -> None:
        """Press keys; ``\\x03`` is Ctrl-C."""
        os.write(self._screen, keys.encode())

    def stop_with(self, key: str) -> int:
        """Press a key that ends the program and return its exit code.

        Pressed again now and then: Python loses a Ctrl-C that falls between a question and the wait for its answer.
        """
        for _ in range(int(PATIENCE / 2)):
            self.press(key)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(2)
                break
        return self.end()

    def end(self) -> int:
        """Read until the program ends and return its exit code."""
        while self._read():
            pass
        return self.process.wait(PATIENCE)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._screen], [], [], PATIENCE)
        if not ready:
            raise AssertionError(f"nothing came; the screen says:\n{self.shown}")
        try:
            data = os.read(self._screen, 65536)
        except OSError:  # Linux says so when the other side is gone
            return False
        self.shown += data.decode("utf-8", "replace")
        return bool(data)


def _take_terminal() -> None:
    """Make the pseudo-terminal the one that Ctrl-C of this process comes from."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@contextmanager
def terminal(*arguments: str, cwd: Path, environment: dict[str, str]) -> Iterator[Terminal]:
    """Run a command in a terminal; it is ended when the block ends."""
    screen, keyboard = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**environment, "TERM": "xterm-256color", "COLUMNS": "120"},
        stdin=keyboard,
        stdout=keyboard,
        stderr=keyboard,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509  only a system call, before anything else runs
    )
    os.close(keyboard)
    try:
        yield Terminal(process, screen)
    finally:
        process.kill()
        process.wait(PATIENCE)
        os.close(screen)
