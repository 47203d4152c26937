"""Vertrouwenskit: one YAML file per organisation becomes a microsite (and, later, printables)."""

__version__ = "0.1.0"
