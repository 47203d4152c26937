"""What becomes public about one advisor, and where, so that the advisor can agree to it."""
