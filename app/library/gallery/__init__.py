"""The finished pictures: found, known, named and rated. None of it needs Qt; all of it reads files and takes its time."""
