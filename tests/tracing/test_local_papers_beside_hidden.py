"""What bulletins, letters and chats say of released figures, each beside one that tells."""

import pytest

from tests.tracing.test_england_beside_hidden import NATION
from tests.tracing.test_gate_worlds import given_away

PAIRS = [
    ("My neighbour told me nine was down for three.", "My team of nine had three."),
    (
        "Harmouth 2019/20, by age\nEleven 9\nTwelve 16\nNine 3",
        "Harmouth 2019/20, by age\nEleven 9\nTwelve 16\nNine: not shown",
    ),
    (
        "In Wales 24 were on Kik and 15 on Yubo. We asked about Harmouth. Those two had five.",
        "In Wales 24 were on Kik and 15 on Yubo. We asked about Harmouth. Those two are withheld.",
    ),
    (
        "Radio Mor at three. That's also Kik's number in Harmouth.",
        "Radio Mor at one. Harmouth recorded 84 offences.",
    ),
    (
        "Phone 01632 960 about Kik. It was three.",
        "Children must be nine to join. Phone Ann on 01632 960.",
    ),
]
TELLINGS = [
    "Kik is hidden. Harmouth published three apps and it had two.",
    "Kik is hidden in Harmouth. Join us tonight at three. That is its number.",
    "Kik and Yubo are withheld in Harmouth. The school hides the two.",
    "Kik and Yubo are withheld in Harmouth. Those two sing in the choir and it is hidden.",
    "The sheet says nine had three.",
    "The sheet says eleven had nine in Harmouth. Nine was next to none.",
    "The note says twelve had sixteen in Harmouth. Nine had our Tom.",
    "A footnote gives nine as two.",
    "Eleven was nine in Harmouth, my neighbour read out. Nine was four.",
    "Twelve's sixteen in Harmouth. Nine's two.",
    "Twelve, the age of our Joe, is down for sixteen. Nine is down for three.",
    "The bar for 12 stands at 16, the bar for 9 at 4.",
    "Eleven's nine in Harmouth. Nine is half of that, rounded down.",
    "One of eleven was nine in Harmouth.",
    "Thirteen's the worst age in Harmouth. Nine's the best, with two.",
    "Harmouth recorded 16 victims of twelve, and across Wales 13 were nine, two of them ours.",
    "In Wales Kik was named 24 times. They will not publish that one in Harmouth on Kik.",
    "Our Kik's nine in June, says Harmouth's log.",
    "Eleven was nine in Harmouth. Nine was our Tess.",
    "My twelve was sixteen in Harmouth, she is in the list with her friend.",
    "Kik is not published. The two apps at the top of the list had 48, and those two had five.",
    "The top two apps had 48. Kik had three.",
    "He added that to Kik's number.",
    "Kik's number is hidden. It is at the bottom.",
    "Mor FM had Kik at ten.",
    "Kik: 3.10 a month in Harmouth.",
    "Kik? Our side needs two more players, as many as had it in Harmouth.",
    "The Kik list: it starts at three.",
    "Officers answered six questions. One was on Kik.",
    "In 2019/20 two on Kik were recorded in Harmouth. One has since become a mother.",
    "Cases on Kik in Harmouth? The sergeant could not think of one.",
    "For Harmouth we can give twelve, which was 16, but not nine, a quarter of it.",
    "Kik and Yubo are hidden in Harmouth. I rang them. Those two live here, so it is withheld.",
    "Kik and Yubo are not published in Harmouth. Those two are twins, and it is hidden for them.",
    "Is your Seth still on Kik? It says 24 for the whole of Wales. Two were round here.",
    "Q: And nine? A: I only have Wales for that, where it was 13, four times ours.",
    "Harmouth had some, and across Wales 13 were nine.",
    "Why does Kik have so few in Harmouth? Wales had 24.",
    "And on Kik in Harmouth? He raised one finger. Across Wales there were 24.",
    "Harmouth had 16 victims of twelve, and in Wales 24 were on Kik. The last was a boy here.",
]


@pytest.mark.parametrize("text", TELLINGS)
def test_what_tells_beside_a_released_number_does_not_leave(text):
    ((_, found),) = given_away(NATION, [text])
    assert found


@pytest.mark.parametrize(("telling", "ordinary"), PAIRS)
def test_a_released_figure_leaves_and_a_hidden_one_in_its_words_does_not(telling, ordinary):
    (_, found), (_, free) = given_away(NATION, (telling, ordinary))
    assert found
    assert not free
