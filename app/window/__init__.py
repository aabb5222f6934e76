"""Panels and dialogs that know the studio."""
