"""Results of an earlier time that somebody has as a spreadsheet: a column a question, a row a respondent."""
