"""Floor 3: a class of submissions, graded by one judge a core."""
