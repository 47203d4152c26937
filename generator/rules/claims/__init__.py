"""Claims that no own text may make, whatever the wording around them."""
