"""An association's campaign: a small site and an A4 for employers who see no need for a confidential advisor yet."""
