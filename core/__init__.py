"""The style-transfer engine: recipes in, events and pictures out. Knows nothing of Qt."""
