"""The program's sentences. No Qt."""
