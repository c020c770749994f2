"""Floor 0: the frozen records that every other floor speaks in."""

from grader.model.bank import Bank, Check, Problem
from grader.model.course import Assignment, Course, LatePolicy, Limits
from grader.model.problem import (
    Equivalent,
    Example,
    Function,
    HiddenCheck,
    KeyFile,
    Mistake,
    Prediction,
    ProblemFile,
    PublicCheck,
)
from grader.model.report import (
    CheckReport,
    Counterexample,
    Diagnosis,
    Late,
    ProblemReport,
    Report,
    Sandbox,
    Status,
)
from grader.model.submission import Chunk, SourceFile, Submission

__all__ = [
    "Assignment",
    "Bank",
    "Check",
    "CheckReport",
    "Chunk",
    "Counterexample",
    "Course",
    "Diagnosis",
    "Equivalent",
    "Example",
    "Function",
    "HiddenCheck",
    "KeyFile",
    "Late",
    "LatePolicy",
    "Limits",
    "Mistake",
    "Prediction",
    "Problem",
    "ProblemFile",
    "ProblemReport",
    "PublicCheck",
    "Report",
    "Sandbox",
    "SourceFile",
    "Status",
    "Submission",
]
