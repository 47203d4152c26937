"""Disks of a test's own: one of a few kilobytes, one that can only be read, and another one than that of the kits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

#: What root is allowed that nobody else is: to write where the rights say no. Dropped, root is like anybody.
_AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner")


@contextmanager
def disk(place: Path, options: str) -> Iterator[Path]:
    """Mount a disk in memory (tmpfs) at ``place``; skips the test where that is not allowed."""
    place.mkdir(parents=True, exist_ok=True)
    command = shutil.which("mount")
    if os.geteuid() != 0 or command is None:
        pytest.skip("only root may mount a disk")
    done = subprocess.run(
        [command, "-t", "tmpfs", "-o", options, "vertrouwenskit", place], capture_output=True, check=False
    )
    if done.returncode != 0:
        pytest.skip("no disk may be mounted here, as in a container without that right")
    try:
        yield place
    finally:
        subprocess.run([shutil.which("umount") or "umount", place], check=True)


def remount(place: Path, options: str) -> None:
    """Give a disk of ours more room, or other rights."""
    subprocess.run([shutil.which("mount") or "mount", "-o", f"remount,{options}", place], check=True)


def as_anybody() -> list[str]:
    """Return what stands before a command so that rights hold for it; skips the test if root can't lose its own."""
    if os.geteuid() != 0:
        return []
    command = shutil.which(_AS_ANYBODY[0])
    if command is None or sys.platform != "linux":
        pytest.skip("for root no right is refused")
    return [command, *_AS_ANYBODY[1:]]
