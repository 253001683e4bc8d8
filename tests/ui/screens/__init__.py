"""Each screen on a real register: it shows, acts, refuses."""
