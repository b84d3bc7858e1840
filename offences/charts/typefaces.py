"""Plain typefaces for pictures, made of the pages' variable ones, and the width of a text.

Nothing that draws a picture reads variable WOFF2. They are made once for each version of the
packages, by `manage.py typefaces` or with the first picture, and never leave this machine.
"""

import hashlib
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from django.conf import settings
from PIL import ImageFont

# Names of their own: the typefaces' licence reserves “Source” for unchanged files.
SANS, SERIF = "Figures Sans", "Figures Serif"
PACKAGES = {SANS: "source-sans-3", SERIF: "source-serif-4"}
PLAIN, BOLD = 400, 700
# Latin with its accents, Welsh ẁ ẃ ẅ ỳ, dashes and quotation marks, €, minus.
LETTERS = (
    *range(0x20, 0x180),
    *(*range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3),
    *(*range(0x2010, 0x2027), 0x20AC, 0x2212),
)


def typefaces() -> dict[tuple[str, int], Path]:
    """The file of each typeface and weight, made now where it is not there yet."""
    return _made(Path(settings.TYPEFACES["packages"]), Path(settings.TYPEFACES["plain"]))


@cache
def _made(packages: Path, plain: Path) -> dict[tuple[str, int], Path]:
    whole = hashlib.sha256(Path(__file__).read_bytes())
    for family in PACKAGES:
        for part in _parts(packages, family):
            whole.update(part.read_bytes())
    folder = plain / whole.hexdigest()[:16]
    names = {(f, w): f"{PACKAGES[f]}-{w}.ttf" for f in PACKAGES for w in (PLAIN, BOLD)}
    if not folder.is_dir():
        plain.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=plain))
        making.chmod(0o755)  # another account may serve the site
        for (family, weight), name in names.items():
            _make(_parts(packages, family), family, weight, making / name)
        try:
            os.replace(making, folder)
        except OSError:
            shutil.rmtree(making)
            if not folder.is_dir():  # no other process was first: a full disk, say
                raise
    return {key: folder / name for key, name in names.items()}


def _parts(packages: Path, family: str) -> list[Path]:
    name = PACKAGES[family]
    files = packages / name / "files"
    return [files / f"{name}-{part}-wght-normal.woff2" for part in ("latin", "latin-ext")]


def _make(parts: list[Path], family: str, weight: int, to: Path) -> None:
    """One weight of the letters in some parts of a variable typeface, as one plain file."""
    # Only here: they take a tenth of a second of the start of each process.
    from fontTools.merge import Merger
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    plain = []
    for number, part in enumerate(parts):
        font = TTFont(part, recalcTimestamp=False)
        subset = Subsetter(Options(layout_features=["kern"], hinting=False))
        subset.populate(unicodes=LETTERS)
        subset.subset(font)
        font = instantiateVariableFont(font, {"wght": weight})
        font.flavor = None
        plain.append(to.with_suffix(f".{number}"))
        font.save(plain[-1])
    whole = Merger().merge([str(part) for part in plain])
    names = whole["name"]
    names.names = []
    style = "Bold" if weight == BOLD else "Regular"
    full, own = f"{family} {style}", f"{family.replace(' ', '')}-{style}"
    for key, text in {1: family, 2: style, 4: full, 6: own}.items():
        names.setName(text, key, 3, 1, 0x409)
    whole.save(to)
    for part in plain:
        part.unlink()


@cache
def _measure(family: str, weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(typefaces()[family, weight], 100)


def width_of(text: str, family: str, weight: int, size: float) -> float:
    """How many pixels wide a text is."""
    return _measure(family, weight).getlength(text) * size / 100
