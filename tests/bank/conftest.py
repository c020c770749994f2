"""Banks are data here: their own test files belong to them, not to this suite."""

collect_ignore = ["base", "broken", "variants"]
