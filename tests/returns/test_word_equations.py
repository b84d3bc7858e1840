"""What a letter writes as an equation is read as its letters, or asked about."""

import pytest

from tests.returns.test_word_letters import counts, instead, read, stops

pytestmark = pytest.mark.usefixtures("read_here")

_MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_RUN = "<w:r><w:t>61</w:t></w:r>"


def _letters(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def _equation(*inner: str) -> str:
    return f"<m:oMath {_MATH}>{''.join(inner)}</m:oMath>"


_RAISED = f"<m:sSup><m:e>{_letters('6')}</m:e><m:sup>{_letters('2')}</m:sup></m:sSup>"
_SHARE = f"<m:f><m:num>{_letters('6')}</m:num><m:den>{_letters('1')}</m:den></m:f>"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (_equation(_letters("&lt;")) + _RUN, "suppressed"),
        (_equation(_letters("&lt;61")), "suppressed"),
        (_equation(_letters("&lt;"), _letters("61")), "suppressed"),
        (_equation(_letters("≤")) + _RUN, "suppressed"),
        (_equation(_RAISED), "unreadable"),
        (_equation(_SHARE), "unreadable"),
        (_RUN + _equation(_RAISED), "unreadable"),
        (_equation(_letters("61")), 61),
        (_equation(_letters("6"), _letters("1")), 61),
        (f"<m:oMathPara {_MATH}>{_equation(_letters('61'))}</m:oMathPara>", 61),
    ],
)
def test_an_equation_in_a_cell_is_read_as_its_letters_or_not_at_all(written, value):
    assert counts(read(instead(_RUN, written)))["R2C2"] == value


def test_an_equation_in_a_paragraph_or_a_heading_changes_no_count():
    heading = "<w:r><w:t>2018/19</w:t></w:r>"
    found = read(instead(heading, _equation(_letters("2018/19"))))
    assert (counts(found)["R2C2"], stops(found)) == (61, {})
    found = read(instead("<w:tbl>", f"<w:p>{_equation(_SHARE)}</w:p><w:tbl>"))
    assert (counts(found)["R2C2"], stops(found)) == (61, {})
