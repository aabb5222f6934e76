"""How long a picture will take, and how much memory."""
