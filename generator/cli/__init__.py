"""The command line: ``vertrouwenskit new | check | build | serve | schema``."""

from generator.cli.app import main

__all__ = ["main"]
