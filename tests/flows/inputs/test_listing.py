"""What a person may name as input, and what is refused before any work."""

from __future__ import annotations

import os
from pathlib import Path

import fsspec
import pytest

from flows.inputs import listing
from flows.inputs.listing import check_inputs, list_inputs
from flows.inputs.raw import Source
from transforms.base.codes import RejectReason
from transforms.base.errors import InputError
from transforms.base.records import Reject


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with articles, a subfolder, and things that are no articles."""
    monkeypatch.chdir(tmp_path)
    for name in ("in/b.txt", "in/a.txt", "in/deep/c.jsonl.gz", "in/.hidden.txt", "in/notes.md", "other/d.ndjson"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words", "utf-8")
    return tmp_path


def uris(*inputs: str) -> list[str]:
    """The addresses of what can be read."""
    return [item.uri for item in list_inputs(inputs) if isinstance(item, Source)]


@pytest.mark.usefixtures("folder")
class TestWhatCanBeNamed:
    def test_a_file(self) -> None:
        assert list_inputs(["in/a.txt"]) == [Source("in/a.txt", "in/a.txt", "text", None, 5)]

    def test_a_folder_with_all_below_it(self) -> None:
        assert uris("in") == ["in/a.txt", "in/b.txt", "in/deep/c.jsonl.gz"]

    @pytest.mark.parametrize("written", ["./in/", "in//", "other/../in"])
    def test_addresses_do_not_depend_on_how_a_path_is_written(self, written: str) -> None:
        assert uris(written) == uris("in")

    def test_a_glob(self) -> None:
        assert uris("in/*.txt") == ["in/a.txt", "in/b.txt"]

    def test_a_glob_over_folders(self) -> None:
        assert uris("in/**/*.gz") == ["in/deep/c.jsonl.gz"]
        assert uris("*") == ["in/a.txt", "in/b.txt", "in/deep/c.jsonl.gz", "other/d.ndjson"]

    def test_a_file_whose_name_looks_like_a_glob(self) -> None:
        Path("in/[1].txt").write_text("words", "utf-8")
        assert uris("in/[1].txt") == ["in/[1].txt"]

    def test_several_in_any_order_each_once(self) -> None:
        assert uris("other", "in", "in/a.txt") == uris("in/*.txt", "in", "other") == sorted(uris("in", "other"))

    def test_compression_and_format(self) -> None:
        (found,) = list_inputs(["in/deep"])
        assert isinstance(found, Source)
        assert (found.format, found.compression, found.stem) == ("records", "gzip", "c")

    def test_a_file_without_reader_in_a_folder_is_a_reject(self) -> None:
        (reject,) = [item for item in list_inputs(["in"]) if isinstance(item, Reject)]
        assert (reject.source_uri, reject.reason) == ("in/notes.md", RejectReason.UNSUPPORTED)
        assert ".md" in reject.detail

    def test_hidden_files_are_not_looked_at(self) -> None:
        assert not [item for item in list_inputs(["in"]) if "hidden" in repr(item)]

    def test_a_pipe_is_not_opened(self) -> None:
        os.mkfifo("in/pipe.txt")
        (reject,) = [item for item in list_inputs(["in"]) if isinstance(item, Reject) and "pipe" in item.source_uri]
        assert reject.reason == RejectReason.UNREADABLE

    def test_a_link_in_a_circle_ends(self) -> None:
        os.symlink("..", "in/deep/up")
        assert uris("in") == ["in/a.txt", "in/b.txt", "in/deep/c.jsonl.gz"]

    def test_a_link_to_a_file_counts_once(self) -> None:
        os.symlink("a.txt", "in/z.txt")
        assert uris("in") == ["in/a.txt", "in/b.txt", "in/deep/c.jsonl.gz"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("argument", "told"),
    [
        ("nowhere", "no such file or folder"),
        ("in/nowhere.txt", "no such file or folder"),
        ("in/*.html", "no file matches"),
        ("in/notes.md", "no reader for this kind of file; readable are .htm"),
        ("empty", "no readable file in this folder"),
        ("", "an empty address"),
    ],
)
def test_what_is_refused_before_any_work(argument: str, told: str) -> None:
    Path("empty").mkdir()
    Path("empty/image.png").write_bytes(b"x")
    for look in (list_inputs, check_inputs):
        with pytest.raises(InputError, match=told.replace(".", r"\.")):
            look([argument])


def test_default_is_seeds_here_before_seeds_of_the_checkout(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = folder / "checkout"
    (checkout / "seeds").mkdir(parents=True)
    (checkout / "seeds/s.txt").write_text("words", "utf-8")
    monkeypatch.setattr(listing, "CHECKOUT", checkout)
    assert list_inputs([]) == [Source("seeds/s.txt", str(checkout / "seeds/s.txt"), "text", None, 5)]
    (folder / "seeds").mkdir()
    (folder / "seeds/own.txt").write_text("words", "utf-8")
    assert uris() == ["seeds/own.txt"]


@pytest.mark.usefixtures("folder")
def test_a_folder_that_cannot_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def closed(path: Path) -> object:
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(listing.os, "scandir", closed)
    rejects = {item.source_uri: item.reason for item in list_inputs(["in"]) if isinstance(item, Reject)}
    assert rejects["in/deep"] == RejectReason.UNREADABLE
    with pytest.raises(InputError, match="cannot be read: Permission denied"):
        list_inputs(["in/deep"])


class TestAddresses:
    @pytest.fixture(autouse=True)
    def memory(self) -> None:
        filesystem = fsspec.filesystem("memory")
        filesystem.store.clear()
        filesystem.pipe({"/news/a.txt": b"words", "/news/deep/b.jsonl": b"{}", "/news/c.png": b"x"})

    def test_a_folder(self) -> None:
        assert uris("memory://news") == ["memory:///news/a.txt", "memory:///news/deep/b.jsonl"]

    def test_a_file_with_its_size(self) -> None:
        assert list_inputs(["memory://news/a.txt"]) == [
            Source("memory:///news/a.txt", "memory:///news/a.txt", "text", None, 5)
        ]

    def test_a_glob(self) -> None:
        assert uris("memory://news/*.txt") == ["memory:///news/a.txt"]

    @pytest.mark.parametrize(
        ("argument", "told"),
        [
            ("memory://nowhere", "nothing at this address"),
            ("memory://news/c.png", "no reader for this kind of file"),
            ("memory://news/*.gif", "nothing at this address"),
            ("gopher://news", "cannot be opened"),
        ],
    )
    def test_refused(self, argument: str, told: str) -> None:
        with pytest.raises(InputError, match=told):
            list_inputs([argument])
