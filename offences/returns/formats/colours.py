"""Letters in the colour of what is behind them, which nobody sees."""

from collections.abc import Mapping

WHITE, BLACK = "white", "black"
_PALE, _DARK = 0xF0, 0x10  # of each of the three parts of a colour
_THEME = {"0": WHITE, "1": BLACK}
_SYSTEM = {64: BLACK, 65: WHITE, 0x7FFF: BLACK}  # of letters, of what is behind them


def plain_colour(code: str) -> str:
    """A colour of six digits by its name, where no eye tells it from white or black."""
    digits = code.strip().removeprefix("#").casefold()[-6:]
    try:
        parts = bytes.fromhex(digits)
    except ValueError:
        return digits
    if len(parts) == 3 and min(parts) >= _PALE:
        return WHITE
    return BLACK if len(parts) == 3 and max(parts) <= _DARK else digits


def indexed_colour(index: int) -> str:
    """A colour of the list that each old workbook has."""
    from openpyxl.styles.colors import COLOR_INDEX

    if 0 <= index < len(COLOR_INDEX):
        return plain_colour(COLOR_INDEX[index])
    return _SYSTEM.get(index, f"colour {index}")


def xlsx_colour(of: Mapping[str, str]) -> str:
    """The colour that an element of a workbook names."""
    tint = float(of.get("tint", "0") or 0)
    if "rgb" in of:
        return plain_colour(of["rgb"])
    if "indexed" in of and of["indexed"].isdigit():
        return indexed_colour(int(of["indexed"]))
    if "theme" in of and not tint:
        return _THEME.get(of["theme"], f"theme {of['theme']}")
    return BLACK if of.get("auto") else f"theme {of.get('theme', '')} {tint:.2f}"
