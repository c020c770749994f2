"""The zip that the stock otter runs, with a plugin of ours in it."""
