"""`liqa validate`: audit a release that already exists, and hold its files against its descriptor. The release is not
changed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from flows.extract import engine_for
from flows.stages import weekday_words
from flows.store.release import damage, release_folder
from transforms.base.errors import ArgumentError

REFUSED = 1


def validate_release(release: str, docs: str | None) -> int:
    """Audit, tell, and give the exit status."""
    from expectations.checkpoint import audit

    folder = release_folder(release)
    pages = _docs_folder(docs)
    faults = damage(folder)
    found = audit(folder, pages, weekdays=weekday_words(engine_for(None).lexicon), title=folder.resolve().name)
    for fault in faults:
        print(f"damaged: {fault}")
    for kind, findings in (("failed", found.failures), ("broken", found.broken), ("warning", found.warnings)):
        for finding in findings:
            print(f"{kind}: {finding.table}: {finding.description} ({finding.n_rows} rows)")
    passed = found.passed and not faults
    print(f"{'passed' if passed else 'REFUSED'}: {found.n_checks} checks; {found.index}")
    return 0 if passed else REFUSED


def _docs_folder(value: str | None) -> Path:
    """Where the pages go. An existing folder must be empty or hold such pages: the audit replaces all it holds."""
    if value is None:
        return Path(tempfile.mkdtemp(prefix="liqa-validation-"))
    folder = Path(value).expanduser()
    if folder.exists() and not folder.is_dir():
        raise ArgumentError(f"--docs {value} is a file; name a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "index.html").exists():
        raise ArgumentError(f"--docs {value} holds other files, which the pages would replace; name a new folder")
    return folder
