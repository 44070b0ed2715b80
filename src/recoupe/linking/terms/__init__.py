"""What words say, for comparing statements: one term for all words of one meaning."""
