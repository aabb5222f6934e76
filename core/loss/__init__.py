"""How far a canvas is from what it should become, and in which direction that lies."""
