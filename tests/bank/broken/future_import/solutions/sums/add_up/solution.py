from __future__ import annotations


def add_up(numbers, start=0.0):
    total = start
    for number in numbers:
        total = total + float(number)
    return total
