"""The finished pictures: found, known, named and rated. Without Qt; all of it reads files, and takes its time."""
