"""Passwords of calendar servers: from the environment or the system's keyring, and never anywhere else.

keyring's errors are passed over: a machine without a keyring is a machine where the person is asked.
"""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

SERVICE = "planner"
"""What the keyring's own window calls planner's passwords."""
VARIABLE = "PLANNER_CALDAV_PASSWORD"


def host_of(place: str) -> str:
    """Whose password is asked for at an address: its host, with the port when there is one.

    Two programs may listen on one machine, and neither is to be given the other's password.
    """
    return urlsplit(place).netloc.rpartition("@")[2].lower()


def known_password(account: str, host: str, *, from_environment: bool) -> str:
    """The password in the keyring, else "".

    Args:
        account: the name to log in with.
        host: as `host_of` gives it.
        from_environment: whether the one in the environment comes first: it names no server, so it is given only to
            the one that a person named, or the only one there is.
    """
    return (from_environment and os.environ.get(VARIABLE)) or _from_keyring(account, host)


def keep_password(account: str, host: str, password: str) -> bool:
    """Put a password into the keyring, and say whether it is there now."""
    keyring = _keyring()
    if keyring is None:
        return False
    try:
        keyring.set_password(SERVICE, _name(account, host), password)
    except Exception:
        return False
    return _from_keyring(account, host) == password


def forget_password(account: str, host: str) -> bool:
    """Take a password out of the keyring, and say whether there was one."""
    keyring = _keyring()
    if keyring is None or not _from_keyring(account, host):
        return False
    try:
        keyring.delete_password(SERVICE, _name(account, host))
    except Exception:
        return False
    return True


def keeps_passwords() -> bool:
    """Whether this machine has a keyring that takes passwords."""
    keyring = _keyring()
    if keyring is None:
        return False
    try:
        return float(keyring.get_keyring().priority) > 0
    except Exception:
        return False


def _from_keyring(account: str, host: str) -> str:
    keyring = _keyring()
    if keyring is None:
        return ""
    try:
        return keyring.get_password(SERVICE, _name(account, host)) or ""
    except Exception:
        return ""


def _name(account: str, host: str) -> str:
    return f"{account}@{host}"


def _keyring() -> Any:
    """The library, which comes with the extra `caldav`; None without it."""
    try:
        import keyring
    except ImportError:
        return None
    return keyring
