"""What other systems of a hospital ask: Infobutton and FHIR in, feeds out."""
