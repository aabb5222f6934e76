"""What this computer has: devices, memory, threads, room on the disk."""
