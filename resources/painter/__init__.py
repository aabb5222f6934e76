"""Paints the starter styles: invented scenes in invented hands, from a seed, with numpy and Pillow alone."""
