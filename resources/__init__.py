"""Files the program ships with: networks, starter styles, sample photos, icons."""
