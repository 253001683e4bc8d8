"""The window: its parts, its screens, and what every screen must show."""
