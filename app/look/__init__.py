"""How the program and its pictures look on the screen."""
