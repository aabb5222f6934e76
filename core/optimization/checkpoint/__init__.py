"""A run on the disk: written while it goes on, and gone on from after it was interrupted."""
