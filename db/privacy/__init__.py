"""What is done with personal data on request: all of it shown, or taken out of everything."""
