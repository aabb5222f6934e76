"""The desktop program and its command line. Never imports torch."""
