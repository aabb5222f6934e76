"""From a recipe to events: the canvas, scale by scale and step by step."""
