"""One kit with everything shared, and the pieces that several printables set from it."""
