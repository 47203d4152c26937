"""The shared texts and one kit become pages: Markdown for the engine, with every value of the kit as plain text."""
