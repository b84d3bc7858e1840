"""Django's own SQL, made by shorter ways: a page of staff spends a third of its time on it.

A plain column is its table's name and its own whatever the database, which columns a table has and
how each is read does not change from question to question, and an expression is copied without
asking how that kind of object is taken apart.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from django.apps import apps
from django.db.models.expressions import BaseExpression, Col
from django.db.models.options import Options
from django.db.models.sql.compiler import SQLCompiler

_compile = SQLCompiler.compile
_get_default_columns = SQLCompiler.get_default_columns
_get_converters = SQLCompiler.get_converters
ORIGINAL = [
    (SQLCompiler, "compile", _compile),
    (SQLCompiler, "get_default_columns", _get_default_columns),
    (SQLCompiler, "get_converters", _get_converters),
    (BaseExpression, "copy", BaseExpression.copy),
]

_written: dict[tuple[str, str], str] = {}
_columns: dict[tuple[Options, str], list[Col]] = {}
_read_by: dict[int, list] = {}


def _compile_column(compiler: SQLCompiler, node: object) -> tuple:
    if type(node) is not Col or not node.alias:
        return _compile(compiler, node)
    named = node.alias, node.target.column
    if named not in _written:
        _written[named] = _compile(compiler, node)[0]
    return _written[named], ()


def _columns_of(compiler: SQLCompiler, mask, start_alias=None, opts=None, from_parent=None):
    meta = opts or compiler.query.get_meta()
    if mask or meta is None or meta.parents or meta.proxy or meta.apps is not apps:
        return _get_default_columns(compiler, mask, start_alias, opts, from_parent)
    named = meta, start_alias or compiler.query.get_initial_alias()
    if named not in _columns:
        _columns[named] = _get_default_columns(compiler, mask, named[1], opts, from_parent)
    return [*_columns[named]]


def _converters_of(compiler: SQLCompiler, expressions: Iterable) -> dict[int, tuple]:
    expressions = [*expressions]
    if any(type(each) is not Col or each.target is not each.output_field for each in expressions):
        return _get_converters(compiler, expressions)
    found = {}
    for number, column in enumerate(expressions):
        if (converters := _read_by.get(id(column.target))) is None:
            alone = _get_converters(compiler, [column])
            converters = alone[0][0] if alone else []
            if column.target.model._meta.apps is apps:  # it stays, and its number with it
                _read_by[id(column.target)] = converters
        if converters:
            found[number] = converters, column
    return found


def _copy(expression: BaseExpression) -> BaseExpression:
    made = object.__new__(type(expression))
    vars(made).update(expression.__getstate__())
    return made


@contextmanager
def quick_columns() -> Iterator[None]:
    quick = (_compile_column, _columns_of, _converters_of, _copy)
    with ExitStack() as stack:
        for (owner, name, _), function in zip(ORIGINAL, quick, strict=True):
            stack.enter_context(patch.object(owner, name, function))
        yield
