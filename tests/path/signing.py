"""A release on its way to the approver, in a browser."""

from django.urls import reverse
from playwright.sync_api import expect


def to_review(officers, leads, release) -> None:
    """The data lead answers the errors, the officer the warnings; then it is sent to review."""
    for page in (leads, officers):
        page.goto(reverse("admin:offences_release_screening", args=[release.pk]))
        left = page.locator(".finding:not(.good):has(textarea)")
        while number := left.count():
            left.first.locator("textarea").fill("The force was asked, and it is so.")
            left.first.get_by_role("button", name="Save this answer").click()
            expect(left).to_have_count(number - 1)
    officers.get_by_role("button", name="Mark as screened").click()
    officers.get_by_role("button", name="Send to review").click()
    expect(officers.locator(".messagelist")).to_contain_text("is in review")
