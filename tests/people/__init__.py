"""How staff log in, and who runs their accounts (`offences/accounts/`)."""
