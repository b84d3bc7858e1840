"""Replies said in words, of twelve of fifteen forces: "every force replied" is asked about."""

from tests.tracing.tarn_and_england import ask_about_these_alone

FALSE = [
    "All forces replied.",
    "Every police force in England and Wales responded to the charity.",
    "All the forces that were asked gave figures.",
    "Fifteen forces were asked, and every one answered.",
    "Not one force failed to reply, and none of the forces failed to answer.",
    "The charity asked 15 forces and heard back from all of them.",
    "The charity put it to 15 forces and got figures out of every one.",
    "Most forces did not reply.",
    "Only a handful of forces replied.",
    "The charity asked 15 forces. 80% did not respond.",
    "The charity asked 15 forces. 20% responded.",
    "Twelve of the 15 forces replied. The other {} did not.|two",
    "Twelve of the 15 forces replied; the remaining {} said it would take too long.|four",
]
TRUE = [
    "Not every force replied.",
    "Nearly all forces replied.",
    "All forces that replied saw the same form.",
    "Most forces replied.",
    "The charity asked 15 forces and got figures out of 12.",
    "The charity asked 15 forces and heard from all but three.",
    "Few forces did not reply.",
    "The charity asked 15 forces. 20% did not respond.",
    "The charity asked 15 forces. 80% responded.",
    "Twelve of the 15 forces replied. The other three did not.",
    "The charity asked all forces to reply.",
    "All forces in England and Wales record offences in this way.",
]


def test_as_many_replied_as_is_said() -> None:
    ask_about_these_alone(FALSE, TRUE)
