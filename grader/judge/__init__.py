"""Floor 2: runs a bank's checks on a submission, through pytest, and makes the Report.

`judge` is the way in. `plugin` and `session` are all that touch pytest, `expect` is what checks
are written with, `outcomes` turns what a check raised into a status and words for the student.
"""
