"""What the stages hand to one another: frozen, plain, and free of any output format."""
