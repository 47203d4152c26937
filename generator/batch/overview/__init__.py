"""What an association sees of all its kits: a page, a report for programs, and a list for a spreadsheet."""

from generator.batch.overview.write import write_overview

__all__ = ["write_overview"]
