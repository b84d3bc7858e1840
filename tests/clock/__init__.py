"""The statutory clock of requests (`offences/foi_clock/`)."""
