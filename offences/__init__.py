"""Police figures for a charity: asked for under Freedom of Information, checked, released."""

VERSION = "1.2.0"
