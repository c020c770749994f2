"""What the figures of statements are drawn with, by a script beside each."""
