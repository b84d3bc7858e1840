"""An officer who takes any file to stored: each question of its page is answered by one rule."""

from collections import Counter

from django.contrib.messages import get_messages
from django.urls import reverse

from offences.intake import documents
from offences.intake import returns as readings
from offences.models import Breakdown, Reading
from offences.staff.files import questions
from offences.staff.files.answer_form import takes_year
from tests import worlds
from tests.readings.made import see, split

MOST_ROUNDS = 12
WHY, NOT_KNOWN = "As their letter says", "[x]"


def ask_for(w, data: bytes, name: str) -> None:
    """Let the round ask for what the file has: its years, and its labels as categories."""
    read = see(data, name)
    found = [each for table in read.tables for each in table.observations]
    starts = sorted({int(each.year[:4]) for each in found if each.year})
    if starts:
        w.round.first_year, w.round.last_year = starts[0], starts[-1]
        w.round.save()
    Breakdown.objects.filter(measure=w.measure, kind="offence").delete()
    for kind in ("offence", "age", "sex", "platform"):
        labels = {each.labels[kind].casefold() for each in found if kind in each.labels}
        if labels:
            split(w.measure, kind, *(f"{kind} {n}" for n in range(len(labels))))


def of_first_count(plan: readings.ReadingPlan) -> set[str]:
    """The labels of no known kind that the force's first count of a year has, else its first."""
    found = [each for table in plan.read.tables for each in table.observations]
    answer = plan.answers.table(0)
    cells = [each for each in found if answer.force in ("", each.labels.get("force"))]
    first = next((each for each in cells if each.year), cells[0])
    return {text.casefold() for text in first.other}


class Officer:
    """Sends the form of one reading until nothing is asked any more."""

    def __init__(self, w, client, data: bytes, name: str) -> None:
        self.w, self.client = w, client
        self.reading = readings.upload(
            w.submission, data, name, by=w.officer, now=worlds.NOW, see=see
        )
        if self.reading.document.is_held_back:
            documents.clear(self.reading.document, "Nothing in it", by=w.lead, now=worlds.NOW)
        ids = (w.submission.pk, self.reading.pk)
        self.address = reverse("admin:offences_foisubmission_reading", args=ids)
        client.force_login(w.officer)

    def plan(self) -> readings.ReadingPlan:
        return readings.plan_of(Reading.objects.get(pk=self.reading.pk))

    def stored(self) -> str:
        """Nothing if it was stored; what the page says is in the way."""
        for _ in range(MOST_ROUNDS):
            plan = self.plan()
            if not plan.why_not:
                said = self.send(_store="1", shown=plan.fingerprint)
                return "" if any(each.startswith("Stored.") for each in said) else f"{said}"
            before = self.reading_answers()
            self.send(**self.answers(plan))
            if self.reading_answers() == before:
                break
        return self.plan().why_not

    def reading_answers(self) -> object:
        return Reading.objects.values_list("answers", flat=True).get(pk=self.reading.pk)

    def send(self, **fields: object) -> list[str]:
        opened = self.client.get(self.address).context["opened"]
        answer = self.client.post(self.address, {"opened": opened, **fields})
        assert answer.status_code == 302, answer.status_code
        return [str(each) for each in get_messages(answer.wsgi_request)]

    def answers(self, plan: readings.ReadingPlan) -> dict[str, object]:
        return (
            self.of_tables(plan)
            | self.of_labels(plan)
            | self.of_problems(plan)
            | {"seen": "on", "listed": [each.key for each in plan.unseen]}
        )

    def of_tables(self, plan: readings.ReadingPlan) -> dict[str, object]:
        """Each is of the year that it lacks, of the force it names most, split in one way.

        Where two have the same count, the first is meant.
        """
        found: dict[str, object] = {"tables": "1"}
        twice = any("Switch off the table" in each.message for each in plan.problems)
        for number, table in enumerate(plan.read.tables):
            if plan.answers.table(number).on and not (twice and number):
                found[f"on-{number}"] = "on"
            roles = sorted(
                {role for each in table.observations for role in each.labels} - {"force"}
            )
            for role in roles:
                found[f"axis-{number}-{role}"] = role
            found |= {f"added-{number}-{role}": "on" for role in roles[1:]}
            forces = Counter(o.labels["force"] for o in table.observations if "force" in o.labels)
            if forces:
                found[f"force-{number}"] = forces.most_common(1)[0][0]
            if takes_year(table) and not any(each.year for each in table.observations):
                found[f"year-{number}"] = plan.reading.submission.round.last_year
        return found

    def of_labels(self, plan: readings.ReadingPlan) -> dict[str, object]:
        """Each label is the next category that no other label of the file is.

        Of labels of no known kind, those of the first count say nothing, and the others are out.
        """
        used = {each.to for each in plan.answers.labels.values()}
        found: dict[str, object] = {}
        for question, place in questions.labels_to_name(plan):
            choices = [key for key, _ in questions.choices_of(plan, question, place)]
            free = [key for key in choices if key.isdecimal() and key not in used]
            if question.role == "other":
                free = ["plain"] if question.text.casefold() in of_first_count(plan) else []
            found[f"word-{question.key}"] = to = [*free, "out"][0]
            used.add(to)
        return found

    def of_problems(self, plan: readings.ReadingPlan) -> dict[str, object]:
        """What can be said in words is right; a number that nobody can read is not known."""
        found: dict[str, object] = {}
        for each in plan.problems:
            if each.is_answered:
                continue
            if not each.stops or each.in_words:
                found[f"said-{each.key}"] = WHY
            elif each.instead:
                found[f"without-{each.key}"] = "none"
            elif each.count:
                found |= {f"count-{each.key}": NOT_KNOWN, f"why-{each.key}": WHY}
            elif each.cell:
                found |= {f"correct-{each.key}": NOT_KNOWN, f"why-{each.key}": WHY}
        return found
