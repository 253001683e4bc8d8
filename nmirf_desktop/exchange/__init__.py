"""Bytes in, rows with reasons out; values in, bytes out."""
