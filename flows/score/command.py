"""The command's face: figures for people or as JSON, then the differences that were asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from flows.score.claims import load_claims
from flows.score.figures import Figures
from flows.score.gold import load_gold
from flows.score.scoring import score
from transforms.base.errors import ReleaseError


def print_score(gold: str, release: str, as_json: bool, show: int) -> int:
    """Print every figure with its denominator. Gives the exit status."""
    golds = load_gold(gold)
    folder = Path(release).expanduser()
    if not folder.is_dir():
        raise ReleaseError(release, "there is no such folder; name a release such as data/current")
    figures = score(golds, load_claims(folder, [document.record_id for document in golds]))
    print(json.dumps(figures.as_fields(), ensure_ascii=False, indent=1) if as_json else "\n".join(lines(figures)))
    for difference in figures.differences[:show]:
        print(difference)
    return 0


def lines(figures: Figures) -> list[str]:
    """One line for each figure."""
    return [_line(name, value) for name, value in figures.as_fields().items()]


def _line(name: str, value: Any) -> str:
    if not isinstance(value, dict):
        return f"{name:40} {value}"
    if "f1" in value:
        counts = f"right {value['tp']}, wrong {value['fp']}, missed {value['fn']}"
        return f"{name:40} P {value['precision']:.3f}  R {value['recall']:.3f}  F1 {value['f1']:.3f}   ({counts})"
    return f"{name:40} {value['ratio']:.3f}   ({value['right']} of {value['of']})"
