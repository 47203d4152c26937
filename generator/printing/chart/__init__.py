"""The wegwijzer on paper: its rows as a table, as a list in large print, and as a poster."""
