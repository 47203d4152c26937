"""Many kits in one run: what must be built again, who builds it, and what is told about all of them."""
