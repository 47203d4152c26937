"""Reading a kit: text → tree with positions → layers merged → validated values, or all findings at once."""
