"""The lexicon: files of Arabic words with a source or note each, their models, loading, validation, and the scan over
a page.

`load_lexicon` is the one place in `transforms` that opens files (its own data, and a folder of the user's).
"""

from transforms.lexicon.loading import Lexicon, load_lexicon

__all__ = ["Lexicon", "load_lexicon"]
