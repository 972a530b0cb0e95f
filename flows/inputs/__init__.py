"""Addresses in, documents out: listing, opening, splitting into raw records, parsing. Bad data becomes a reject,
never an error.
"""
