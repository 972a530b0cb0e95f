"""From a document's text to a page: folded text with a way back, words, lines, zones and sentences. Knows no
lexicon."""
