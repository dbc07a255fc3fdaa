"""The desktop faces: tray, windows, notifications, settings."""
