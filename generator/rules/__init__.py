"""Is a valid kit also right for the people who read it? The profession's own norms, one small function a rule."""
