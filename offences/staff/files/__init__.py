"""Files that come in, uploaded and looked at: forces' own, the charity's counts, lists."""
