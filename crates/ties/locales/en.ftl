ties-title = Whom I know
ties-lede = To know one another, not to sell anything. Listen more than you talk; ask for stories, and why.
ties-meetings = Sitting down together
ties-live = Ties we both count
ties-none = None yet. Sit down with somebody; afterwards each of you says whether it counts.
tie-until = Counts until { $day }, if nobody says so anew.
tie-still = We still know each other
tie-let-go = Let it go
meeting-title = { $name } and you
meeting-ask = Sit down with somebody
meeting-who = With whom?
meeting-about = What would you like to talk about?
meeting-about-hint = Half an hour or so. Leave it empty if it is simply to know each other.
meeting-ask-button = Ask them
meeting-asked = You asked. They answer when they like, or not at all.
meeting-asks-you = Would you sit down together, for half an hour or so?
meeting-agreed = You both would. Find a time, better in person.
meeting-held = You met.
meeting-agree = Yes, gladly
meeting-not-now = Not now
meeting-how = Listen far more than you talk. Notice what moves them. Do not interview, do not recruit. End with one real next thing, or none.
meeting-met = We met
meeting-said-met = You said that you met. When both of you have said so, it goes on here.
meeting-count = Does it count as a tie?
meeting-count-how = A tie is there when both of you say so. Nobody is told who said what.
meeting-count-yes = I would count it
meeting-count-no = I would rather not after all
meeting-would-count = You would count it.
meeting-next = One real next thing, or none
meeting-next-hint = You both read this.
meeting-next-button = Keep it
meeting-note = A note for yourself
meeting-note-hint = Within a day is best. What moved them, what you would like to remember; nothing they would not want written.
meeting-note-button = Keep my note
introduction-asks = Somebody who also cares about { $cares } would like to meet you. Would you?
introduction-yes = Yes
introduction-nobody = If not, nobody ever learns of it.
introduction-suggest = Introduce two people
introduction-how = The first is asked, without a name; only if they say yes, the other is. You do not hear how it went, so that nobody has to explain a no.
introduction-one = Who is asked first?
introduction-other = And who then?
introduction-cares = What do both care about?
introduction-cares-hint = "heat repairs", "music": a few words that name nobody.
introduction-suggest-button = Ask the first
own-only-link = Some of us reach the others only through you.
own-share = Would you like help sharing this?
own-introduce = You could introduce { $one } and { $other }.
network-title = Whether we would hold
network-lede = What all our ties add up to. About the whole, never about anybody.
network-made = As it was on { $day }.
network-never = Nobody can see who is meant, and no picture of the ties is kept for next time.
network-all-together = All { $all } of us can reach each other through people who know each other.
network-together = { $n } of { $all } can reach each other through people who know each other.
network-no-link = No single person's absence would separate us.
network-links-half = { $n ->
    [one] One person is
    [2] Two people are
   *[other] { $n } people are
 } the only link between parts of us. If one of them were away, fewer than half of the remaining pairs could still reach each other ({ $part } of { $pairs }).
network-links = { $n ->
    [one] One person is
    [2] Two people are
   *[other] { $n } people are
 } the only link between parts of us. If one of them were away, { $percent }% of the remaining pairs could still reach each other ({ $part } of { $pairs }).
network-introductions = { $n ->
    [one] One introduction
    [2] Two introductions
    [3] Three introductions
   *[other] { $n } introductions
 } would be enough to mend that.
network-cohesion = At least { $n } people would have to be away before we came apart.
network-bridges = { $n ->
    [one] One friendship alone joins two parts of us.
   *[other] { $n } friendships each alone join two parts of us.
 }
network-three = If our three best-connected people rested, { $percent }% of pairs could still reach each other.
network-one-centre = Ties lean on one centre.
network-spread = Ties are spread.
network-across = { $percent }% of our ties cross circles.
network-beyond = Of the ties of { $circle }, { $n } of { $all } go beyond the circle.
network-half = Of people who join, about half are still with us after { $n } months.
network-handed-over = { $n } of { $all } who left handed over.
network-fragments = We look like scattered fragments.
network-single-hub = We look like a single hub.
network-several-hubs = We look like several hubs.
network-core-periphery = We look like a core with people around it.
network-next-fragments = Next: somebody who brings a few together, and helps them meet others.
network-next-single-hub = Next: whoever is in the middle introduces people to one another, rather than to themself.
network-next-several-hubs = Next: small things done together across the hubs.
network-next-core-periphery = Next: keep the core knit, and the door to the edge open.
network-shape = The shape
network-besides = What is done and carried
network-shape-words = Dots for people, in no sequence and without names; lines for ties.
network-hanging = { $one } and { $other } are joined through single people.
said-introduction-suggested = Thank you. You do not hear how it goes, so that nobody has to explain a no.
said-introduction-yes = Good. If the other would too, you hear who it is.
said-not-now = Good. Nobody is told.
said-meeting-asked = Asked.
today-introduction = Somebody would like to meet you
today-tie-letter = Somebody would like to meet you.
audience-the-two = Only the two of you see this.
audience-own-note = Only you see this: not the other, no steward. It goes after a year.
audience-count = Only you see what you say here.
audience-own = Only you learn this. Nobody else does.
audience-network = Members of the network see this, where there are twelve of us or more.
audience-weaver = Whoever weaves sees this: circles, and no names.
keep-one-to-ones = One-to-ones, and each one's own notes
keep-one-to-ones-until = A year; what was only asked, 30 days
keep-one-to-ones-who = The two; notes, their author
keep-ties = Ties both count, and what they add up to
keep-ties-until = A year after both said so
keep-ties-who = The two; sums, members
field-one = Who is asked first
field-other-one = And who then
field-cares = What both care about
field-next-thing = One next thing
field-note-of-mine = Your note
refused-tie-nobody = Nobody here goes by that name.
refused-tie-self = Pick somebody else than yourself.
refused-tie-under-way = It is under way already, or you have met.
refused-tie-not-agreed = The other has not said yes yet.
refused-tie-not-met = Meet first; when both of you have said that you did, it goes on.
refused-tie-two = Two other people, and what both care about.
