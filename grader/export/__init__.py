"""Floor 3: what other systems are given. otter is imported here and nowhere else."""
