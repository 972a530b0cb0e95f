"""The audit of a release: Great Expectations suites generated from the schema and written by hand.

Importing this package imports no Great Expectations; `audit` does, because that takes seconds.
"""

from expectations.checkpoint import audit
from expectations.records import Audit, Finding, Verdict

__all__ = ["Audit", "Finding", "Verdict", "audit"]
