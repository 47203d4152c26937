"""Where each value of a kit comes from: its layer, file and line, and what it took the place of."""
