"""A layout becomes a tagged PDF; only this package knows the inside of reportlab."""
