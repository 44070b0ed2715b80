"""Who is on one side: a body or a person, and whoever speaks for it.

Who agrees with whom, and who has a quarrel, is no matter of this.
"""
