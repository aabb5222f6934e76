"""What the window works on. No widgets."""
