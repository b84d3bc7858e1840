"""The lock files are held against what is declared, and carry no addresses."""

import shutil
from pathlib import Path

import pytest

from tools import lock


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("pyproject.toml", "package.json", "package-lock.json", *lock.LOCKS):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(lock.ROOT / name, tmp_path / name)
    monkeypatch.setattr(lock, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("pyproject.toml", '"whitenoise>=', '"whitenoise>9', "has whitenoise"),
        ("pyproject.toml", '"whitenoise>=', '"other>=', "made for other dependencies"),
        ("pyproject.toml", '"uv>=', '"uv>1', "tools/uv.txt has uv"),
        ("requirements.txt", "\nwhitenoise==", "\n#", "lacks whitenoise"),
        ("requirements.txt", "\nwhitenoise==", "\nwhitenoise==1", "not the same in"),
        ("tools/mutants.txt", "\npytest==", "\npytest==1", "not the same in requirements-dev.txt"),
        ("requirements.txt", "--hash=sha256:", "", "has no hash"),
        ("requirements.txt", "\nwhitenoise==", "\nwhitenoise @ https://a.example\n#", "an address"),
        ("package.json", '"chart.js": "^', '"chart.js": "^9', "has other dependencies"),
        ("package-lock.json", '"integrity"', '"resolved"', "holds an address"),
    ],
)
def test_a_lock_file_out_of_step_is_reported(
    copy: Path, file: str, old: str, new: str, problem: str
) -> None:
    assert lock.problems() == []
    text = (copy / file).read_text()
    assert old in text
    (copy / file).write_text(text.replace(old, new))
    assert any(problem in found for found in lock.problems())
