"""The tables. Each module imports only those before it:
force, measure, foi, practice, count, disclosure, reading, release, screening, force_words,
campaign, prerelease, correction.
"""

from offences.models.campaign import (
    Campaign,
    CampaignEvent,
    IssuedText,
    MediaContact,
    PressBody,
    PressRelease,
)
from offences.models.correction import Correction
from offences.models.count import (
    AnnualCount,
    CountState,
    FigureBody,
    GridDraft,
    RecordedFigure,
    RecordedKind,
)
from offences.models.disclosure import AlreadyPublic, DisclosureRule
from offences.models.foi import (
    BankHoliday,
    Document,
    DocumentKind,
    FoiEvent,
    FoiRound,
    FoiStep,
    FoiSubmission,
    StoredImport,
)
from offences.models.force import Force, ForceContact, ForceKind, ForceSpelling, folded
from offences.models.force_words import (
    Dispute,
    ForceAnswer,
    ForceCheck,
    ReleasedRemark,
    RemarkKind,
    RevisionReason,
)
from offences.models.measure import (
    Breakdown,
    BreakdownKind,
    Category,
    Measure,
    MeasureBreak,
    Offence,
    OffenceLevel,
)
from offences.models.names import AsRead
from offences.models.practice import ForceBreak, PracticeAnswer
from offences.models.prerelease import PreReleaseLog, PreReleaseReader, PreReleaseStep
from offences.models.reading import CategorySpelling, FoiQuery, Reading, Seen, folded_label
from offences.models.release import (
    FigureKind,
    FigureState,
    Release,
    ReleasedCategory,
    ReleasedFigure,
    ReleasedResponse,
    ReleaseEditor,
)
from offences.models.screening import Grade, ScreeningAnswer
from offences.models.signed import taking_a_step
from offences.models.signoff import ReleaseState

__all__ = [
    "AlreadyPublic",
    "AnnualCount",
    "AsRead",
    "BankHoliday",
    "Breakdown",
    "BreakdownKind",
    "Campaign",
    "CampaignEvent",
    "Category",
    "CategorySpelling",
    "Correction",
    "CountState",
    "DisclosureRule",
    "Dispute",
    "Document",
    "DocumentKind",
    "FigureBody",
    "FigureKind",
    "FigureState",
    "FoiEvent",
    "FoiQuery",
    "FoiRound",
    "FoiStep",
    "FoiSubmission",
    "Force",
    "ForceAnswer",
    "ForceBreak",
    "ForceCheck",
    "ForceContact",
    "ForceKind",
    "ForceSpelling",
    "Grade",
    "GridDraft",
    "IssuedText",
    "Measure",
    "MeasureBreak",
    "MediaContact",
    "Offence",
    "OffenceLevel",
    "PracticeAnswer",
    "PreReleaseLog",
    "PreReleaseReader",
    "PreReleaseStep",
    "PressBody",
    "PressRelease",
    "Reading",
    "RecordedFigure",
    "RecordedKind",
    "Release",
    "ReleaseEditor",
    "ReleaseState",
    "ReleasedCategory",
    "ReleasedFigure",
    "ReleasedRemark",
    "ReleasedResponse",
    "RemarkKind",
    "RevisionReason",
    "ScreeningAnswer",
    "Seen",
    "StoredImport",
    "folded",
    "folded_label",
    "taking_a_step",
]
