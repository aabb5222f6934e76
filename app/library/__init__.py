"""Pictures on disk: bundled ones, and where painted ones go."""
