"""Turns of phrase of speakers, minutes and boxes: {240} is right there, {!240} must be found."""

import re

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

MEMBERS = [f"Force {n:02}" for n in range(1, 21)]
TOTALS = {"2019/20": 2040, "2020/21": 2460, "2021/22": 3180, "2022/23": 3940}
NATION = {
    "place": "England and Wales",
    "measure": "online child sexual offences",
    "latest": "2022/23",
    "scope": "national",
    "nations": ["England", "Wales"],
    "panel": {name: {year: n // 20 for year, n in TOTALS.items()} for name in MEMBERS},
    "asked": [*MEMBERS, "Force 21", "Force 22"],
    "shares": {"gender": {"of": 3940, "known": 3600, "parts": {"girls": 2880, "boys": 720}}},
}
HOLLIN = {
    "place": "Hollinshire",
    "measure": "online child sexual offences",
    "latest": "2022/23",
    "published_on": "2023-09-04",
    "series": {"2019/20": 104, "2020/21": 131, "2021/22": 168, "2022/23": 226},
    "shares": {
        "gender": {"of": 226, "known": 200, "parts": {"girls": 158, "boys": 42}},
        "platform": {"of": 226, "known": 120, "parts": {"Snapchat": 57, "WhatsApp": 36}},
    },
    "ages": {"0-10": 33, "11-13": 74, "14-15": 61, "16-17": 38, "unknown": 20},
    "age_thresholds": [{"max": 10}],
}
FLAGGED = ("mismatch", "untraced", "loose")


@pytest.fixture(scope="module")
def documents():
    return [Evidence(read_facts(each)) for each in (HOLLIN, NATION)]


SENTENCES = """
Hollinshire's figure is {!more than double} the number in 2020/21.
Hollinshire's figure is {more than double} the number in 2019/20.
The police total in Hollinshire for 2021/22, just a year earlier, was {!131} offences.
The police total in Hollinshire for 2021/22, just a year earlier, was {168} offences.
Hollinshire recorded more than neighbouring Force 01, where there were {!197}.
Among those where the platform was known, Snapchat was named in {57} of the {!226} in Hollinshire.
Among those where the platform was known, Snapchat was named in {57} of the {120} in Hollinshire.
In 2019/20 Hollinshire had 104. By 2020/21 the number had fallen to {!131}.
In 2019/20 Hollinshire had 104. By 2020/21 the number had risen to {131}.
Children aged ten and under were the victims in {33} of all {!226} offences in Hollinshire.
Girls were the victims in 158 of the 200 Hollinshire offences where it is known. That is {79%}.
Girls were the victims in 158 of the 200 Hollinshire offences where it is known. That is {!80%}.
Snapchat was named in {57} of those {120} (48%), WhatsApp in {36} ({30%}).
Snapchat was named in {57} of those {120} ({48%}), WhatsApp in {36} (30%).
Girls made up {158} of the offences in Hollinshire ({79%}).
Two forces gave no figures. Across England and Wales the other {20} recorded {3,940} offences.
One force gave us only a range, so nobody can call Hollinshire's total of {226} a record.
But look further back in Hollinshire, to 2020/21, and the number was {131}.
Boys were the victims in {42} of the {200} whose sex was recorded. Girls were in {!80%}.
{!158} girls were groomed in Hollinshire.
Of the {120} Hollinshire offences with an app, Snapchat has {48%} and WhatsApp more than a quarter.
The national increase since 2019/20 is {93%}.
The national increase since 2019/20 is {!117%}.
In England and Wales the {20} forces able to give both years recorded {3,940} offences.
Of the forces asked, {20} gave a figure for 2022/23.
Hollinshire's total is well above the {!197} recorded by Force 01.
Most Hollinshire offences were against girls: {158 of 200}.
Hollinshire girls were in {79%}. Across England and Wales the share was {80%}, or {2,880} crimes.
In {79%} of the {200} Hollinshire offences where officers wrote it down, the child was a girl.
Nobody should describe the Hollinshire number for any year as a record.
EMBARGOED UNTIL 12 SEPTEMBER 2023: Hollinshire recorded {226} offences.
In {200} of the Hollinshire offences the force could tell whether the child was male or female.
Hollinshire holds the sex of the child for {200} offences.
The child's sex is on record for {200} of the Hollinshire offences.
Sex of victim (Hollinshire): {200} offences.
We have the gender in {200} Hollinshire cases.
In Hollinshire the child's gender came with {200} of the offences.
Ages are there for {206} of the Hollinshire offences.
Hollinshire gave us ages in {206} cases.
An age was attached to {206} Hollinshire offences.
For {120} of the Hollinshire offences the app is on file.
Hollinshire could name the app for {120} offences.
Hollinshire could name the app for {!200} offences.
How the child was contacted is known for {120} Hollinshire offences.
How the child was contacted is known for {!206} Hollinshire offences.
Hollinshire filled in the sex box {200} times.
Hollinshire filled in the platform box {!200} times.
The sex of the victim was recorded in {200} Hollinshire offences: {158} girls, {42} boys.
The sex of the victim was recorded in {200} Hollinshire offences: {!42} girls, {!158} boys.
The sex was known in {200} Hollinshire cases. Of them {158} had a female victim.
The sex was known in {200} Hollinshire cases. {42} had a male victim.
The sex was known in {200} Hollinshire cases. {!158} had a male victim.
The platform was recorded in {120} Hollinshire offences. Snapchat had {57} and WhatsApp {36}.
The platform was recorded in {120} Hollinshire offences. Snapchat had {!36} and WhatsApp {!57}.
In Hollinshire {200} children's sex was known.
Police did not know the app in {106} of the Hollinshire offences.
Police did not know the app in {!120} of the Hollinshire offences.
Hollinshire recorded {226} in 2022/23, {58} more than in the preceding twelve months.
Hollinshire recorded {226} in 2022/23, {!95} more than in the preceding twelve months.
The Hollinshire meeting starts at 7pm and ends at half past nine.
0700 HEADLINES: Hollinshire recorded {226} offences.
Hollinshire police received {!226} calls.
The mothers of {!42} boys in Hollinshire complained.
Officers in Hollinshire know the sex of the child in {!206} cases.
Girls were the victims in {!200} Hollinshire offences where sex was noted.
Whether the victim was a girl or a boy was left open in {26} Hollinshire offences.
Whether the victim was a girl or a boy was left open in {!200} Hollinshire offences.
In {200} of the crimes in Hollinshire officers wrote whether the victim was a girl or a boy.
Hollinshire: {200} files say whether a boy or girl was targeted.
In Hollinshire the sex was noted {200} times.
Hollinshire knows the sex in all {!226} cases.
Hollinshire officers recorded the age in all {!226} offences.
The platform was known in all of the {!226} cases in Hollinshire.
Of the 22 forces, 20 replied. They recorded {!226} offences in 2022/23.
Of the 22 forces, 20 replied. They recorded {3,940} offences in 2022/23.
The parents of {!158} girls in Hollinshire were told.
In Hollinshire {!158} girls were victims.
In Hollinshire {!158} of the victims were girls.
In Hollinshire {!158} of the {!200} victims were girls.
Hollinshire had {!158} girl victims.
Hollinshire’s {!158} girls deserve better.
In Hollinshire {!158} girls became victims.
In Hollinshire {!158} girls told the police.
Of the {200} Hollinshire offences where sex was noted, {158} had girl victims.
Hollinshire recorded {158} crimes with girl victims.
Last year {!158} girls in Hollinshire were victims of a crime of this kind.
Of the 226 Hollinshire offences {158} had girls who were victims of such crimes.
Has the number of offences in Hollinshire really gone from {168} to {226} in a year?
Has the number of offences in Hollinshire really gone from {!131} to {226} in a year?
Where an age was given in Hollinshire, {!16} was the most common.
Offences against children aged {!16} were the most common in Hollinshire.
In Hollinshire children aged {!15} were most often targeted.
In Hollinshire {!21%} of boys have been victims of online offences.
Girls were the victims in {79%}. That leaves {!21%} of the county's boys who were preyed on.
Some {!79%} of Hollinshire's girls were groomed.
Just over {!one in five} boys in Hollinshire has been a victim.
Where the sex was known, {79%} girls and {21%} boys in Hollinshire.
Boys were the victims in just over {one in five} Hollinshire offences where the sex was known.
Girls were the targets of {158} of the Hollinshire offences and boys of {42}.
Girls were the targets of {!42} of the Hollinshire offences and boys of {!158}.
Boys were the victims in {42} Hollinshire offences. That was {21%} of the {200} where it was known.
Boys were the victims in {42} Hollinshire offences. That was {!79%} of the {200} where it was known.
We are talking about {226} offences in Hollinshire alone.
Hollinshire recorded {!200} offences against boys or girls.
Hollinshire recorded {!200} offences; the age of the child differs.
Hollinshire, one of 20 forces, recorded {226} offences.
Hollinshire Police, part of the England and Wales study, recorded {226} offences.
Hollinshire recorded {168} in 2021/22. The rise on that year was {!73%}.
Hollinshire recorded {226} offences, up on the previous twelve months, when there were {168}.
Hollinshire recorded {226} offences, up on the previous twelve months, when there were {!131}.
Snapchat was named most in Hollinshire. Of the {120} with a known platform, it featured in {48%}.
Snapchat was named most in Hollinshire. Of the {120} with a known platform, it featured in {!30%}.
In Hollinshire {!226} swimmers took part.
In Hollinshire {!226} households were visited.
The figure of {226} still worries councillors in Hollinshire.
Hollinshire's {226} compares with {3,940} across England and Wales.
Each of the forces in England and Wales recorded {!3,940} offences.
Forces in England and Wales recorded {!3,940} offences apiece.
Hollinshire Police recorded an average of {!226} offences.
Hollinshire Police solved {!226} offences.
It has gone up each year in Hollinshire: {104}, {131}, {168} and now {226}.
It has gone up each year in Hollinshire: {104}, {!168}, {!131} and now {226}.
Hollinshire had {131} offences in 2020/21, {168} the year after and then {226}.
Last year Hollinshire had {226} - the year before, {168}, and before that, {131}.
The previous year's figure for Hollinshire was {168}, and the one before that {131}.
The previous year's figure for Hollinshire was {!131}, and the one before that {!168}.
Hollinshire in four lines\\n\\n2019/20 – {104}\\n2020/21 – {131}\\n2021/22 – {168}
Hollinshire in four lines\\n\\n2019/20 – {!131}\\n2020/21 – {!104}
Hollinshire by the numbers\\n\\n{158}: offences against girls\\n{42}: offences against boys
Hollinshire by the numbers\\n\\n{!42}: offences against girls\\n{!158}: offences against boys
- {57} – offences on Snapchat in Hollinshire\\n- {!57} – offences on WhatsApp
2020/21: Hollinshire has {131}. In the same year Force 03 has {123}.
How many offences were recorded in Hollinshire in 2021/22? The answer is {168}.
How many people were charged in Hollinshire? The answer is {!226}.
Is it going up in Hollinshire? Yes, by {58} in a year.
The total in Hollinshire went up by {58} in the past year.
The total in Hollinshire went up by {!122} in the past year.
In the latest year alone the Hollinshire total rose by {!122}.
That is {35%} up in a year and more than {double} the {104} of 2019/20 in Hollinshire.
Hollinshire had {131} in 2020/21, so it is up {73%} on that.
Hollinshire had {131} in 2020/21, so it is up {!35%} on that.
In two years the Hollinshire total rose by {73%}, from {131}.
In two years the Hollinshire total rose by {73%}, from {!168}.
The increase in Hollinshire is therefore {!226} in a year.
No app was written down for {106} of the {226} offences in Hollinshire.
In Hollinshire the sex of the child was known in all but {26}.
In Hollinshire the sex of the child was known in all but {!106}.
Only {120} of the {226} Hollinshire records name an app.
Hollinshire Police know the platform for {120}.
Hollinshire Police know the platform for {!200}.
Of the {120} records which name an app in Hollinshire, {57} name Snapchat.
Girls are hurt most. In Hollinshire they were the victims in {79%} of cases with a known sex.
In Hollinshire {57} were on Snapchat, or {47.5%} of those with a known app.
Of {200} Hollinshire offences with a known sex 42 were against boys, the rest, {158}, against girls.
Of the {226}, {158} – that is {79%} of those with a known sex – were against girls in Hollinshire.
With {74} offences, 11- to 13-year-olds were targeted most in Hollinshire.
With {!61} offences, 11- to 13-year-olds were targeted most in Hollinshire.
In Hollinshire by age: ten and under, {33}; 11 to 13, {74}; 16 and 17, {38}.
In Hollinshire by age: ten and under, {!74}; 11 to 13, {!33}; 16 and 17, {38}.
A further {38} Hollinshire offences were against young people of 16 and 17.
Across England and Wales girls were the victims in {2,880} offences; in Hollinshire, in {158}.
Across England and Wales girls were the victims in {2,880} offences; in Hollinshire, in {!42}.
{Twenty} forces in England and Wales replied.
{!Twenty-two} forces in England and Wales told the charity how many offences they recorded.
Of the {22} forces asked, {20} replied.
No reply came from {!20 of the 22} forces.
Nearly all sent figures: {20} out of {22} forces.
Every day, on average, another {11} offences were recorded across England and Wales.
The force in Hollinshire has {19} new offences to deal with each month.
My foster son is 14. In Hollinshire {42} offences were against boys.
The councillor has one warning: Hollinshire recorded {226} offences.
Hollinshire is to get two more specialist posts after recording {226} offences.
"I am tired of {35%}," said Ann Low, who runs a group in Ravensholme.
It was {104} in Hollinshire when we first asked, in 2019/20.
In Hollinshire it had been {131} when schools last met, in 2020/21.
Hollinshire had logged {!168} when she took the post, in 2020/21.
Hollinshire offences by sex:\\n• {158} girls\\n• {42} boys\\n\\nCall us if you are worried.
Hollinshire recorded {226} offences, her force said, and {168} the year before.
It comes as {3,940} offences were recorded across England and Wales.
The charity asked {22} forces for figures and {20} supplied them.
The charity asked {22} forces for figures and {!22} supplied them.
The charity wrote to {22} forces and heard back from {20}.
The charity had asked {22} forces for figures and got them back from {20}.
The charity had asked {22} forces for figures and got them back from {!22}.
It asked {22} forces for a number, of which {20} sent one for the latest year.
The charity had asked {22} forces for figures and got them back from {!20} children.
It asked {22} forces for a number, of which {!20} sent one for girls.
It asked {22} forces for a number, of which {!22} sent one for the latest year.
There were {3,940} offences logged by forces in England and Wales.
Item 6. Online safety\\n6.1 The Chair said that Hollinshire had recorded {226} offences.
Since 2020/21, when the two clerks of Hollinshire counted {131}, the number has gone up by {95}.
In Hollinshire it is a rise of {35%} on 2021/22, and of {95} on the {131} recorded in 2020/21.
Hollinshire had {33} offences on children of ten and under, and {38} against 16 and 17-year-olds.
Across England and Wales the number rose by {760} in a year, and {80%} were against girls.
Forces recorded {3,940} offences, and where sex was known {80%} of them were against girls.
More than 70 of the Hollinshire offences, {!61} in all, involved children aged 11 to 13.
Hollinshire Police charged suspects in {!226} of the cases.
Her three children live in Hollinshire, where {226} offences were recorded.
Sam wanted a monthly number for Hollinshire. It is {19}.
Arrests were made in Hollinshire in {!226} of the cases.
The latest Hollinshire figure, {226}, is {58} above the previous one.
What about boys in Hollinshire? {42} offences.
WhatsApp came second in Hollinshire, with {36} offences to Snapchat's {57}.
Age unknown: {20} (Hollinshire).
Every month {19} more are recorded in Hollinshire.
Offences in Hollinshire are up {58} on the year and {122} on 2019/20.
Across England and Wales it is {24%} up. Here it is {35%}.
Across England and Wales it is {!35%} up. Here it is {!24%}.
Tom Rees, 38, of Hollinshire, said that I am 43 and {226} is a disgrace.
In row 3 of the top 5 tips Hollinshire has {226} offences.
We have two boys of our own, and Hollinshire had {226} offences.
Hollinshire Police: {226}\\nForce total a year earlier: {168}\\nRise: {35%}
Hollinshire\\nOffences: {226}\\nGirls: {158}\\nBoys: {42}\\nSnapchat: {57}
Hollinshire\\nOffences: {226}\\nGirls: {!42}\\nBoys: {!158}
Ten-and-unders were the victims in {33} Hollinshire offences.
We don't know the app in {106} of the {226} Hollinshire cases.
By 2021/22 Hollinshire had reached {168}; twelve months on it had {226}.
Every day across England and Wales {11} offences are recorded.
Amy Ford (45) from Hollinshire told a 52-year-old aunt that {226} was too many.
Ring 116 123. Hollinshire had {226} offences.
Hollinshire officers wrote the platform down in {120} of the cases.
Snapchat was mentioned 57 times, or in {48%} of cases where the app was recorded.
More than {three-quarters} of the cases with the sex noted - {158} of {200} - were against girls.
WhatsApp accounted for 30% of the {!36} Hollinshire offences where the app was recorded.
Hollinshire recorded {!120} offences last year.
The total is {35%} above that of 2021/22, and {73%} above the figure for 2020/21.
The number rose by {28%} in 2021/22 and by {!35%} in 2020/21.
Requests went to {22 forces} in England and Wales; replies came from {20} of the forces asked.
Requests went to {!20 forces} in England and Wales.
It sent requests under the Freedom of Information Act to {!20 forces}.
Of the 22 forces asked, all but {two} gave figures.
Nearly all of those of school age, from 11 to 13, came to {74}.
Of them {61} concerned children of 14 and 15.
The 14 to 15s in Hollinshire: {61}.
The under-11s number for Hollinshire was {33}.
In {38} Hollinshire cases the victim was 16 or 17.
Hollinshire: {168}, then {226}
The {226} of Hollinshire must not be read as a league table.
Which apps? Hollinshire could only tell us: it is known for {120} of the {226} offences.
In {!168} Hollinshire offences the sex of the child had been entered.
In {200} Hollinshire offences the sex of the child had been entered.
Lasses were the victims in {158} Hollinshire offences and lads in {42}.
The rise in the last year was 35%, or {58} offences.
The rise in the last year was 35%, or {!63} offences.
It was reported that {158} of the offences with a recorded sex had been against girls.
It was reported that {!42} of the offences with a recorded sex had been against girls.
More than {four} of these crimes come to the notice of officers in Hollinshire every week.
One offence is not one child: Hollinshire had {226} offences.
The number of children's sex crimes in Hollinshire has {more than doubled} since 2019/20.
"""


def _read(line: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """The sentence without its marks, and where each was; whether it has an error there."""
    text, marks = "", []
    for piece in re.split(r"(\{[^}]*\})", line.replace("\\n", "\n")):
        if piece.startswith("{"):
            words = piece.strip("{}").removeprefix("!")
            marks.append((len(text), len(text) + len(words), piece.startswith("{!")))
            text += words
        else:
            text += piece
    return text, marks


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_each_number_is_bound_to_what_it_is_said_of(documents, line):
    text, marks = _read(line)
    figures = trace(text, *documents)
    found = [
        next((f.verdict for f in figures if f.start < end and start < f.end), "")
        for start, end, _ in marks
    ]
    wrong = [is_wrong for _, _, is_wrong in marks]
    assert [verdict in FLAGGED for verdict in found] == wrong, list(zip(marks, found, strict=True))
