"""Meetings: who met whom, when, where and by which channel, from the words that tell of it."""

from transforms.meetings.finding import find_meetings

__all__ = ["find_meetings"]
