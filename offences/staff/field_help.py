"""Help for the fields of the staff's forms whose label does not say it all.

The models explain a field to the public and to the rules; this adds what the person at the form
needs. tests/staff/test_helps.py finds a field that neither explains.
"""

from offences.words.years import in_our_years

SLUG = "The last part of its address on the site: small letters, digits and hyphens."
POSITION = "Its place in the order of the forms and tables: 1 comes first."
OFFENCE = "The matching Home Office offence, if there is one."
PAPER_NOTE = "For staff, such as which pages hold the figures. Never published."

HELPS = {
    "campaign.slug": SLUG,
    "campaignevent.slug": SLUG,
    "pressrelease.text": "Plain text, as it goes into the e-mail. “- ” begins a bullet, “> ” a "
    "quotation.",
    "recordedfigure.claim": "What the number counts.",
    "recordedfigure.body_kind": "Whether it is about one force, a region, a nation, or several "
    "nations.",
    "recordedfigure.value": "The number alone; empty for a statement without one.",
    "recordedfigure.as_written": "Exactly as published: “3,186”, “almost 50”.",
    "recordedfigure.with_figures": "How many forces gave figures, according to the publication.",
    "recordedfigure.asked": "How many forces were asked, according to the publication.",
    "recordedfigure.document": "The publication it is from.",
    "recordedfigure.doubt": "Why it may be wrong: “a later paper says 3,903”. Empty if nothing "
    "speaks against it. If two figures conflict, open the wrong one and say what is wrong.",
    "recordedfigure.note": "A remark for readers. It is published with the figure.",
    "bankholiday.england_and_wales": "A bank holiday in any part of the UK is not a working day "
    "under the Act.",
    "bankholiday.scotland": "Tick if it is a bank holiday in Scotland.",
    "bankholiday.northern_ireland": "Tick if it is a bank holiday in Northern Ireland.",
    "document.kind": "A force’s file or letter and the charity’s own spreadsheet are stored as "
    "files; a publication is named by its address and date.",
    "document.file": "The file as it came, not a copy that was opened and saved again.",
    "document.url": "Where the publication can be read.",
    "document.published_on": "The date on it. A publication needs one; for a letter, the letter’s "
    "date.",
    "document.note": PAPER_NOTE,
    "foiround.slug": SLUG,
    "foiround.sent_on": "The day on which the letters went out.",
    "foiround.letter": "The words of the letter; {force}, {years} and other places in braces are "
    "filled in for each force.",
    "foiround.measures": "What the letter asks for. They make the tables of the entry grid.",
    "foisubmission.follows": "For a narrowed request, the one before it.",
    "foisubmission.reference": "The force’s own number, from its acknowledgement or answer. It is "
    "published.",
    "foisubmission.outcome": "How it ended. “Answered” and “answered in part” put it among the "
    "returns to enter.",
    "foisubmission.outcome_on": "The day of the answer or refusal, from the letter.",
    "foisubmission.documents": "Everything that came back: add the force’s file here, so that "
    "each count has its source.",
    "foievent.kind": "What happened.",
    "foievent.partial": "Tick for an answer or a refusal that covers only part of the request.",
    "foievent.document": "The letter or e-mail that says so.",
    "foievent.note": "For staff. Never published.",
    "force.welsh_name": "Its own name in Welsh, if it has one.",
    "force.kind": "The territorial forces are the 44 that are always asked.",
    "force.nation": "Where the force works: a nation’s total adds up its own forces. A force for "
    "the whole country is UK-wide and in no nation’s total.",
    "force.region": "The English region, as the public pages group forces. Empty elsewhere.",
    "force.ons_code": "The code of its area in official statistics, such as E23000023.",
    "force.website": "Where its public pages begin.",
    "force.foi_email": "Where the letter of a round is sent.",
    "force.tile_col": "Its column on the map of forces, counted from the left.",
    "force.tile_row": "Its row, counted from the top. Fill in both or neither.",
    "forcecontact.office": "Which office it is.",
    "forcecontact.email": "For a letter or a release. An office’s address lasts longer than a "
    "person’s.",
    "forcecontact.phone": "With the area code.",
    "forcespelling.spelling": "As a table or a letter has it. Capitals and footnote marks do not "
    "matter.",
    "mediacontact.email": "Where releases are sent. Each address can be listed only once.",
    "mediacontact.phone": "With the area code.",
    "mediacontact.note": "What a colleague should know before writing.",
    "measure.slug": SLUG,
    "measure.name": "What the public pages call it.",
    "breakdown.slug": "A short key for files: small letters, digits and hyphens. Files rely on it.",
    "breakdown.kind": "What it splits the measure by.",
    "breakdown.position": POSITION,
    "category.slug": "A short key for files: small letters, digits and hyphens. Files rely on it.",
    "category.is_total": "Tick for the total that forces state with the rows. One for each "
    "breakdown.",
    "category.is_unknown": "Tick for “not known” and “not recorded”.",
    "category.age_from": "The youngest age of the band, in years; for a single year both are the "
    "same.",
    "category.age_to": "The oldest age of the band, in years.",
    "category.offence": OFFENCE,
    "category.position": POSITION,
    "offence.code": "As the Home Office counts it: 71, or 71/1 for a part of it.",
    "offence.level": "A class, or one offence within a class.",
    "offence.class_code": "Its class; for a class, its own code.",
    "offence.group": "The Home Office’s own group of offences.",
    "offence.act": "The Act of Parliament that makes it an offence.",
    "offence.section": "The section of that Act.",
    "offence.valid_from": "Since when it has been counted; empty if that is before our records.",
    "offence.valid_to": "Until when it was counted; empty if it still is.",
    "offence.child_specific": "Tick if only people under 18 can be its victims.",
    "charity.tagline": "Under that name, in smaller letters.",
    "charity.website": "The charity’s own site, with https://.",
    "charity.help_lead": "“You can report what you saw without your name.”",
    "charity.licence_address": "Where the licence can be read.",
    "helpline.position": POSITION,
    "helpline.number": "As people write it, with spaces: 0300 555 0199.",
    "release.title": "Its heading for readers, such as “Figures for 2018/19”.",
}
"""By model and field."""


def explain(field, db_field):
    """Give a form's field its help if its model has none."""
    if field and not field.help_text:
        name = f"{db_field.model._meta.model_name}.{db_field.name}"
        field.help_text = in_our_years(HELPS.get(name, ""))
    return field
