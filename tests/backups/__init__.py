"""Backups and restores, and stored databases of earlier versions brought to this one."""
