"""The stages of a run as plain functions, in their order: plan, link, identify, audit, finish. Prefect's tasks only
call these.

Each takes records and returns records or paths; state between them is on disk. None imports Prefect; Great
Expectations and DuckDB are loaded by the stages that need them.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.compute import Each
from flows.extract import Job, engine_for
from flows.fingerprint import publication_fingerprint
from flows.inputs.listing import Listed
from flows.inputs.raw import Limits, Source
from flows.inputs.reading import read_records
from flows.link import KEPT_SUFFIX
from flows.settings import Settings
from flows.shards import Shard, Sizes, make_shards
from flows.store.contents import Contents, read_contents
from flows.store.files import write_json
from flows.store.kept import KeptFiles
from flows.store.parts import PartStore, ShardReport
from flows.store.release import PACKAGE, ReleaseStore
from transforms.lexicon import Lexicon
from transforms.lexicon.calendar import CalendarWord
from transforms.schema.codebook import codebook
from transforms.schema.package import ReleaseFacts, data_package

if TYPE_CHECKING:
    from expectations.kept import Kept
    from expectations.records import Audit

TEXTS = "texts"
VALIDATION = "validation"
AUDITED = ".audited"
CODEBOOK = "codebook.md"
HEH, TEH_MARBUTA = "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER TEH MARBUTA}"


@dataclass(frozen=True, slots=True)
class Totals:
    """What all shards together gave."""

    shards: int
    extracted: int
    documents: int
    n_bytes: int
    rejects: dict[str, int]
    faults: tuple[str, ...]
    seconds: float


def make_job(settings: Settings, parts: Path) -> Job:
    """What every worker must know. Loads the lexicon and the engine, which refuses a lexicon that cannot stand."""
    return Job(parts.resolve(), settings.lexicon, engine_for(settings.lexicon).fingerprint, Limits())


def total_bytes(listed: Iterable[Listed]) -> int | None:
    """The size of all inputs together, None when an address does not tell, or packs its bytes."""
    sources = [item for item in listed if isinstance(item, Source)]
    if any(source.size is None or source.compression for source in sources):
        return None
    return sum(source.size or 0 for source in sources)


def plan(listed: Iterable[Listed], job: Job, sizes: Sizes | None = None) -> Iterator[Shard]:
    """The inputs as shards, one at a time."""
    return make_shards(read_records(listed, job.limits), job.fingerprint, sizes or Sizes())


def totals(reports: Sequence[ShardReport], extracted: int) -> Totals:
    """Sums over the shards' reports."""
    rejects: Counter[str] = Counter()
    for report in reports:
        rejects.update(report.rejects)
    return Totals(
        shards=len(reports),
        extracted=extracted,
        documents=sum(report.documents for report in reports),
        n_bytes=sum(report.n_bytes for report in reports),
        rejects=dict(sorted(rejects.items())),
        faults=tuple(fault for report in reports for fault in report.faults),
        seconds=round(sum(report.seconds for report in reports), 3),
    )


def recipe(keys: Iterable[str], job: Job, texts: bool) -> str:
    """What a release is made of: equal recipes give equal releases, so the second need not be made."""
    return sha256("\x1f".join((made_by(job), str(texts), *sorted(keys))).encode()).hexdigest()


def made_by(job: Job) -> str:
    """What stands for all code, words and libraries that shape a release: what is kept under it is as good as new."""
    return publication_fingerprint(job.fingerprint)


def leave_out_texts(staged: Path) -> Contents:
    """Take the texts out of a staged release that was audited with them."""
    shutil.rmtree(staged / TEXTS)
    return read_contents(staged)


def weekday_words(lexicon: Lexicon) -> Mapping[str, int]:
    """The words for weekdays, for the check that a day agrees with its weekday word.

    The lexicon holds them folded; the audit folds less, so a last letter may also be what folding made it from.
    """
    found: dict[str, int] = {}
    for entry in lexicon.entries:
        if isinstance(entry.payload, CalendarWord) and entry.payload.kind == "weekday":
            word = " ".join(entry.words)
            found[word] = entry.payload.value
            found[re.sub(f"{HEH}$", TEH_MARBUTA, word)] = entry.payload.value
    return found


def kept_findings(folder: Path, recipe: str, contents: Contents) -> Kept:
    """What earlier audits found about the files of a release."""
    from expectations.kept import Kept

    digests = {file.path: file.sha256 for files in contents.values() for file in files}
    return Kept(KeptFiles(folder, AUDITED), recipe, digests)


def audit_release(
    staged: Path, title: str, weekdays: Mapping[str, int], kept: Kept | None = None, each: Each = map
) -> Audit:
    """Every check on a staged release; its documents are written beside the tables."""
    from expectations.checkpoint import audit

    return audit(staged, staged / VALIDATION, weekdays=weekdays, title=title, kept=kept, each=each)


def prune(store: ReleaseStore) -> None:
    """Remove what was kept and no kept release needs."""
    since = store.oldest_start()
    PartStore(store.parts).prune(since)
    KeptFiles(store.linked, KEPT_SUFFIX).prune(since)
    KeptFiles(store.audited, AUDITED).prune(since)


def audit_facts(audit: Audit) -> dict[str, Any]:
    """What the package says of the audit."""
    return {
        "passed": audit.passed,
        "checks": audit.n_checks,
        "failures": [finding.rule for finding in audit.failures],
        "warnings": [finding.rule for finding in audit.warnings],
        "broken": [finding.rule for finding in audit.broken],
        "skipped": list(audit.skipped),
    }


def describe(staged: Path, release: str, contents: Contents, facts: Mapping[str, Any]) -> None:
    """Write what tells people and programs about a release: the codebook and the package descriptor."""
    (staged / CODEBOOK).write_text(codebook(version("liqa")), "utf-8")
    told = ReleaseFacts(release, version("liqa"), datetime.now(UTC).isoformat(timespec="seconds"), facts)
    write_json(staged / PACKAGE, data_package(told, contents))
