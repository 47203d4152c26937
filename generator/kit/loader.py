"""Read one kit."""

from generator.kit.shared import SharedIds

__all__ = ["SharedIds"]
