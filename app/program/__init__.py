"""Putting the program together, its start and its end."""
