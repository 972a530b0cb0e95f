"""What is on disk: parts, staged and published releases, their package metadata, their differences."""
