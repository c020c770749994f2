"""Where things are in a zip for an autograder; what packs it and what runs in it must agree."""

FOLDER = "nabla"  # one folder: a student's file of the same name cannot take the place of a part
PLUGIN = "grader.export.otter.plugin.NablaPlugin"
