"""The flow of a run: list inputs, shards, extract, link, validate, publish. Prefect conducts; the work is in plain
functions.

The flow takes plain values, so that a deployment can carry them, and is complete in itself: whoever calls it (the
command line, a schedule, a test) gets the same run. Results are not kept by Prefect: what is worth keeping is a part
under its content's key.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from prefect import flow
from prefect.artifacts import create_link_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture
from prefect.tasks import Task

from flows import stages
from flows.compute import Compute, each_of, local_compute, shards_in_flight, task_runner
from flows.console import Console, open_console
from flows.extract import Job, engine_for
from flows.groups import Group, make_groups
from flows.inputs.listing import Listed, list_inputs
from flows.link import Places, link
from flows.report import REPORT, write_report
from flows.settings import DEFAULT_OUTPUT, Settings, make_settings
from flows.shards import Shard
from flows.store.contents import Contents, read_contents, release_id, row_counts
from flows.store.host import host_facts
from flows.store.parts import PartStore, ShardReport
from flows.store.release import ReleaseStore
from transforms.base.errors import LiqaError

if TYPE_CHECKING:
    from expectations.records import Audit

P = ParamSpec("P")
R = TypeVar("R")

RETRIES = 2
SHOWN_FAULTS = 10
KEPT_FAULTS = 100
RETRY_SECONDS = (1.0, 5.0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to. `new` is false when the release was there already."""

    release: str
    folder: Path
    new: bool
    rows: dict[str, int]
    totals: stages.Totals
    warnings: tuple[str, ...]


class RefusedError(LiqaError):
    """Validation refused the release; the previous one stays current."""

    def __init__(self, folder: Path, rules: tuple[str, ...]) -> None:
        index = folder / stages.VALIDATION / "index.html"
        super().__init__(f"validation refused the release ({', '.join(rules)}); see {index}")
        self.folder = folder
        self.rules = rules


async def is_passing(_: Task[Any, Any], __: TaskRun, state: State[Any]) -> bool:
    """Whether another try may help: a disk, a network, a lost worker; never the data or the arguments."""
    fault = await state.aresult(raise_on_failure=False)
    return isinstance(fault, OSError | BrokenProcessPool)


def _step(name: str, work: Callable[P, R]) -> Task[P, R]:
    """The work as a task that Prefect retries and does not cache."""
    return Task(
        work,
        name=name,
        retries=RETRIES,
        retry_delay_seconds=list(RETRY_SECONDS),
        retry_condition_fn=is_passing,
        cache_policy=NO_CACHE,
        persist_result=False,
    )


class Sealed:
    """A shard that Prefect and Dask hand on unopened: they would walk through every record of a dataclass."""

    def __init__(self, shard: Shard) -> None:
        self.shard = shard


def extract_shard(compute: Compute, sealed: Sealed) -> ShardReport:
    """One shard, wherever shards are done."""
    return compute.extract(sealed.shard)


list_step = _step("list inputs", list_inputs)
extract_step = _step("extract shard", extract_shard)
link_step = _step("link", link)
audit_step = _step("validate", stages.audit_release)
report_step = _step("report", write_report)
publish_step = _step("publish", ReleaseStore.publish)


@flow(name="liqa", validate_parameters=False, persist_result=False)
def build(
    inputs: list[str] | None = None,
    output: str = DEFAULT_OUTPUT,
    workers: int | None = None,
    cluster: str | None = None,
    lexicon: str | None = None,
    run_date: str | None = None,
    keep: int | None = None,
    texts: bool = True,
) -> Outcome:
    """Articles in, a validated release out. Raises `RefusedError` when validation refuses it."""
    settings = make_settings(inputs or (), output, workers, cluster, lexicon, run_date, keep, texts)
    store = ReleaseStore(settings.output)
    with store.locked(), open_console() as console:
        return _Run(settings, store, console).conduct()


@dataclass(slots=True)
class _Run:
    """One run's way through the stages, with the clock of each."""

    settings: Settings
    store: ReleaseStore
    console: Console
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    seconds: dict[str, float] = field(default_factory=dict)

    def conduct(self) -> Outcome:
        """All stages in order."""
        with self._stage("list inputs"):
            listed: list[Listed] = list_step(self.settings.inputs)
        with self._stage("load engine"):
            job = stages.make_job(self.settings, self.store.parts)
        with self._stage("extract"):
            reports, extracted = self._extract(listed, job)
        totals = stages.totals(reports, extracted)
        self._tell_extraction(totals)
        recipe = stages.recipe((report.key for report in reports), job, self.settings.texts)
        existing = self.store.find_recipe(recipe)
        if existing is not None:
            self.store.point(existing.name)
            return self._outcome(self.store.published(existing.name), False, totals)
        return self._make(make_groups(reports), job, totals, recipe)

    def _make(self, groups: list[Group], job: Job, totals: stages.Totals, recipe: str) -> Outcome:
        """Link the groups and audit what comes of it, then publish or refuse it."""
        staged = self.store.stage()
        made_by = stages.made_by(job)
        with each_of(min(self.settings.workers, len(groups))) as each:
            with self._stage("link"):
                contents = link_step(groups, Places(job.parts, self.store.linked, staged, made_by), each)
            with self._stage("validate"):
                kept = stages.kept_findings(self.store.audited, made_by, contents)
                audit = audit_step(staged, release_id(contents), self._weekdays(), kept, each)
        return self._decide(staged, contents, totals, recipe, audit)

    def _decide(self, staged: Path, contents: Contents, totals: stages.Totals, recipe: str, audit: Audit) -> Outcome:
        """Publish an audited release or refuse it."""
        if not self.settings.texts:
            contents = stages.leave_out_texts(staged)
        release = release_id(contents)
        with self._stage("report"):
            report_step(staged, release, {"release": release, "liqa": version("liqa")})
        stages.describe(staged, release, contents, self._record(recipe, totals, stages.audit_facts(audit)))
        if not audit.passed:
            folder = self.store.refuse(staged, release)
            self._artifacts(folder, row_counts(contents), totals)
            self.console.say(f"REFUSED {release}")
            raise RefusedError(folder, tuple(finding.rule for finding in (*audit.failures, *audit.broken)))
        with self._stage("publish"):
            new = not self.store.published(release).exists()
            folder = publish_step(self.store, staged, release)
        if self.settings.keep is not None:
            self.store.retire(self.settings.keep)
            stages.prune(self.store)
        self._artifacts(folder, row_counts(contents), totals)
        return self._outcome(folder, new, totals, tuple(finding.description for finding in audit.warnings))

    def _weekdays(self) -> Mapping[str, int]:
        return stages.weekday_words(engine_for(self.settings.lexicon).lexicon)

    def _extract(self, listed: list[Listed], job: Job) -> tuple[list[ShardReport], int]:
        """Every shard done, in the order of the inputs: those found, and those extracted now; how many were. Holds a
        bounded number of shards.
        """
        self.console.expect(stages.total_bytes(listed))
        found: dict[int, ShardReport] = {}
        made: dict[int, ShardReport] = {}
        missing = self._missing(listed, job, found)
        first, second = next(missing, None), next(missing, None)
        if first is not None:
            single = second is None and self.settings.cluster is None
            with local_compute(self.settings, job, single) as compute:
                if single:
                    made[first[0]] = self._done(extract_step(compute, Sealed(first[1])))
                else:
                    self._extract_many(chain(filter(None, (first, second)), missing), compute, made)
        return [report for _, report in sorted({**found, **made}.items())], len(made)

    def _missing(self, listed: list[Listed], job: Job, found: dict[int, ShardReport]) -> Iterator[tuple[int, Shard]]:
        """The shards that no part exists for, numbered; the reports of the others are added to `found` on the way."""
        parts = PartStore(job.parts)
        for number, shard in enumerate(stages.plan(listed, job)):
            report = parts.find(shard.key)
            if report is None:
                yield number, shard
            else:
                found[number] = self._done(report)

    def _extract_many(
        self, shards: Iterator[tuple[int, Shard]], compute: Compute, made: dict[int, ShardReport]
    ) -> None:
        """Shards through Prefect's task runner. Every future is consumed, the oldest first."""
        waiting: deque[tuple[int, PrefectFuture[ShardReport]]] = deque()
        most = shards_in_flight(self.settings)
        with task_runner(self.settings) as runner:
            for number, shard in shards:
                future = runner.submit(extract_step, {"compute": compute, "sealed": Sealed(shard)})
                waiting.append((number, future))
                if len(waiting) >= most:
                    self._collect(waiting, made)
            while waiting:
                self._collect(waiting, made)

    def _collect(self, waiting: deque[tuple[int, PrefectFuture[ShardReport]]], made: dict[int, ShardReport]) -> None:
        number, future = waiting.popleft()
        made[number] = self._done(future.result())

    def _done(self, report: ShardReport) -> ShardReport:
        self.console.advance(report.n_bytes, report.documents)
        return report

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        self.console.stage(name)
        yield
        self.seconds[name] = round(time.perf_counter() - began, 3)

    def _tell_extraction(self, totals: stages.Totals) -> None:
        """What came of reading; a fault of the engine is said aloud."""
        shards = f"{totals.shards} shards, {totals.extracted} of them extracted now"
        self.console.say(f"{totals.documents:,} documents in {shards}")
        if totals.rejects:
            listed = ", ".join(f"{number} {reason}" for reason, number in totals.rejects.items())
            self.console.say(f"{sum(totals.rejects.values()):,} records became no document ({listed}): table rejects")
        for fault in totals.faults[:SHOWN_FAULTS]:
            self.console.say(f"THE ENGINE FAILED on {fault}")

    def _record(self, recipe: str, totals: stages.Totals, audit: dict[str, Any]) -> dict[str, Any]:
        """Our own manifest of the run: Prefect's temporary server forgets task runs."""
        return {
            "recipe": recipe,
            "audit": audit,
            "run": {
                "started": self.started.isoformat(timespec="seconds"),
                "finished": datetime.now(UTC).isoformat(timespec="seconds"),
                "run_date": self.settings.run_date.isoformat(),
                "inputs": list(self.settings.inputs),
                "workers": self.settings.workers,
                "cluster": self.settings.cluster,
                "lexicon": str(self.settings.lexicon) if self.settings.lexicon else None,
                "seconds": self.seconds,
                "totals": {**asdict(totals), "faults": totals.faults[:KEPT_FAULTS]},
                "host": host_facts(),
            },
        }

    def _artifacts(self, folder: Path, rows: dict[str, int], totals: stages.Totals) -> None:
        """What Prefect's pages show of the run."""
        table = [{"table": name, "rows": number} for name, number in rows.items()]
        table += [{"table": f"rejects: {reason}", "rows": number} for reason, number in totals.rejects.items()]
        create_table_artifact(key="liqa-counts", table=table, description=f"Rows of {folder.name}")
        for name in (stages.VALIDATION, REPORT):
            page = (folder / name / "index.html").resolve().as_uri()
            create_link_artifact(key=f"liqa-{name}", link=page, link_text=f"{name.capitalize()} of {folder.name}")

    def _outcome(self, folder: Path, new: bool, totals: stages.Totals, warnings: tuple[str, ...] = ()) -> Outcome:
        self.console.say(f"{'published' if new else 'unchanged:'} {folder.name}")
        return Outcome(folder.name, folder, new, row_counts(read_contents(folder)), totals, warnings)
