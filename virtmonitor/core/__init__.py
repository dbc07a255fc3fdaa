"""What a domain is and what can be done with it. Imports neither Qt nor libvirt."""
