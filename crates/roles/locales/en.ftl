# Roles that end.
roles-of-circle = { $circle }: roles
roles-role-of = { $circle }: { $role }
roles-lede = Every role ends, and somebody learns it alongside from the first day. The circle chooses who is next.
roles-treasurer = treasurer
roles-for-steward = Looks after the circle: invites, keeps the roles in view, and is there when something has to be decided.
roles-for-intake = Answers the line, takes a shift, and writes down what neighbours ask for.
roles-for-host = Keeps the server running, together with a second person.
roles-for-welcomer = Calls those who left a name, and stays near in their first weeks.
roles-for-treasurer = Keeps the shared money in the open, together with a second person.
roles-how = How it was chosen
roles-how-selected = in a selection round
roles-how-consent = the circle consented
roles-how-lot = by lot
roles-how-emergency = in an emergency, thirty days at most
roles-how-given = since the founding, or by an invitation
roles-held = { $name }, until { $last } ({ $how })
roles-handing-over = { $name }, until { $last } ({ $how }). It is being handed over.
roles-coming = { $name }, from { $first } until { $last } ({ $how })
roles-vacant = Nobody holds it now.
roles-rests-on-one = This rests on one person. Who could learn it alongside?
roles-two-could = Two people or more could do this tomorrow.
roles-no-shadow = No shadow yet: by the thirtieth day somebody learns it alongside.
roles-last-two = { $name } has held the last two terms. Who else could?
roles-choosing-goes-on = The circle is choosing
roles-keys = Keys that rest on one role
roles-key-rests-on-one = “{ $key }” stands with one role only. Which second role could open it?
roles-steward = For whoever looks after the circle
roles-write-new = Write a new role
roles-write-down = Write down what was decided aloud
roles-write-down-words = The circle has talked and decided, at a table or by phone. The same rules hold as here.
roles-until-hint = Empty: a whole term.
roles-give = Write it down
roles-domain = What it decides by itself
roles-domain-hint = What whoever holds it does without asking, and where it ends.
roles-opens = What it opens
roles-opens-hint = One a line, in words: “the intake phone”, “the shed”. Never a code or a password.
roles-opens-none = Nothing is written down yet.
roles-rule-months = { $n ->
    [one] A term is one month at most.
   *[other] A term is { $n } months at most.
 }
roles-rule-running = { $n ->
    [one] One term, and then somebody else.
   *[other] At most { $n } terms in a row, and then somebody else.
 }
roles-rule-apart = Whoever holds it does not hold as well: { $roles }.
roles-shadow-is = { $name } is learning it alongside.
roles-shadow-asked = { $name } is asked to learn it alongside.
roles-step-in = I'd like to learn this alongside
roles-step-out = I step out of learning it
roles-no-shadow-any-more = No shadow any more
roles-ask-shadow = Ask somebody to learn it alongside
roles-ask = Ask
roles-yes = Yes
roles-no-thanks = No, thank you
roles-extend = Ask the circle for thirty days more
roles-lay-down = Lay it down now
roles-choosing = Choosing
roles-choosing-words = Any of you can begin. Silence is never a yes, and a no needs no reason.
roles-selection = Begin a selection round
roles-selection-words = What the role needs, silent names, their reasons, changes, a proposal, and everybody's word.
roles-consent = Propose somebody
roles-consent-words = They say yes themselves, and each of you says a word.
roles-propose = Propose
roles-lot = Draw by lot
roles-lot-words = Among those who are willing. Good for a month of facilitation, for notes, for speaking in public.
roles-lot-open = Ask who is willing
roles-sheet-link = A sheet for handing it over, on paper
roles-change-title = Change what is written of this role
roles-new-title = A new role
roles-form-lede = What it is for, what it opens, and how long. Who holds it is chosen by the circle.
roles-name = Its name
roles-name-usual = Empty: “{ $name }”.
roles-purpose = What it is for
roles-months = Months of a term, { $most } at most
roles-most-running = Terms in a row, { $most } at most
roles-wants-shadow = Somebody learns it alongside
roles-power = What it lets its holder do here
roles-power-hint = It begins and ends with the term.
roles-power-none = Nothing in particular
roles-apart = Not in the same hands as
roles-apart-words = Whoever holds this role does not hold:
roles-save = Save
roles-back = Back
roles-set-down = We need it no more
roles-set-down-words = Nobody holds it. What is written of it goes.
roles-sheet = Handing over: { $role }
roles-sheet-from = From
roles-sheet-to = To
roles-sheet-keys = What is given into other hands, and on which day. Codes and passwords are changed, and never written here.
roles-sheet-open = What is open now
roles-sheet-people = Whom to know
roles-sheet-learned = What I'd tell whoever comes next
roles-sheet-together = We did it together once, on
roles-sheet-thanks = Thanks
roles-calendar = Last day: { $role }
# A choosing.
choosing-title = Choosing: { $role }
choosing-criteria = What does this role need? Write it down together; the names come after.
choosing-silent = Everybody writes a name and why. Nobody sees one before all are in, or the names are opened.
choosing-round = The names are open. Read them to each other, each with its reason.
choosing-change = Whoever heard something can change their name now. Then somebody is proposed.
choosing-asked = Somebody is proposed. Each of the circle says a word; silence is never a yes.
choosing-asked-extension = Thirty days more are proposed, once. Each of the circle says a word; silence is never a yes.
choosing-gathering = Who is willing to be drawn?
choosing-frozen = The list is closed. Now comes the seed that nobody chose.
choosing-drawn = It is drawn. Whoever comes first is asked, and can say no.
choosing-chosen = Drawn by lot. Anyone of the circle can draw again and get the same.
choosing-needs = What the role needs
choosing-needs-hint = Of the work, not of anybody: “evenings free”, “calm on the phone”.
choosing-begin-silent = Go on to the silent names
choosing-your-name = Whom would you like?
choosing-why = Why
choosing-why-hint = What you have seen them do.
choosing-write-name = Write it
choosing-change-name = Write it anew
choosing-names = Names
choosing-by = { $name } says so
choosing-by-you = You say so
choosing-still = { $n ->
    [0] Everybody has written a name.
    [one] One of you has not written a name yet.
   *[other] { $n } of you have not written a name yet.
 }
choosing-open-names = Open the names now
choosing-round-words = When each name and its reason has been heard:
choosing-to-change = Go on to changes
choosing-propose = Propose somebody
choosing-propose-other = Propose anew, after what was said
choosing-proposed = Proposed: { $name }
choosing-said-yes = They have said yes.
choosing-yes-waits = They have not said yes yet.
choosing-you = You are proposed. A no needs no reason, and nothing of it stays.
choosing-word-yes = says yes.
choosing-word-objection = has an objection:
choosing-waits-for = Not said yet: { $names }
choosing-ask = Is it good enough for now, and safe enough to try?
choosing-consent = I consent
choosing-object = I have an objection
choosing-objection = How would it harm what we are here for?
choosing-objection-hint = The circle reads it and looks for a way. You can say yes later.
choosing-say-objection = Say it
choosing-willing = I am willing
choosing-not-willing = Not this time after all
choosing-pool = Willing
choosing-freeze-words = From then on nobody comes or goes, and the list's hash is public.
choosing-freeze = Close the list
choosing-promise = If you cannot roll dice together
choosing-promise-words = Somebody who is not on the list thinks of a sentence of twenty letters or more, tells nobody, and publishes its hash here before the list is closed. A day later at the earliest the sentence is told and becomes the seed. Its hash, on any computer:
choosing-promise-hash = The hash, 64 letters and digits
choosing-promise-publish = Publish it
choosing-promised = The hash of a secret sentence, public since { $when }:
choosing-list = The closed list
choosing-closed = Closed on { $when }.
choosing-hash = Its hash (SHA-256):
choosing-text = The secret sentence
choosing-text-hint = Letter for letter as it was hashed.
choosing-reveal = Tell it, and draw
choosing-dice-first = Your dice
choosing-dice-second = The second person's dice
choosing-dice-hint = Two people, ten rolls each or more, after the list was closed. Write what fell: 3 1 4 1 5 …
choosing-roll = Write down the dice
choosing-second-rolls = Your dice are written down. Now a second person rolls.
choosing-seed = The seed, known since { $when }:
choosing-drawn-yes = Drawn: { $name }
choosing-drawn-asked = { $name } is asked now.
choosing-you-drawn = You were drawn. A no is free: the next is asked, and nothing of it stays.
choosing-list-gone = Somebody of the list has left, and the list with them.
choosing-check = Draw again
choosing-lines = The lines to type
choosing-check-words = Each name gets HMAC-SHA256, with the seed as key, over the list's hash, a zero byte and the name; the lowest comes first. These lines do it on any computer with a shell: first they print the hash, then the order.
choosing-ends = It ends by itself after { $day }, with nobody chosen.
choosing-stop = End this without choosing
# Who sees it.
audience-roles = Members of the network see who holds what until when.
audience-roles-words = Members of the network see this.
audience-roles-circle = Members of this circle see this.
audience-roles-silent = Nobody but you sees this until the names are opened, whoever began the round included.
# Today.
roles-today-yours-ends = It ends with { $day }. Who is next, and what should they know?
roles-today-shadow-ends = It ends with { $day } for whoever holds it. You are learning it: hand over together once.
roles-today-ends = It ends with { $day } for whoever holds it. The circle chooses who is next.
roles-today-no-shadow = No shadow yet: { $roles }. Who could learn it alongside?
roles-today-shadow = You are asked to learn this alongside. A no needs no reason.
roles-today-proposed = You are proposed: yes or no? A no needs no reason.
roles-today-drawn = You were drawn: yes or no? A no is free.
roles-today-consent = Somebody is proposed, and your word is asked.
roles-today-extension = Thirty days more are proposed, and your word is asked.
roles-today-nominate = Whom would you like in this role? The names are silent.
roles-today-willing = A draw by lot: are you willing? Saying nothing is fine.
# What has been done.
said-roles-set-down = It is written down no more.
said-roles-chosen = Chosen. Everybody's word is in, and what was said on the way is gone.
said-roles-no = Thank you for saying so. Nothing of it stays.
said-roles-stopped = Ended without choosing. What was said is gone.
# What a person can mend.
refused-roles-not-now = Roles are for members of the circle who are not resting. Ask them when they are back, or somebody else.
refused-roles-terms = { $n ->
    [one] They have held this role for a whole term, and one is the most here. Two ways are open: the circle consents to thirty days more, once; or somebody else holds it.
   *[other] They have held this role for { $n } terms in a row, and that is the most, founders included. Two ways are open: the circle consents to thirty days more, once; or somebody else holds it.
 }
refused-roles-apart = They hold a role that stays in other hands than this one, as money and server do. They lay the other down first, or somebody else holds this.
refused-roles-stewardships = They look after two circles already, which is the most. They lay one down first, or somebody else holds this.
refused-roles-emergency = They have just held it in an emergency. Now the circle chooses: in a round, by consent, or by lot.
refused-roles-term = { $months ->
    [one] A term of this role ends within a month, and not in the past. Choose a day until { $last }.
    [6] A term of this role ends within six months, and not in the past. Choose a day until { $last }.
   *[other] A term of this role ends within { $months } months, and not in the past. Choose a day until { $last }.
 }
refused-roles-emergency-term = In an emergency a role is held for thirty days at most. Choose a day until { $last }.
refused-roles-words = A role has a name, and a line about what it is for; and at most twenty lines of what it opens.
refused-roles-secret = One line looks like the secret itself. Write what it opens and leave the code out; whoever needs it tells it by voice.
refused-roles-months = A term is 1 to 12 months, and there are 1 or 2 in a row. Write them as numbers.
refused-roles-held = Somebody holds it still. It can be set down when nobody does.
refused-roles-choosing = The circle is choosing for this role already. Say your word there, or end that first.
refused-roles-stage = This has gone on meanwhile. Look at the page again.
refused-roles-openers = Whoever began this, or looks after the circle, can do that. Their names stand on the circle's page.
refused-roles-reason = A name comes with a reason. Write why, in a line.
refused-roles-objection = An objection is words: how would it harm what the circle is here for? Write a line, or ask somebody to help you phrase it.
refused-roles-own-shadow = Nobody learns a role from themselves. Ask somebody else.
refused-roles-shadow-there = Somebody is learning it alongside already.
refused-roles-extended = The circle gives thirty days more once to whoever holds a role. Somebody else can be chosen now.
refused-roles-not-held = They do not hold this role now, so there is nothing to add to. Choose somebody instead.
refused-roles-pool = A draw needs two who are willing. Ask a little longer, or propose somebody.
refused-roles-promise = That is not the hash of a sentence: it has 64 letters and digits. Make it as shown, and copy it whole.
refused-roles-promise-there = A hash is published already. One is enough.
refused-roles-promiser = Whoever knows the secret sentence is not among those who are drawn from. Somebody else can publish a hash, or you roll dice.
refused-roles-dice = Write at least ten rolls of a die, each 1 to 6.
refused-roles-second = You have rolled. A second person rolls now, so that nobody has to trust one of you.
# Fields.
field-how = How it was chosen
field-purpose = What it is for
field-domain = What it decides by itself
field-opens = What it opens
field-months = Months of a term
field-most-running = Terms in a row
field-why = Why
field-criteria = What the role needs
field-hash = The hash
field-text = The secret sentence
field-last = Until
# What is kept.
keep-roles = What roles are for and open
keep-roles-until = While the circle has them
keep-roles-who = The network; keys: the circle
keep-terms = Who held what, until when
keep-terms-until = 18 months after it ended, or until they leave
keep-choosings = Names and words while a circle chooses
keep-choosings-until = Until it has chosen, 60 days at most; a lot's list 60 more
keep-choosings-who = The circle; silent names, nobody
roles-second-hands = { $n } of { $all } roles have a second pair of hands.
roles-spread = It is as if { $n } people carried equally.
roles-turnover = { $n ->
    [one] Roles change hands about every month.
   *[other] Roles change hands about every { $n } months.
 }
roles-new-hands = Of the last { $all } terms, { $n } went to somebody new.
roles-for-weaver = Looks at the shape of the whole, without names, and introduces people to one another.
