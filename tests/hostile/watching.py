"""What a process did to the file system and the network, from a log of its system calls (strace)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

#: One call: its name, its arguments, what it returned, and of a file the path that was opened once every link was
#: followed. A call that another process interrupted stands on two lines.
_CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+|\?)(?:<(/[^>]*)>)?")
_HALF = re.compile(r"^(\d+)\s+(\w+)\((.*) <unfinished \.\.\.>$")
_REST = re.compile(r"^(\d+)\s+<\.\.\. \w+ resumed>(.*)$")
#: A path in the arguments, with the folder that it starts from (``-y`` writes that behind its number).
_PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<(?P<base>[^>]*)>, )?"(?P<path>(?:[^"\\]|\\.)*)"')
_OPENS = {"open", "openat", "openat2", "creat"}
_CHANGES = {
    *(
        "mkdir",
        "mkdirat",
        "rmdir",
        "unlink",
        "unlinkat",
        "rename",
        "renameat",
        "renameat2",
        "link",
        "linkat",
        "symlink",
    ),
    *("symlinkat", "chmod", "fchmodat", "chown", "lchown", "fchownat", "truncate", "utime", "utimes", "utimensat"),
    *("mknod", "mknodat", "setxattr", "lsetxattr", "removexattr", "mount", "umount2", "chroot", "pivot_root"),
}
_CONTACTS = {"connect", "sendto", "sendmsg", "sendmmsg", "bind", "listen"}


@dataclass
class Seen:
    """``read`` and ``written`` are absolute paths, each as it was asked for and as it was opened, behind any link.

    ``run`` are programs; ``reached`` are calls to a network.
    """

    code: int
    read: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    run: list[str] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)


def watched(arguments: list[str], cwd: Path, environment: dict[str, str], log: Path) -> Seen:
    """Run the command line under strace and return what it did."""
    command = [
        "strace",
        "-f",
        "-y",
        "-qq",
        "-s",
        "4096",
        "-e",
        "trace=%file,%network",
        "-e",
        "signal=none",
        "-o",
        str(log),
    ]
    done = subprocess.run(
        [*command, sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=300,
        check=False,
    )
    seen = Seen(done.returncode)
    note(seen, log.read_text(encoding="utf-8", errors="replace"), cwd)
    return seen


def note(seen: Seen, log: str, cwd: Path) -> None:
    """Note all that a log tells."""
    for call in calls(log):
        _note(seen, call, cwd)


class Call(NamedTuple):
    """A system call: its result (-1 for an error), and the file that was opened, if any."""

    name: str
    arguments: str
    result: int
    opened: str


def calls(log: str) -> list[Call]:
    """Return every call of a log."""
    found = []
    halves: dict[str, str] = {}
    for line in log.splitlines():
        half, rest = _HALF.match(line), _REST.match(line)
        if half:
            halves[half[1]] = f"{half[1]} {half[2]}({half[3]}"
            continue
        match = _CALL.match(halves.pop(rest[1], "") + rest[2] if rest else line)
        if match:
            result = int(match[3]) if match[3] != "?" else -1
            found.append(Call(match[1], match[2], result, match[4] or ""))
    return found


def _note(seen: Seen, call: Call, cwd: Path) -> None:
    name, arguments, result, opened = call
    paths = [_absolute(match, cwd) for match in _PATH.finditer(arguments)]
    if name.startswith("execve"):
        seen.run.append(paths[0])
    elif (name in _CONTACTS or name == "socket") and "AF_UNIX" not in arguments:
        seen.reached.append(f"{name}({arguments})")
    elif result >= 0 and name in _OPENS:
        changes = re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", arguments)
        # A process that looks at itself is told its own number.
        behind = [_decoded(opened)] if opened and not paths[0].startswith("/proc/self/") else []
        (seen.written if changes else seen.read).update([*paths[:1], *behind])
    elif result >= 0 and name in _CHANGES:
        seen.written.update(paths)


def _absolute(match: re.Match[str], cwd: Path) -> str:
    return os.path.normpath(Path(match["base"] or cwd) / _decoded(match["path"]))


def _decoded(path: str) -> str:
    """Return a path as it is, of which strace writes bytes beyond ASCII as numbers."""
    return path.encode("latin-1", "replace").decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
