"""The `liqa` command: its arguments, its exit status, its one-line errors. Each command loads only what it needs.

Exit status: 0 done; 1 validation refused (or, for `diff`, the releases differ); 2 bad arguments or an input that
cannot be read as a whole; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Annotated, NoReturn

import typer

from flows.settings import DEFAULT_OUTPUT
from transforms.base.errors import LiqaError

BAD_ARGUMENTS = 2
INTERRUPTED = 130

app = typer.Typer(
    name="liqa",
    help="Arabic news articles in, a validated dataset of diplomatic meetings out.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INPUT]...", help="Files, folders, globs or fsspec URLs.  [default: seeds/]", show_default=False
    ),
]
Output = Annotated[str, typer.Option(metavar="DIR", help="Where releases, parts and Prefect's state are kept.")]
Workers = Annotated[
    int | None,
    typer.Option(metavar="N", help="Processes on this machine.  [default: one per processor]", show_default=False),
]
Cluster = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="A Dask scheduler, such as tcp://127.0.0.1:8786, to do the shards."),
]
LexiconFolder = Annotated[
    str | None, typer.Option("--lexicon", metavar="DIR", help="Your own lexicon files, beside ours.")
]
RunDate = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD", help="The day the release is noted under.  [default: today]", show_default=False
    ),
]
Keep = Annotated[int | None, typer.Option(metavar="N", help="Remove all but the N newest releases after publishing.")]
WithoutTexts = Annotated[bool, typer.Option("--without-texts", help="Leave the table of texts out of the release.")]


def main() -> None:
    """The console script."""
    app()


def _finish(work: Callable[[], int]) -> NoReturn:
    """Run a command's work; every error that we raise on purpose becomes one line and an exit status."""
    try:
        status = work()
    except LiqaError as fault:
        print(f"liqa: {fault}", file=sys.stderr)
        status = BAD_ARGUMENTS
    except KeyboardInterrupt:
        print("liqa: interrupted", file=sys.stderr)
        status = INTERRUPTED
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except OSError as fault:  # a full disk, a folder taken away
        print(f"liqa: {fault}", file=sys.stderr)
        status = BAD_ARGUMENTS
    raise typer.Exit(status)


@app.command()
def run(
    inputs: Inputs = None,
    output: Output = DEFAULT_OUTPUT,
    workers: Workers = None,
    cluster: Cluster = None,
    lexicon: LexiconFolder = None,
    run_date: RunDate = None,
    keep: Keep = None,
    without_texts: WithoutTexts = False,
) -> None:
    """Read articles, extract their meetings, publish a release if it passes its checks."""

    def work() -> int:
        from flows.launch import launch
        from flows.settings import make_settings

        return launch(make_settings(inputs or (), output, workers, cluster, lexicon, run_date, keep, not without_texts))

    _finish(work)


@app.command()
def serve(
    *,
    cron: Annotated[str, typer.Option(metavar="CRON", help='When to run, such as "0 6 * * *".')],
    inputs: Inputs = None,
    output: Output = DEFAULT_OUTPUT,
    workers: Workers = None,
    cluster: Cluster = None,
    lexicon: LexiconFolder = None,
    keep: Keep = None,
    without_texts: WithoutTexts = False,
    timezone: Annotated[str, typer.Option(metavar="ZONE", help="The time zone of CRON.")] = "UTC",
    port: Annotated[int, typer.Option(metavar="PORT", help="Where Prefect's pages are served; 0 takes any.")] = 4200,
) -> None:
    """Do the same run on a schedule, until interrupted."""

    def work() -> int:
        from flows.schedule import serve_schedule
        from flows.settings import make_settings

        settings = make_settings(inputs or (), output, workers, cluster, lexicon, None, keep, not without_texts)
        return serve_schedule(settings, cron, timezone, port)

    _finish(work)


@app.command()
def score(
    gold: Annotated[str, typer.Argument(metavar="GOLD_DIR", help="Hand annotations: one JSON file per article.")],
    release: Annotated[str, typer.Argument(metavar="RELEASE_DIR", help="A release, such as data/current.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    show: Annotated[int, typer.Option(metavar="N", min=0, help="Print the first N differences too.")] = 0,
) -> None:
    """Measure a release against hand annotations."""

    def work() -> int:
        from flows.score.command import print_score

        return print_score(gold, release, as_json, show)

    _finish(work)


@app.command()
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article, or a file of records.")],
    record: Annotated[int, typer.Option(metavar="N", min=0, help="Which record of the file, counted from 0.")] = 0,
    html: Annotated[str | None, typer.Option(metavar="PAGE", help="Write it as a page instead.")] = None,
    lexicon: LexiconFolder = None,
) -> None:
    """Show one document's way through the engine."""

    def work() -> int:
        from flows.explain import print_explanation
        from flows.settings import lexicon_folder

        return print_explanation(file, lexicon_folder(lexicon), record, html)

    _finish(work)


@app.command()
def dates(
    file: Annotated[str | None, typer.Argument(metavar="[FILE]", help="A text.  [default: standard input]")] = None,
    reference: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The day relative words count from.")
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="FILE holds records with `text` and `reference`.")] = False,
    lexicon: LexiconFolder = None,
) -> None:
    """Print the date expressions of a text, one JSON object a line."""

    def work() -> int:
        from flows.dates import print_dates
        from flows.settings import lexicon_folder, parse_day

        return print_dates(file, parse_day("--reference", reference), jsonl, lexicon_folder(lexicon))

    _finish(work)


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="RELEASE", help="The earlier release.")],
    new: Annotated[str, typer.Argument(metavar="RELEASE", help="The later release.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the changes as JSON.")] = False,
    show: Annotated[int, typer.Option(metavar="N", min=0, help="How many changed rows to print per table.")] = 5,
) -> None:
    """Show what changed between two releases. Exit status 0 if nothing did, 1 if something did."""

    def work() -> int:
        from flows.store.diff import print_diff

        return print_diff(old, new, as_json, show)

    _finish(work)


@app.command()
def validate(
    release: Annotated[str, typer.Argument(metavar="RELEASE_DIR", help="A release, such as data/current.")],
    docs: Annotated[
        str | None,
        typer.Option(
            metavar="DIR", help="Where to write the pages.  [default: a new temporary folder]", show_default=False
        ),
    ] = None,
) -> None:
    """Audit a release that already exists. It is not changed. Exit status 1 if it does not pass."""

    def work() -> int:
        from flows.validate import validate_release

        return validate_release(release, docs)

    _finish(work)


if __name__ == "__main__":
    main()
