"""The program that draws one SVG, run as a process of its own: the library that draws ends its process where it can't.

It is told as JSON what to draw, and answers with a PNG. Nothing of this package is imported: it starts in no time.
"""

from __future__ import annotations

import contextlib
import json
import sys


def bind(seconds: int, memory: int) -> None:
    """Let the system end this process after so many seconds of work, or when it asks for so many bytes."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; who started this waits no longer than is sensible
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):  # macOS bounds no memory
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def main() -> None:
    """Draw what is asked for on standard input; the first argument is the folder of the library that draws."""
    sys.path.append(sys.argv[1])
    asked = json.load(sys.stdin.buffer)
    bind(asked["seconds"], asked["memory"])
    import resvg_py

    sys.stdout.buffer.write(bytes(resvg_py.svg_to_bytes(**asked["drawing"])))


if __name__ == "__main__":
    main()
