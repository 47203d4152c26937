"""What goes wrong around the program: kills, full disks, files that vanish, clocks that jump."""
