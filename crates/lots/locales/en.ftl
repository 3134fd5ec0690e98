# What people read when a draw by lot cannot be made.
lot-list-empty = There is nobody on the list yet. Put the codes on it first, then close it.
lot-entry-blank = One entry is blank. Take it off the list, or write its code.
lot-entry-not-one-line = “{ $entry }” has a line break or an unseen sign in it. Write it again on one line.
lot-entry-twice = { $entry } is on the list twice. Take one off, so that everybody has the same chance.
lot-list-changed = This list is not the one whose hash was published. Nothing was drawn. Find the list as it was closed.
lot-not-a-list = This is not a closed list: its first line should be “{ $first_line }”. Copy the whole text, from its first line.
lot-too-few-rolls = { $rolls } rolls are too few. Roll { $needed } times, all of them after the list was closed.
lot-not-a-die = Roll number { $number } reads { $roll }. A die shows 1 to 6: look again and write what it showed.
lot-seed-too-short = The secret text has { $letters } letters. It needs { $needed }, or somebody could find it by trying.
lot-seed-not-one-line = The secret text has a line break or an unseen sign in it. It must fit on one line.
lot-reveal-does-not-match = This is not the text whose hash was published. Check for a missing letter or space; if it still differs, roll dice instead.
lot-seed-known-too-early = The seed was known before the list was closed, so nothing was drawn. Roll again now, in front of each other.
lot-committed-too-late = The hash of the secret text must be public for { $hours } hours before the text is shown. Wait, or roll dice instead.
lot-chosen-after-the-list = The secret text was chosen after the list was closed, so somebody could have picked it to suit. Roll dice instead.
