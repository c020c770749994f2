"""Settings for the whole suite."""

from __future__ import annotations

import os

from hypothesis import settings

# The same examples in every run of CI; at home `HYPOTHESIS_PROFILE=default` looks further.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
