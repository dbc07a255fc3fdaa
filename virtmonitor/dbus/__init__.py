"""The engine on the session bus."""
