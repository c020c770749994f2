"""Floor 3: assignments of otter and nbgrader become problems; they are read, and nothing is run."""
