"""The tables; each module imports only those before it, as pyproject.toml has them.

Whose figures, and of what: `force` (with spellings and contacts), `measure` (with breakdowns,
categories and offences), `charity`. How they come in: `foi` (rounds, requests, their steps,
documents, bank holidays), `sent_letter`, `reply`, `exemption`, `reading` (forces' own files, the
meaning of labels, questions to forces), `recording_practice`; then `count`.

What is published: `release` and its screening, `released` with its public rows, `disclosure` (the
rules), `force_checks` (disputes, remarks, reasons for revisions), `prerelease_access`. For the
press: `campaign` (events, texts, newsrooms), `campaign_event` (quotes, an event's own words),
`sign_off`, `sent_text`, `sent_correction`.

About the site: `account`, `digest`, `send_back`, `row_change` (the history), `backup`, `link_key`,
`practice_year`. No tables of their own: `approved_words`, `outgoing` and `immutable` are bases of
tables; `shared` and `contact_fields` have fields, `constraints` the rules.
"""

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
