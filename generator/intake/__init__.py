"""A spreadsheet of members → kits: read, understood, checked by the real loader, and laid over what stands there."""
