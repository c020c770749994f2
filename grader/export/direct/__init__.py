"""The zip that needs no otter: set-up, run and results in Gradescope's own form."""
