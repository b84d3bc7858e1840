"""What a field of a form takes, for the staff who fill it in, where its label does not say it all.

The models say what the public or the rules need of a field; this adds what a person at the form
needs. tests/staff/test_helps.py finds a field that neither explains.
"""

SLUG = "The last part of its address on the site: small letters, digits and hyphens."
POSITION = "Its place in the order of the forms and tables: 1 comes first."
OFFENCE = "The Home Office offence that it stands for, where it is one."
PAPER_NOTE = "For staff, such as which pages hold the figures. Never published."

HELPS: dict[str, dict[str, str]] = {
    "campaign": {"slug": SLUG},
    "campaignevent": {"slug": SLUG},
    "pressrelease": {
        "text": "Plain text, as it goes into the e-mail. “- ” begins a bullet, “> ” a quotation."
    },
    "recordedfigure": {
        "claim": "What the number is of.",
        "body_kind": "Whether it is about one force, a region, a nation, or several nations.",
        "value": "The number alone; empty for a statement without one.",
        "as_written": "Exactly as it is printed: “3,186”, “almost 50”.",
        "with_figures": "Of how many forces the publication says that they gave figures.",
        "asked": "How many forces the publication says were asked.",
        "document": "The publication that printed it.",
        "doubt": "Why it is doubted: “a later paper says 3,903”. Empty while nothing speaks "
        "against it. Of two that contradict each other, say it of the wrong one.",
        "note": "A remark for readers. It is published with the figure.",
    },
    "bankholiday": {
        "england_and_wales": "A bank holiday in any part of the UK is no working day of the Act.",
        "scotland": "Ticked where it is a bank holiday in Scotland.",
        "northern_ireland": "Ticked where it is a bank holiday in Northern Ireland.",
    },
    "document": {
        "kind": "A force’s file or letter and the charity’s own spreadsheet are kept with their "
        "bytes; a publication is named by its address and date.",
        "file": "The file as it came, not a copy that was opened and saved again.",
        "url": "Where the publication can be read.",
        "published_on": "The day on it. A publication needs one; of a letter, the letter’s date.",
        "note": PAPER_NOTE,
    },
    "foiround": {
        "slug": SLUG,
        "sent_on": "The day on which the letters went out.",
        "letter": "The words of the letter, as they were sent.",
        "measures": "What the letter asks for. They make the tables of the entry grid.",
    },
    "foisubmission": {
        "follows": "Of a narrowed request, the one before it.",
        "reference": "The force’s own number, from its acknowledgement or answer. It is published.",
        "outcome": "How it ended. “Answered” and “answered in part” bring it among the returns to "
        "enter.",
        "outcome_on": "The day of the answer or refusal, from the letter.",
        "documents": "Everything that came back: add the force’s file here, so that each count "
        "keeps its source.",
    },
    "foievent": {
        "kind": "What happened.",
        "partial": "Of an answer or a refusal that covers a part of the request only.",
        "document": "The letter or e-mail that tells it.",
        "note": "For staff. Never published.",
    },
    "force": {
        "welsh_name": "Its own name in Welsh, where it has one.",
        "kind": "The territorial forces are the 44 that are always asked.",
        "nation": "Where the force works: the sum of a nation is over its own forces. A body of "
        "the whole country is UK-wide, and in no such sum.",
        "region": "The English region, as the public pages group forces. Empty elsewhere.",
        "ons_code": "The code of its area in official statistics, such as E23000023.",
        "website": "Where its public pages begin.",
        "foi_email": "Where the letter of a round is sent.",
        "tile_col": "Its square on the map of links, counted from the left.",
        "tile_row": "Counted from the top. Both, or neither.",
    },
    "forcecontact": {
        "office": "Whose desk it is.",
        "email": "For a letter or a release; an address of the office outlives a person’s.",
        "phone": "With the area code.",
    },
    "forcespelling": {
        "spelling": "As a table or a letter prints it. Capitals and footnote marks do not count."
    },
    "mediacontact": {
        "email": "Where releases are sent. One address stands here once.",
        "phone": "With the area code.",
        "note": "What a colleague should know before writing.",
    },
    "measure": {
        "slug": SLUG,
        "name": "What the public pages call it.",
    },
    "breakdown": {
        "slug": "A short key for files: small letters, digits and hyphens. Files rely on it.",
        "kind": "By what it splits the measure.",
        "position": POSITION,
    },
    "category": {
        "slug": "A short key for files: small letters, digits and hyphens. Files rely on it.",
        "is_total": "Ticked for the total that forces state beside the rows. One a breakdown.",
        "is_unknown": "Ticked for “not known” and “not recorded”.",
        "age_from": "The youngest age of the band, in years; for a single year both are the same.",
        "age_to": "The oldest age of the band, in years.",
        "offence": OFFENCE,
        "position": POSITION,
    },
    "offence": {
        "code": "As the Home Office counts it: 71, or 71/1 for a part of it.",
        "level": "A class, or one offence within a class.",
        "class_code": "The class that it is in; of a class, its own code.",
        "group": "The Home Office’s own group of offences.",
        "act": "The Act of Parliament that makes it an offence.",
        "section": "The section of that Act.",
        "valid_from": "Since when it is counted; empty where that is before these records.",
        "valid_to": "Until when it was counted; empty while it is.",
        "child_specific": "Ticked where only a child can be the victim.",
    },
    "release": {"title": "What readers see above it, such as “Figures for 2018/19”."},
}


def explain(field, db_field):
    """The field of a form, with its help where its model has none."""
    if field and not field.help_text:
        table = HELPS.get(db_field.model._meta.model_name, {})
        field.help_text = table.get(db_field.name, "")
    return field
