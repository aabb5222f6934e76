"""The painted canvas becomes the picture that is delivered."""
