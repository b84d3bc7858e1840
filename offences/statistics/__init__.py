"""What the figures mean: years, cells, series, panels and comparison like for like.

Plain Python over plain values: every statistic here can be checked in a shell with a dict, and
its docstring is its definition.
"""
