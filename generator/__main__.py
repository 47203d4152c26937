"""``python -m generator`` does what the command ``vertrouwenskit`` does."""

from __future__ import annotations

import sys

from generator.cli import main

if __name__ == "__main__":
    sys.exit(main())
