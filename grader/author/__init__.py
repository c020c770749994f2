"""Floor 3: what an author uses to know that a problem is right."""
