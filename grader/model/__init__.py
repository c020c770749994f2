"""Floor 0: the frozen records that every other floor speaks in."""

from grader.model.bank import Bank, Check, Problem
from grader.model.course import Assignment, Course, LatePolicy, Limits
from grader.model.evidence import (
    Component,
    Entries,
    Entry,
    Mark,
    Picture,
    SlopeRow,
    Slopes,
    StepCurve,
)
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
    "Component",
    "Counterexample",
    "Course",
    "Diagnosis",
    "Entries",
    "Entry",
    "Equivalent",
    "Example",
    "Function",
    "HiddenCheck",
    "KeyFile",
    "Late",
    "LatePolicy",
    "Limits",
    "Mark",
    "Mistake",
    "Picture",
    "Prediction",
    "Problem",
    "ProblemFile",
    "ProblemReport",
    "PublicCheck",
    "Report",
    "Sandbox",
    "SlopeRow",
    "Slopes",
    "SourceFile",
    "Status",
    "StepCurve",
    "Submission",
]
