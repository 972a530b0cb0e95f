"""The audit of a release: Great Expectations suites generated from the schema and written by hand."""
