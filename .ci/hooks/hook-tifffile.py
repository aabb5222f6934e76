"""tifffile without what it can do for scientists: it imports these only when they are asked for."""

from __future__ import annotations

excludedimports = ["dask", "fsspec", "kerchunk", "lxml", "matplotlib", "xarray", "zarr"]
