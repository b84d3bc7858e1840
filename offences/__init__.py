"""Police figures on online sexual offences against children: asked for, checked, released."""

VERSION = "1.0.0"
