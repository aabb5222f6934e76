"""The engine in its thread."""
