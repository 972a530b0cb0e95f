"""The pure part of Liqa: from a document's text to its rows. No file, clock, network or environment in here."""
