"""A content folder in; the web page that clinicians pick, tailor and print from, out."""
