"""Nabla: an exercise bank and grader for the mathematics that neural networks rest on."""

NAME = "nabla-grader"  # as installers know it
__version__ = "0.1.0"
