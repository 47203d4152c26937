"""Sheets to hand out or to work with: the new-hire sheet, cards, the hanging plan."""
