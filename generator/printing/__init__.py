"""Kit and wegwijzer become posters, cards and sheets: a layout of boxes is computed first, and drawn afterwards."""
