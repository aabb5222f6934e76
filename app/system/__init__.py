"""This computer and its user's folders."""
