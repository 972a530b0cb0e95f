"""Who is named in an article, what they are, whom they stand for: phrases, mentions and the cast of one document."""
