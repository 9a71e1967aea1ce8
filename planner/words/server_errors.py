"""A sentence for each thing that a calendar server may refuse."""

from __future__ import annotations

from planner.words import to_say

SERVERS = {
    "caldav-absent": to_say(
        "Calendars on a server need one part more. Nothing was sent. Install it: `pip install 'planner[caldav]'`."
    ),
    "caldav-url": to_say(
        "This is no address of a calendar. Nothing was sent. Write it as in https://cloud.example/dav/calendars/me/work/."
    ),
    "caldav-url-password": to_say(
        "A password stands in the address, where others can read it. Nothing was sent or kept. Leave it out: planner "
        "asks for it. And change it, for the terminal’s history has it now."
    ),
    "caldav-unprotected": to_say(
        "Others could read the password on its way to {host}. Nothing was sent. Use https, or add --unprotected on a "
        "network of your own."
    ),
    "caldav-which": to_say(
        "There are several calendars at this address, or another one than you named. Nothing was sent. Name one with "
        "--collection: {known}."
    ),
    "caldav-no-calendar": to_say(
        "No calendar was found from this address at {host}. Nothing was changed. Give the address of the calendar "
        "itself: the server’s page shows it."
    ),
    "caldav-no-calendar-missing": to_say(
        "There is no calendar at this address of {host} (404), and none was found from there. Nothing was changed. "
        "Check the address, or make the calendar there."
    ),
    "caldav-nothing-there": to_say(
        "There is no calendar at this address (404). Nothing was sent. These were found from there: {known}. Name one "
        "with --collection, or give its address."
    ),
    "caldav-missing": to_say(
        "There is no calendar any more at this address of {host}. Nothing was changed. Check the address, or make the "
        "calendar there."
    ),
    "caldav-login": to_say(
        "{host} refused the login of {account}. Nothing was changed. Check name and password: many servers ask for a "
        "password of its own for each program."
    ),
    "caldav-nameless": to_say(
        "{host} lets nobody in there without a name (it answered {status}). Nothing was changed. Give the name to log "
        "in with: --user NAME."
    ),
    "caldav-password": to_say(
        "The password of {account} at {host} is needed, and nobody is there to ask. Nothing was changed. In a terminal "
        "you are asked for it: `{command}`."
    ),
    "caldav-forbidden": to_say(
        "{host} does not let {account} write there. What is done is kept. Choose a calendar of your own."
    ),
    "caldav-offline": to_say(
        "{host} cannot be reached. Your calendar is as it was. The next `planner publish` catches up."
    ),
    "caldav-timeout": to_say(
        "{host} has not answered for {count} seconds. Your calendar is as it was. The next `planner publish` "
        "catches up."
    ),
    "caldav-certificate": to_say(
        "{host} does not prove that it is who it says (certificate). Nothing was sent. Check the address and this "
        "machine’s date."
    ),
    "caldav-redirect": to_say(
        "{host} sends on to {target}, and the password does not go there. Nothing was sent. If you trust {target}, "
        "give its address."
    ),
    "caldav-refused": to_say(
        "{host} cannot do it now (it answered {status}). Your calendar is as it was. The next `planner publish` "
        "catches up."
    ),
    "caldav-offline-at-first": to_say(
        "{host} cannot be reached. Nothing is kept up to date there yet. Check the address, and give it again later."
    ),
    "caldav-timeout-at-first": to_say(
        "{host} has not answered for {count} seconds. Nothing is kept up to date there yet. Give the address again "
        "later."
    ),
    "caldav-refused-at-first": to_say(
        "{host} cannot do it now (it answered {status}). Nothing is kept up to date there yet. Give the address again "
        "later."
    ),
    "caldav-not-caldav": to_say(
        "{host} answered something that no calendar server says. Your calendar is as it was. Check the address."
    ),
}
"""Each key's sentence, in English."""
