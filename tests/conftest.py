"""For all tests: property tests draw the same examples in every run, so that a gate says the same twice."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
