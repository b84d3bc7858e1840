"""The tables. Each module imports only those before it:
force, measure, foi, count, release, campaign.
"""

from offences.models.campaign import Campaign, CampaignEvent, IssuedText, PressRelease
from offences.models.count import AnnualCount, RecordedFigure
from offences.models.foi import BankHoliday, Document, FoiEvent, FoiRound, FoiSubmission
from offences.models.force import Force, ForceSpelling, folded
from offences.models.measure import Breakdown, Category, Measure, MeasureBreak, Offence
from offences.models.release import Release, ReleasedFigure, ReleasedResponse

__all__ = [
    "AnnualCount",
    "BankHoliday",
    "Breakdown",
    "Campaign",
    "CampaignEvent",
    "Category",
    "Document",
    "FoiEvent",
    "FoiRound",
    "FoiSubmission",
    "Force",
    "ForceSpelling",
    "IssuedText",
    "Measure",
    "MeasureBreak",
    "Offence",
    "PressRelease",
    "RecordedFigure",
    "Release",
    "ReleasedFigure",
    "ReleasedResponse",
    "folded",
]
