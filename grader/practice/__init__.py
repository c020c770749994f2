"""Floor 3: what a student does beside the checks: predictions before the code, and hints."""
