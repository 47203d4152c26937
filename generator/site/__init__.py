"""Pages become a staged MkDocs project, a built site, and a verified, published folder."""
