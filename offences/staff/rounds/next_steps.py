"""The states of requests in words, and the next step of each as its button names it."""

from offences.rounds.board import BoardRow, BoardState, mistakes_for_letter

# State → its name, and the next step (with a page) if any.
WORDS: dict[BoardState, tuple[str, str]] = {
    BoardState.OVERDUE: ("Overdue", "Send a reminder"),
    BoardState.DUE_TODAY: ("Due today", ""),
    BoardState.WITH_US: ("Asked us a question", "Answer its question"),
    BoardState.REVIEW_OVERDUE: ("Review overdue", "Complain"),
    BoardState.TO_STORE: ("Answered, to enter", "Enter it"),
    BoardState.PART_ANSWERED: ("Answered in part", "Ask for the rest"),
    BoardState.SENT_BACK: ("Sent back by a checker", "Correct it"),
    BoardState.TO_CHECK: ("Answered, to check", "Check it"),
    BoardState.REFUSED: ("Refused", "Challenge it"),
    BoardState.NOT_SENT: ("Not sent", "Send the letter"),
    BoardState.WAITING: ("Waiting", ""),
    BoardState.ACKNOWLEDGED: ("Acknowledged", ""),
    BoardState.EXTENDED: ("Extended", ""),
    BoardState.IN_REVIEW: ("In review", ""),
    BoardState.WITH_ICO: ("With the Information Commissioner", ""),
    BoardState.NO_RESPONSE: ("No answer", ""),
    BoardState.CHECKED: ("Answered, checked", ""),
    BoardState.UNKNOWN: ("Not known", "Record what came"),
}
ANSWER_IT = WORDS[BoardState.WITH_US][1]
WRITE_TO_IT, REQUEST_FILE = "Tell the force", "Ask for it again"
REQUEST_REST, REMIND_OF_REST = WORDS[BoardState.PART_ANSWERED][1], "Send a reminder of the rest"
PAGES = {
    BoardState.TO_STORE: "grid",
    BoardState.SENT_BACK: "grid",
    BoardState.TO_CHECK: "check",
    BoardState.REFUSED: "exemptions",
    BoardState.REVIEW_OVERDUE: "exemptions",
    BoardState.PART_ANSWERED: "exemptions",  # or a letter, where nothing is refused
}
PARTS = {BoardState.REVIEW_OVERDUE: "#complain", BoardState.UNKNOWN: "?act=outcome"}
"""The part of the page on which the step is taken."""


def next_step(row: BoardRow) -> str:
    """The name of a request's next step; empty if there is none to take."""
    if row.state == BoardState.REFUSED and row.clock.state == "review_answered":
        return "Record the result"
    if row.state == BoardState.REFUSED and not row.sections:
        return "Record its section"
    if row.state == BoardState.PART_ANSWERED and row.sections:
        return WORDS[BoardState.REFUSED][1]
    if row.state == BoardState.PART_ANSWERED and row.also_asks:
        return ANSWER_IT
    if row.state == BoardState.PART_ANSWERED and row.clock.state == "overdue":
        return REMIND_OF_REST
    if row.state == BoardState.PART_ANSWERED and row.submission.is_rest_asked:
        return ""
    if row.state == BoardState.TO_STORE and row.submission.file_to_store:
        return "Read its file"
    if row.state == BoardState.TO_STORE and row.submission.is_shut:
        return REQUEST_FILE if row.submission.asks_for_file else ""
    if not WORDS[row.state][1] and needs_letter(row):
        return WRITE_TO_IT
    return WORDS[row.state][1]


def lacks_rest(row: BoardRow) -> bool:
    """Whether figures are entered, others are missing, and the force was not asked for them."""
    is_to_check = row.state is BoardState.TO_CHECK and not row.submission.is_rest_asked
    return is_to_check and row.missing > 0


def needs_letter(row: BoardRow) -> bool:
    """Whether the force made a mistake that none of our letters has mentioned."""
    return bool(mistakes_for_letter(row.mistakes, row.clock)) and not row.submission.has_letter
