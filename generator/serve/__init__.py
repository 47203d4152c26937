"""A site on this computer alone, built again at every saved change; the browser follows by itself."""
