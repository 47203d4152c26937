"""Sheets for the wall: all advisors, one advisor, strips to tear off, misunderstandings; in three designs."""
