"""The folder in which a command runs, as for the tests of the command line."""

from __future__ import annotations

from tests.cli.conftest import cli, folder

__all__ = ["cli", "folder"]
