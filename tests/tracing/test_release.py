"""A whole release, as a press office would write it: no finding, and each fault in it found."""

import pytest

from offences.tracing.trace import trace
from tests.claims.oracle import FINDINGS
from tests.tracing.test_sentences import NATION, TWO

RELEASE = """\
STRICTLY EMBARGOED: 00:01 Wednesday 26 June 2019

Cambridgeshire: nearly 70 online child sex crimes in a year

- Cambridgeshire Police recorded 68 online child sexual offences in 2018/19, up from 48 the year \
before
- Charity calls for an independent regulator with a statutory duty of care
- 8,224 offences across 40 forces in England, Wales and Northern Ireland – 22 a day

Nearly 70 offences against children online were logged by Cambridgeshire Police last year, data \
obtained by the charity reveals.

The force recorded 68 crimes in which the internet was used, compared with 48 in 2017/18. That \
is 20 more in 12 months.

Offences include grooming, sexual assault and rape; among the victims were children aged ten \
and under. Where age was recorded, 13 was the most common age.

Freedom of Information requests to all 44 police forces asked brought figures from 40. Across \
these forces there were 8,224 offences in 2018/19, an average of 22 a day. The number has \
doubled in three years, from 4,042 in 2015/16.

Ahead of its flagship annual conference, Safe Online,, which opens today and runs for two days \
in London, the charity is publishing a ten-point plan. It follows the Government's Online \
Harms White Paper of April 2019; the 12-week consultation closes at 11.59pm on Monday 1 July.

One of the speakers, a mother from Anytown, said: “My daughter was 12 when a man of 30 sent \
her a message. Within three weeks he had asked her for pictures. It took 18 months to bring \
him to court and he was jailed for six years.”

The charity's chief executive said: “These figures are yet more evidence that social networks \
will not act unless they are made to. It is 15 years since the first site opened to under-13s, \
and for a decade we have been asking for this. Every one of these offences is one too many.”

The charity's campaign, which the public backs, calls for fines of up to its turnover.

Anyone worried about a child can call the helpline on 0808 800 5000, 24 hours a day. Children \
can ring Childline on 0800 1111 or visit www.childline.org.uk. In an emergency dial 999; \
otherwise call 101.

ENDS

For further information contact the press office on 020 7825 1234 or 07976 123456 (out of \
hours), press@example.org.uk.

Notes to editors

1. A Freedom of Information request was sent to 44 forces in England, Wales and Northern \
Ireland on 2 April 2019. 40 replied with figures, two refused under section 12 and two did not \
answer.
2. Forces were asked for offences flagged as having an online element between 1 April 2018 and \
31 March 2019. The flag has been mandatory since April 2015.
3. In 2015/16 there were 4,042 offences and in 2018/19 there were 8,224. Like-for-like figures \
cover the 40 forces with figures for both years.
4. The 365 days of 2018/19 and 8,224 offences make 22.5 a day.
5. Sexual communication with a child (offence code 71/22) has been an offence under s.15A of \
the Sexual Offences Act 2003 since 3 April 2017.
6. Registered charity 216499 (England and Wales), SC037799 (Scotland). Example House, 42 Long \
Road, London EC2A 3NH.
"""


def findings(text):
    return [
        (f.text, f.verdict, f.suggestion) for f in trace(text, TWO, NATION) if f.verdict in FINDINGS
    ]


def test_a_release_in_plain_order_has_no_finding():
    assert findings(RELEASE) == []


def test_line_ends_of_another_system_change_no_verdict():
    text = RELEASE.replace("\n", "\r\n")
    figures = trace(text, TWO, NATION)
    assert findings(text) == []
    assert all(text[f.start : f.end] == f.text for f in figures)
    assert [f.text for f in figures] == [f.text for f in trace(RELEASE, TWO, NATION)]


@pytest.mark.parametrize(
    ("right", "wrong", "finding"),
    [
        ("recorded 68 crimes", "recorded 86 crimes", ("86", "mismatch", "68")),
        ("8,224 offences in", "8,244 offences in", ("8,244", "mismatch", "8,224")),
        ("Nearly 70", "More than 70", ("70", "mismatch", "68")),
        ("20 more in", "20 fewer in", ("20", "mismatch", "20 more")),
        ("20 more in", "42% more in", ("42%", "mismatch", "up from 48")),
        ("22 a day. The", "24 a day. The", ("24", "mismatch", "22")),
        ("has doubled in", "has tripled in", ("tripled", "mismatch", "doubled")),
        ("in three years, from", "in four years, from", ("four", "mismatch", "3")),
        ("40 forces in", "41 forces in", ("41", "mismatch", "40")),
        ("13 was the most", "14 was the most", ("14", "mismatch", "13")),
        ("compared with 48 in 2017/18", "compared with 48 in 2016/17", ("48", "mismatch", "")),
        ("from 4,042 in 2015/16", "from 4,024 in 2015/16", ("4,024", "mismatch", "4,042")),
    ],
)
def test_one_fault_in_a_release_is_found_and_nothing_else(right, wrong, finding):
    assert RELEASE.count(right) == 1
    found = findings(RELEASE.replace(right, wrong))
    assert finding in found
    assert len(found) <= 2
