"""The demonstration: every sentence about the published history is true of the pages."""

import csv
import datetime as dt
import io
import json
import re

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from offences import releases
from offences.models import (
    AnnualCount,
    Document,
    FoiSubmission,
    Force,
    ForceSpelling,
    IssuedText,
    Offence,
    PressRelease,
    RecordedFigure,
    Release,
    ReleasedFigure,
    ReleaseEditor,
    ScreeningAnswer,
)
from offences.releases import snapshot
from tests import worlds

EVENT = "how-safe-are-our-children-2019"


def words(html: str) -> str:
    """What a reader reads: the text of a page's main part, white space folded."""
    main = html.split("<main", 1)[1].split("</main>", 1)[0]
    text = re.sub(r"<(script|svg)\b.*?</\1>", " ", main, flags=re.S)
    text = re.sub(r"<[^>]+>", " ", text)
    for code, sign in {"&#x27;": "'", "&amp;": "&", "&quot;": '"', "&lt;": "<"}.items():
        text = text.replace(code, sign)
    return re.sub(r"\s+([,.])", r"\1", " ".join(text.split()))


class TestDemo(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()

    def page(self, address: str, status: int = 200) -> str:
        response = self.client.get(address)
        assert response.status_code == status, address
        return response.content.decode()

    def read(self, address: str) -> str:
        return words(self.page(address))

    def text(self, force: str) -> str:
        text = PressRelease.objects.get(event__slug=EVENT, body=force)
        return f"{text.headline}\n\n{text.text}"

    # ---- loading

    def test_loading_twice_changes_nothing(self) -> None:
        models = [
            *(Force, ForceSpelling, Offence, Document, FoiSubmission, AnnualCount),
            *(RecordedFigure, Release, ReleasedFigure, PressRelease, IssuedText),
            *(ReleaseEditor, ScreeningAnswer),
        ]
        last = Release.objects.select_related("measure", "last_round").latest("pk")
        releases.prepare(  # what waits to be signed is not signed by a command
            last.measure,
            title="Next",
            year=last.year,
            last_round=last.last_round,
            by=last.prepared_by,
            now=timezone.now(),
        )
        before = {m: list(m.objects.order_by("pk").values()) for m in models}
        call_command("demo", add_to_this_database=True, stdout=io.StringIO())
        for model, rows in before.items():
            assert list(model.objects.order_by("pk").values()) == rows, model.__name__

    def test_the_screening_found_what_is_known_to_contradict_itself_in_print(self) -> None:
        told = " ".join(
            ScreeningAnswer.objects.filter(grade="error").values_list("finding", flat=True)
        )
        for words in (
            "Wiltshire 2018/19: 54 in round 2019, 77 in round 2020",
            "Lincolnshire 2018/19: 119 (in doubt) in round 2020, 199 in round 2019",
            "66 in Lancashire Post, September 2020, 67 in Lancashire Telegraph, September 2020",
            "185 in Peterborough Today, 164 in Seahaven FM",
        ):
            assert words in told
        assert told.count("54 in round 2019, 77 in round 2020") == 1
        for release in Release.objects.all():
            wrote = {release.prepared_by, release.screened_by, release.review_by}
            errors = release.answers.filter(grade="error")
            assert release.approved_by not in wrote
            assert not errors.filter(answered_by__in=[*wrote, release.approved_by]).exists()

    def test_every_count_has_a_source_that_can_be_opened(self) -> None:
        for count in AnnualCount.objects.select_related("document"):
            assert count.document is not None
            assert count.document.url.startswith("http")
            assert count.as_written

    def test_it_publishes_totals_alone_and_hides_nothing_that_could_be_worked_out(self):
        """No split by age, sex, offence or platform of a single force is in print."""
        assert not ReleasedFigure.objects.exclude(breakdown="").exists()
        for release in Release.objects.all():
            hidden = snapshot(release).hidden
            assert (hidden.places, hidden.open) == (frozenset(), ())

    def test_no_return_is_invented(self) -> None:
        assert not Document.objects.exclude(kind="publication").exists()
        assert not FoiSubmission.objects.exclude(reference="").exists()

    def test_only_dyfed_powys_is_known_not_to_have_answered_in_2019(self) -> None:
        outcomes = FoiSubmission.objects.filter(round__slug="2019")
        assert outcomes.count() == 44
        assert [s.force.slug for s in outcomes.filter(outcome="no_response")] == ["dyfed-powys"]
        assert outcomes.filter(outcome="answered").count() == 20
        assert outcomes.filter(outcome="unknown").count() == 23

    def test_both_counts_of_ten_and_under_are_kept_and_the_release_uses_one(self) -> None:
        kept = RecordedFigure.objects.filter(claim="age_total", year=2018)
        assert sorted(figure.value for figure in kept) == [164, 185]
        used = ReleasedFigure.objects.filter(figure_kind="age_total", release__number=3)
        assert [figure.low for figure in used] == [185]

    # ---- Cambridgeshire

    def test_cambridgeshire_reads_as_it_should(self) -> None:
        page = self.read("/forces/cambridgeshire/")
        for said in [
            "recorded by Cambridgeshire Constabulary",
            "68 in 2018/19 Up from 48 in 2017/18, though numbers this small can move this much",
            "One offence is not one child.",
            "Recorded that year does not mean it happened that year.",
            "Do not compare forces: each marks crimes as online differently.",
            "How does 68 compare? It is the highest of the three years we have.",
            "We cannot call it a record: we do not have 2015/16.",
            "8,224",
            "40 of 44",
            "We have the figures of 20 of those 40 forces",
            "Scotland was not asked.",
            "June 2017, not restated since",
            "One office answers for Bedfordshire, Cambridgeshire and Hertfordshire",
            "Not official statistics",
            "Release 4, September 2020. A link to this page that never changes",
        ]:
            assert said in page, said
        link = 'href="http://testserver/releases/cyber-flagged/4/forces/cambridgeshire/"'
        assert link in self.page("/forces/cambridgeshire/")

    def test_cambridgeshire_is_never_given_a_percentage_or_a_record(self) -> None:
        for text in (self.read("/forces/cambridgeshire/"), self.text("cambridgeshire")):
            assert "%" not in text
            assert "highest on record" not in text
            assert "doubled" not in text

    def test_the_page_and_its_file_hold_the_same_years(self) -> None:
        file = self.page("/forces/cambridgeshire/cyber-flagged.csv")
        lines = list(csv.DictReader(io.StringIO(file.lstrip("\ufeff"))))
        years = [(line["year"], line["number"]) for line in lines]
        assert years == [("2018/19", "68"), ("2017/18", "48"), ("2016/17", "53"), ("2015/16", "")]
        assert lines[-1]["reason"] == "we do not have it"

    def test_a_later_release_that_omits_a_force_does_not_erase_its_figure(self) -> None:
        figure = ReleasedFigure.objects.get(
            release__measure__slug="cyber-flagged",
            release__number=4,
            body="cambridgeshire",
            year=2018,
        )
        assert (figure.low, figure.source) == (68, "Peterborough Today")

    def test_the_draft_for_cambridgeshire_says_what_the_story_said(self) -> None:
        text = self.text("cambridgeshire")
        for said in [
            "Cambridgeshire: 68 online child sex offences, up from 48",
            "recorded 68 online sexual offences against children in 2018/19, up from 48 a year "
            "earlier, figures obtained by the NSPCC show.",
            "That is more than five a month. Numbers this small can move this much by chance: in "
            "2016/17 there were 53.",
            "The offences include grooming, sexual communication with a child and rape, where "
            "police marked an online element.",
            "Across England, Wales and Northern Ireland, 40 of the 44 forces asked recorded 8,224 "
            "offences, at least 22 a day. Where age was recorded, 13 was the most common age.",
            "One child can be the victim of several offences; not every offence is reported.",
            "Forces record differently and cannot be compared.",
            "images of children are not included",
            "Please do not call 68 a record: no 2015/16 figure is available.",
            "How Safe Are Our Children? 2019",
            "made up for this demonstration",
            "ENDS",
            "Notes to editors",
            "Childline, 0800 1111",
            "Cambridgeshire: as reported in June 2019 by Peterborough Today.",
        ]:
            assert said in text, said
        assert "four years" not in text
        assert "across the UK" not in text

    def test_no_headline_is_of_an_absence_and_each_fits(self) -> None:
        for text in PressRelease.objects.filter(event__slug=EVENT, body_kind="force"):
            assert text.headline and len(text.headline) <= 65
            assert "no 20" not in text.headline

    def test_the_national_block_is_the_same_in_every_local_draft(self) -> None:
        texts = PressRelease.objects.filter(event__slug=EVENT, body_kind="force")
        starts = ("Across England", "In 2018/19, 40 of the 44 forces")
        blocks = {
            next(
                part.split(" The figures")[0]
                for part in text.text.split("\n\n")
                if part.startswith(starts)
            )
            for text in texts
        }
        assert len(blocks) <= 3  # beside a force's own figure, in a brief, and where it leads
        assert texts.count() == 44

    def test_wales_has_a_text_of_its_own_from_its_printed_total(self) -> None:
        text = self.text("wales")
        assert "Wales: at least 576 online child sex offences recorded in a year" in text
        assert "The total covers Gwent (229), North Wales (133) and South Wales (214). D" in text
        assert "The 576 for Wales compares with 458 reported for 2017/18, but the forces" in text
        assert "Across England, Wales and Northern Ireland, 40 of the 44 forces asked" in text
        assert "South Wales Argus" in text
        assert "%" not in text

    # ---- Essex, Dyfed-Powys, Wiltshire, Hertfordshire

    def test_essex_has_no_figure_which_is_neither_zero_nor_a_refusal(self) -> None:
        page = self.page("/forces/essex/")
        read = words(page)
        for said in [
            "We have no yearly figure of online sexual offences against under-18s for Essex.",
            "We do have: 128 offences of sexual communication with a child, April 2017 to",
            "No figure here does not mean zero, and it does not mean the force refused.",
            "Of the 44, 40 gave figures, and we have 20 of those.",
            "Essex may be among the other 20.",
        ]:
            assert said in read, said
        assert "<canvas" not in page
        assert "chart-cyber-flagged" not in page

    def test_the_draft_for_essex_names_no_number_of_its_own(self) -> None:
        text = self.text("essex")
        assert "East of England: at least 648 online child sex offences" in text
        assert "The figures give no 2018/19 number for Essex Police nor say which" in text
        assert "Essex recorded" not in text

    def test_dyfed_powys_did_not_answer_and_is_in_no_total(self) -> None:
        page = self.read("/forces/dyfed-powys/")
        for said in [
            "No answer for 2018/19.",
            "In June 2019 the force was reported as unable to respond.",
            "The last figure we have is 116 in 2015/16.",
            "Dyfed-Powys is not in the totals reported for 2018/19.",
            "The total reported for Wales, 576, rests on three of its four forces.",
            "Heddlu Dyfed-Powys",
        ]:
            assert said in page, said

    def test_half_a_year_is_never_the_base_of_a_rise(self) -> None:
        page = self.read("/forces/dyfed-powys/sexual-communication/")
        assert "67 in 2023/24 Up from 30 in 2022/23." in page
        assert "tripled" not in page
        assert "In doubt: may be a six-month figure carried forward." in page

    def test_wiltshire_keeps_both_vintages_and_says_the_revision(self) -> None:
        page = self.read("/forces/wiltshire/")
        assert "63 in 2019/20 Down from 77 in 2018/19, though" in page
        assert "Revised: 54 in release 3, 77 since release 4. Another publication restated" in page
        then = self.read("/releases/cyber-flagged/3/forces/wiltshire/")
        assert "54 in 2018/19" in then
        assert "77" not in then.split("Sexual communication")[0].split("Sources")[0]

    def test_hertfordshire_rises_from_6_without_a_percentage(self) -> None:
        page = self.read("/forces/hertfordshire/")
        assert "43 in 2018/19 Up from 6 in 2017/18." in page
        assert "We give no percentage, because 6 is too small to start from." in page
        assert "About the 2017/18 figure: the charity warned of possible under-recording." in page
        assert "%" not in page
        assert "%" not in self.text("hertfordshire")

    # ---- claims behind it

    def test_every_draft_lists_what_was_refused_and_why(self) -> None:
        for text in PressRelease.objects.filter(event__slug=EVENT):
            refused = [claim for claim in text.claims if claim["verdict"] == "refused"]
            assert refused, text.body
            assert all(claim["reason"] for claim in refused)

    def test_the_doubling_of_two_recorded_totals_is_refused(self) -> None:
        claims = PressRelease.objects.get(event__slug=EVENT, body="national").claims
        multiple = [c for c in claims if c["id"] == "recorded_multiple"]
        assert multiple
        assert all(c["verdict"] == "refused" for c in multiple)
        assert "may differ" in multiple[0]["reason"]

    def test_the_command_lists_the_events_and_drafts_as_json(self) -> None:
        out = io.StringIO()
        call_command("draft_press", "--list", stdout=out)
        assert EVENT in out.getvalue()
        out = io.StringIO()
        call_command("draft_press", EVENT, "--force", "essex", "--format", "json", stdout=out)
        (draft,) = json.loads(out.getvalue())["drafts"]
        assert draft["force"] == "essex"
        assert {"headline", "text", "claims"} <= draft.keys()

    def test_an_unknown_event_or_force_is_named_in_the_answer(self) -> None:
        with pytest.raises(CommandError, match="no event “how-safe”"):
            call_command("draft_press", "how-safe")
        with pytest.raises(CommandError, match="“atlantis” is no force"):
            call_command("draft_press", EVENT, "--force", "atlantis")

    # ---- the pages

    def test_only_issued_texts_are_public(self) -> None:
        assert "Nobody sent it" in self.read(f"/press/{EVENT}/cambridgeshire/")
        assert "8,224" in self.read(f"/press/{EVENT}/national/")
        self.page(f"/press/{EVENT}/essex/", 404)

    def test_a_force_is_found_by_another_spelling(self) -> None:
        assert "/forces/cambridgeshire/" in self.page("/forces/?q=Cambs")
        assert "/forces/metropolitan/" in self.page("/forces/?q=the%20met")

    @override_settings(PUBLIC_STATE_KEPT=dt.timedelta(hours=1))
    def test_a_force_page_asks_three_questions_of_the_database(self) -> None:
        self.page("/about/")  # what is public is read
        for slug in ("cambridgeshire", "essex", "wiltshire"):
            with CaptureQueriesContext(connection) as queries:
                self.page(f"/forces/{slug}/")
            assert len(queries) <= 3, [q["sql"][:90] for q in queries]

    def test_every_force_has_a_page_with_a_figure_or_a_sentence(self) -> None:
        for force in Force.objects.all():
            read = self.read(f"/forces/{force.slug}/")
            assert force.area in read
            assert re.search(r"\d in \d{4}/\d\d|does not mean zero", read)
