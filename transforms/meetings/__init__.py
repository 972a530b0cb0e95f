"""From triggers, phrases and dates to reports: one per occasion, every candidate with its reason."""
