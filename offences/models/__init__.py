"""The tables. Each module imports only those before it:
force, measure, foi, practice, count, disclosure, reading, release, screening, force_words,
campaign, prerelease, correction.
"""

from offences.models.campaign import Campaign, CampaignEvent, IssuedText, MediaContact, PressRelease
from offences.models.correction import Correction
from offences.models.count import AnnualCount, GridDraft, RecordedFigure
from offences.models.disclosure import AlreadyPublic, DisclosureRule
from offences.models.foi import (
    BankHoliday,
    Document,
    FoiEvent,
    FoiRound,
    FoiSubmission,
    StoredImport,
)
from offences.models.force import Force, ForceContact, ForceSpelling, folded
from offences.models.force_words import Dispute, ForceCheck, ReleasedRemark, RevisionReason
from offences.models.measure import Breakdown, Category, Measure, MeasureBreak, Offence
from offences.models.names import AsRead
from offences.models.practice import ForceBreak, PracticeAnswer
from offences.models.prerelease import PreReleaseLog, PreReleaseReader
from offences.models.reading import CategorySpelling, FoiQuery, Reading, Seen, folded_label
from offences.models.release import (
    Release,
    ReleasedCategory,
    ReleasedFigure,
    ReleasedResponse,
    ReleaseEditor,
)
from offences.models.screening import Grade, ScreeningAnswer
from offences.models.signed import taking_a_step

__all__ = [
    "AlreadyPublic",
    "AnnualCount",
    "AsRead",
    "BankHoliday",
    "Breakdown",
    "Campaign",
    "CampaignEvent",
    "Category",
    "CategorySpelling",
    "Correction",
    "DisclosureRule",
    "Dispute",
    "Document",
    "FoiEvent",
    "FoiQuery",
    "FoiRound",
    "FoiSubmission",
    "Force",
    "ForceBreak",
    "ForceCheck",
    "ForceContact",
    "ForceSpelling",
    "Grade",
    "GridDraft",
    "IssuedText",
    "Measure",
    "MeasureBreak",
    "MediaContact",
    "Offence",
    "PracticeAnswer",
    "PreReleaseLog",
    "PreReleaseReader",
    "PressRelease",
    "Reading",
    "RecordedFigure",
    "Release",
    "ReleaseEditor",
    "ReleasedCategory",
    "ReleasedFigure",
    "ReleasedRemark",
    "ReleasedResponse",
    "RevisionReason",
    "ScreeningAnswer",
    "Seen",
    "StoredImport",
    "folded",
    "folded_label",
    "taking_a_step",
]
