"""Other machines: other languages, folders, disks and terminals than where this was written."""
