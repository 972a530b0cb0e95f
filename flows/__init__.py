"""Prefect flows, all input and output, and the command line: the only importer of Prefect, Dask and fsspec."""
