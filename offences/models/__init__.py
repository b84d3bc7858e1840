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
from offences.models.contact_fields import Normalised
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
from offences.models.force_checks import (
    Dispute,
    ForceAnswer,
    ForceCheck,
    ReleasedRemark,
    RemarkKind,
    RevisionReason,
)
from offences.models.immutable import release_step
from offences.models.measure import (
    Breakdown,
    BreakdownKind,
    Category,
    Measure,
    MeasureBreak,
    Offence,
    OffenceLevel,
)
from offences.models.prerelease_access import PreReleaseLog, PreReleaseReader, PreReleaseStep
from offences.models.reading import CategorySpelling, FoiQuery, Reading, Seen, folded_label
from offences.models.recording_practice import ForceBreak, PracticeAnswer
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
from offences.models.signoff import ReleaseState

__all__ = [
    "AlreadyPublic",
    "AnnualCount",
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
    "Normalised",
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
    "release_step",
]
