"""HQ's side: takes frames in, keeps the log, answers with receipts."""
