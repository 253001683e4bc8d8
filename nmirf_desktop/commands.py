"""The words that make a command line; what is none of them is a register to open in the window."""

COMMANDS = frozenset({"new", "sample", "export", "import", "tally", "check", "verify", "archive"})
