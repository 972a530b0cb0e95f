"""What every layer shares: errors, spans, codes, frozen records, content ids. Imports nothing of ours."""
