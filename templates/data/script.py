import pandas as pd

figures = pd.read_csv(
    "{{ address }}",
    keep_default_na=False, na_values=[""], dtype="string")
whole = ["number", "low", "high", "months"]
figures[whole] = figures[whole].astype("Int64")
figures.query(
    "what == 'count from a return' and breakdown.isna() and number.notna()"
)[["place", "year", "number", "source"]]