"""Numerical judgement: closeness, measured gradients, stability, draws, values as text.

Nothing here knows of pytest, sandboxes or checks.
"""
