"""The tables; each module imports only those before it, as pyproject.toml has them."""

from offences.models.account import Account, AccountEnd
from offences.models.backup import BackupRun
from offences.models.campaign import (
    POLITICAL,
    Campaign,
    CampaignEvent,
    Correction,
    EventKind,
    IssuedText,
    MediaContact,
    PressBody,
    PressRelease,
)
from offences.models.campaign_event import EventBlock, EventQuote, Spokesperson, TextBlock
from offences.models.charity import Charity, Helpline, remember_charity
from offences.models.contact_fields import Normalised
from offences.models.count import (
    AnnualCount,
    CheckAnswer,
    CountState,
    FigureBody,
    GridDraft,
    RecordedFigure,
    RecordedKind,
)
from offences.models.digest import DigestReader, SentDigest
from offences.models.disclosure import AlreadyPublic, DisclosureRule
from offences.models.exemption import (
    ChallengeChoice,
    ChallengeResult,
    Exemption,
    ExemptionScope,
    PublicInterest,
)
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
from offences.models.link_key import LinkKey
from offences.models.measure import (
    Breakdown,
    BreakdownKind,
    Category,
    Measure,
    MeasureBreak,
    Offence,
    OffenceLevel,
)
from offences.models.outgoing import Outgoing, OutgoingLetter, OutgoingQuerySet
from offences.models.practice_year import PracticeYear
from offences.models.prerelease_access import PreReleaseLog, PreReleaseReader, PreReleaseStep
from offences.models.reading import (
    CategorySpelling,
    DocumentObservations,
    FoiQuery,
    Reading,
    folded_label,
)
from offences.models.recording_practice import ForceBreak, PracticeAnswer
from offences.models.release import Grade, Release, ReleaseEditor, ReleaseState, ScreeningAnswer
from offences.models.released import (
    FigureKind,
    FigureState,
    ReleasedCategory,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.models.reply import Reply
from offences.models.row_change import ChangeKind, RowChange
from offences.models.send_back import SendBack
from offences.models.sent_correction import PrintedArticle, SentCorrection
from offences.models.sent_letter import LetterKind, SentLetter
from offences.models.sent_text import SentText
from offences.models.sign_off import (
    TALK,
    EventSigner,
    NationalBlock,
    ReviewKind,
    SignRole,
    TextReview,
)
