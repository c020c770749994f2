"""Nabla: an exercise bank and grader for the mathematics that neural networks rest on."""

__version__ = "0.1.0"
