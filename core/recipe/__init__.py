"""What to paint: frozen values and their JSON."""
