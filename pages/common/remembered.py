"""A least-recently-used cache of expensive values that many visitors of a page share."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from workshop.content.content import Content

MAX_VALUES = 256
Value = TypeVar("Value")

_VALUES: WeakKeyDictionary[Content, OrderedDict[Hashable, object]] = WeakKeyDictionary()
_LOCK = Lock()


def remembered(content: Content, key: Hashable, make: Callable[[], Value]) -> Value:
    """The value of that key, made where nobody has asked for it lately; what is made must not hold the content."""
    with _LOCK:
        values = _VALUES.setdefault(content, OrderedDict())
        if key in values:
            values.move_to_end(key)
            return cast("Value", values[key])
    value = make()
    with _LOCK:
        values[key] = value
        while len(values) > MAX_VALUES:
            values.popitem(last=False)
    return value
