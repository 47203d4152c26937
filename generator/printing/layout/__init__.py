"""What a sheet consists of: places, letters, words, and boxes in reading order; nothing here knows a kit."""
