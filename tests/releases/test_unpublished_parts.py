"""Parts of answers that a release does not publish say which answers changed, and when."""

import datetime as dt
from dataclasses import replace

from offences import releases
from offences.models import FoiSubmission
from offences.releases import hiding
from offences.releases.earlier import published_tables
from offences.releases.hiding import HiddenCounts
from offences.releases.unchanged_figures import UnchangedFigures
from offences.statistics.cells import HIDDEN, Range
from tests import worlds
from tests.releases import split_world as split
from tests.releases.conftest import OPENS
from tests.releases.subtracting import age
from tests.releases.test_new_breakdown import decided, in_bands
from tests.releases.test_one_figure import approved, correct
from tests.releases.test_several_releases import as_published, is_safe, reader, true_table
from tests.releases.test_subtracting import LARGE, NORTH, OTHERS, ages, large, restate  # noqa: F401
from tests.worlds import LATER, NOW

AGES, BANDS = ["12", "13", "14"], ["12-13", "14"]
FIRST = {
    "force-0": {"12": 4, "13": 21, "14": 9},
    "force-1": {"12": 9, "13": 6, "14": 8},
    "force-2": {"12": 8, "13": 7, "14": 8},
    "force-3": {"12": 4, "13": 9, "14": 3},
}
# One of 12 in force-0 was 13; force-1 has four more of 13.
SECOND = FIRST | {"force-0": {"12": 3, "13": 22, "14": 9}, "force-1": {"12": 9, "13": 10, "14": 8}}


def by_bands(number, answers):
    """A release by age bands, of answers that have each age."""
    table = true_table(number, in_bands(answers, BANDS), BANDS)
    return replace(table, truth={**true_table(number, answers, AGES).ranges, **table.ranges})


def test_a_change_that_the_bands_of_a_release_do_not_show_came_with_it_nevertheless():
    """Of force-0 release 1 shows 21 of 13 and release 3 shows 22; release 2 has 12 to 13."""
    public = []
    for table in (true_table(1, FIRST, AGES), by_bands(2, SECOND), true_table(3, SECOND, AGES)):
        known, chosen = decided(public, table)
        assert known.new_among(chosen.open, 5) == ()
        public.append(replace(as_published(table, chosen.hidden), truth=table.truth))
    restated = {"force-0": 1, "force-1": 1}
    stranger = reader(public, {1: {}, 2: restated, 3: restated})
    assert {(1, age("force-0", "12")), (3, age("force-0", "12"))} <= stranger.hidden.keys()
    assert is_safe(stranger.change(1, 3, age("force-0", "12")))


def first_release_of(place, *tables):
    *earlier, now = tables
    return UnchangedFigures(earlier, now, frozenset()).first(place).release


def test_unpublished_parts_that_do_not_come_to_what_is_published_are_of_an_older_answer():
    """Release 2 has three more of 12 to 13 in force-0; of its ages the older answer is there."""
    third = FIRST | {"force-0": {"12": 5, "13": 23, "14": 9}}
    first = true_table(1, FIRST, AGES)
    second = by_bands(2, third)
    stale = {age("force-0", c): first.ranges[age("force-0", c)] for c in ("12", "13")}
    hidden = {key for key in first.places if key.body == "force-0"}
    of_first = as_published(first, hidden)
    shown = {
        k: HIDDEN if k.body == "force-0" and k.breakdown else r for k, r in second.ranges.items()
    }
    now = true_table(3, third, AGES)
    for truth in (second.truth, second.truth | stale):
        of_second = replace(second, ranges=shown, truth=truth)
        assert first_release_of(age("force-0", "12"), of_first, of_second, now) == 2


def test_a_part_that_no_release_publishes_says_of_no_change():
    second = by_bands(2, SECOND)
    first = by_bands(1, FIRST)
    assert first_release_of(age("force-0", "12-13"), first, second) == 1


def age_bands(w):
    """The ages 9 to 12 and 13 to 14 as bands of another breakdown."""
    made = split.Breakdown.objects.create(
        measure=w.measure, slug="bands", name="By band", kind="age", complete=True, position=4
    )
    for at, ends in enumerate([(9, 12), (13, 14)], 1):
        name = "-".join(map(str, ends))
        split.Category.objects.create(
            breakdown=made, slug=name, name=name, age_from=ends[0], age_to=ends[1], position=at
        )
    return made


def give_bands(w, name, counts):
    made = FoiSubmission.objects.get(force__slug=name)
    texts = {"9-12": str(sum(counts[:4])), "13-14": str(sum(counts[4:]))}
    cells = {worlds.cell(w.measure, 2018, band): text for band, text in texts.items()}
    worlds.enter(made, cells, by=w.officer)
    worlds.check(made, by=w.checker, now=LATER, confirm_zeros=True)


def test_the_ages_of_answers_are_known_of_a_release_that_publishes_bands_alone(large, monkeypatch):  # noqa: F811
    w = large
    w.approved()
    split.rule(w.measure, w.approver, age_bands(w))
    for name, counts in {NORTH: LARGE, **OTHERS}.items():
        give_bands(w, name, counts)
    known = []

    def seen(everything, *_):
        known.append(everything)
        return HiddenCounts()

    release = w.prepare()
    with monkeypatch.context() as patched:
        patched.setattr(hiding, "decide_hidden", seen)
        releases.snapshot(release)
    (everything,) = known
    twelve = age(NORTH, "12")
    assert twelve not in everything.now.ranges
    assert everything.now.truth[twelve] == Range.exactly(11)
    # As the answer had it when the release was approved.
    worlds.approve(release, by=w.approver, now=NOW, public_at=OPENS + dt.timedelta(days=1))
    made = FoiSubmission.objects.get(force__slug=NORTH)
    worlds.enter(made, {worlds.cell(w.measure, 2018, "12"): "12"}, by=w.officer, now=LATER)
    _, of_bands = published_tables(w.prepare(), {})
    assert twelve not in of_bands.ranges
    assert of_bands.truth[twelve] == Range.exactly(11)


def test_of_a_correction_the_other_answers_are_those_of_the_release_that_it_corrects(large):  # noqa: F811
    """Southshire's nine and ten were swapped since, and nobody has released it yet."""
    w = large
    base = w.approved()
    swapped = (OTHERS["southshire"][1], OTHERS["southshire"][0], *OTHERS["southshire"][2:])
    restate(w, "southshire", ages(swapped))
    restate(w, NORTH, ages((*LARGE[:5], LARGE[5] + 20)))
    corrected = approved(w, correct(w, base, w.north))
    following = w.prepare()
    of_base, of_correction = published_tables(following, {})
    nine = age("southshire", "9")
    assert of_base.truth[nine] == of_correction.truth[nine] == Range.exactly(2)
    assert of_correction.truth[age(NORTH, "14")] == Range.exactly(37)
    assert corrected.number == of_correction.number
