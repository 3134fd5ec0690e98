# The second door.
join-us-title = Join us
join-us-lede = Leave a name and a way to reach you. Somebody calls within three days, and you talk, the two of you.
join-us-1 = Somebody calls you: what draws you, what you need to take part, what we do.
join-us-2 = For six weeks one of us stays near you. You come along to something before you promise anything.
join-us-3 = After two things done together, your circle is asked whether you are one of us. It says so in words.
join-us-name = What shall we call you?
join-us-name-hint = Any name you like to be called by.
join-us-reach = How can we reach you?
join-us-reach-hint = A phone number, a mail address, or where and when you can be found.
join-us-button = Leave my name
join-us-help = Do you need help yourself? That is another door, and it asks nothing of you.
join-us-help-link = Ask for help
audience-left-word = Only those who call newcomers see this. It is gone when you come in, or after a month.
left-word-title = Thank you
left-word-by = Somebody reaches you by { $day }.
left-word-words = If you hear nothing by then, it is our fault, not yours: leave your name again, or come by.

# Those who call.
calls-title = People to call
calls-lede = They left their name because they want to join. We promised three days; the promise is ours.
calls-none = Nobody waits for a call.
calls-today = { $n ->
    [one] One person waits for a call
   *[other] { $n } people wait for a call
 }; the first was promised it by { $day }.
call-by = Promised by { $day }
call-taken-by = { $handle } calls them
call-yours = You call them, by { $day }
call-invited = You have talked; their invitation is good for seven days
call-take = I'll call
call-back = I can't after all
call-in-spanish = in Spanish
call-talk = When you talk
call-script-1 = What draws you to us? What would you like to be part of?
call-script-2 = What do you need to take part: stairs, language, children, hours, quiet?
call-script-3 = Say what we do and what we can't do, and that nothing has to be promised today.
call-script-4 = Nobody asks about papers, income or past. They say what they want to say.
call-circle = Their home circle
call-buddy = Their buddy for six weeks
call-buddy-hint = A member, by the name they go by here. You can also find one later.
call-talked = We talked
call-link = Read this link to them, or send it yourself. It is good for seven days, once.
call-let-go = They don't want to, or can't be reached
call-let-go-words = Their name and the way to reach them are erased at once.
call-let-go-button = Erase it
said-call-taken = It is yours to call.
said-call-back = It waits for somebody else now.
said-call-let-go = Erased.

# Somebody's first weeks.
paths-title = In their first weeks
path-buddy = { $handle } is their buddy until { $day }
path-no-buddy = Nobody is their buddy yet
path-be-buddy = I'll be their buddy
path-first-title = A first small thing
path-first = { $words } · { $day }
path-first-by = Something small and real to do with us, by { $day }. That is for us to find.
path-first-words = What will you do together?
path-first-hint = Something that is needed, takes an hour or two, and that you do together.
path-first-change = Something else
path-first-button = Agreed
path-day = When
path-together-title = Done together
path-together-none = Nothing yet.
path-together-day = A day on which they did something with us
path-together-button = Write the day down
path-circle-title = The circle
path-ask = Ask the circle
path-take-in = The circle has said yes: one of us
path-is-member = They are one of us.
circle-asked = Your circle is asked whether { $handle } is one of us.
circle-said-yes = { $handle } says yes
circle-said-not-yet = { $handle } says: not yet, let us talk
circle-say-yes = Yes
circle-say-not-yet = Not yet, let us talk
circle-say-words = Saying nothing is not a yes. You can change what you said.
audience-path = They, their buddy, their circle and those who call newcomers see this page.
audience-circle-says = The circle sees who said what. It is erased when they are one of us.
said-path-buddy = You are their buddy for six weeks.
said-circle-asked = The circle is asked.
said-circle-said = Said.
said-taken-in = One of us.

# A newcomer's own page.
weeks-title = Your first weeks
weeks-today = Who is near you, and what comes next.
weeks-buddy = { $handle } is your buddy until { $day }. Ask them anything.
weeks-no-buddy = We are finding somebody to stay near you. Those who called you see to it.
weeks-no-first = Something small and real to do with us comes by { $day }. It is for us to find it.
weeks-agreements = Six short agreements
weeks-agreements-words = Read them aloud with somebody. It takes ten minutes.
weeks-agreements-button = Read them
weeks-agreements-read = You have read them.
weeks-later-title = What you don't see yet
weeks-open-from = Until { $day } you don't see what people asked for or who holds what. It is so for everybody who is new.
weeks-later-words = People have trusted us with hard things, and they don't know you yet. It is not about you. After two things done together your circle is asked, and then you see what all of us see.
weeks-member = You are one of us.
weeks-me = What we know of you
weeks-pods = If you would like three to five people who ask how you are, there are pods.
weeks-pods-go = Pods

# The agreements.
agreements-title = Our agreements
agreements-lede = Six, and short. We read them aloud with whoever is new, and again when one has changed.
agreements-today = Some stand there that you have not read as they are now.
agreement-stands = Version { $n }, of { $day }
agreement-read-button = Read it, with somebody
agreement-change = Change it
agreement-change-title = Change an agreement
agreement-change-lede = Everybody is asked to read it again. Change it when the circle has decided so.
agreement-title-en = Title, in English
agreement-title-es = Title, in Spanish
agreement-words-en = Words, in English
agreement-words-es = Words, in Spanish
agreement-change-button = These are the words now
audience-agreement = Anyone can read the agreements.
said-agreement-read = Read.
said-agreement-changed = Changed. Everybody is asked to read it again.
agreement-1-title = We ask, and we may say no
agreement-1 = Anyone may ask for anything. Anyone may say no, or not now, without a reason.
agreement-2-title = What we hear stays here
agreement-2 = Names, addresses and stories stay with whoever was trusted with them. No pictures of people who receive.
agreement-3-title = We look at what is done, not at who somebody is
agreement-3 = We never ask for papers, income or past. If something done was wrong, we say what was done.
agreement-4-title = Rest belongs to it
agreement-4 = We stop when we are tired. Nobody has to explain, and nobody counts.
agreement-5-title = When it hurts, we talk
agreement-5 = We say it early, with somebody beside us if we like. We mend what can be mended.
agreement-6-title = We decide with those it falls on
agreement-6 = Those it falls on are asked first. Silence is not a yes, and every decision is looked at again.

# What stands in public.
public-words-title = What the public page says
public-words-lede = Anyone reads this first:
words-about-en = What we do, in English
words-about-es = What we do, in Spanish
words-meets-en = When and where people find us, in English
words-meets-es = When and where people find us, in Spanish
words-limits-en = The limits, in English: what we can't do
words-limits-es = The limits, in Spanish
audience-public-words = Anyone can read these words.

# Refusals.
refused-name-and-reach = We need a name to call you by and a way to reach you; both can be anything that works for you.
refused-welcomers-only = Only those who call newcomers see to this. Care's stewards give that role.
refused-call-taken = Somebody else calls them already.
refused-call-not-taken = Take the call first; then nobody calls them twice.
refused-buddy-member = Nobody by that name is a member who could be a buddy now. Write the name they go by here, or leave it empty.
refused-not-near = Only their buddy, their circle and those who call newcomers write here.
refused-first-thing = Write what you will do together.
refused-path-day = That day cannot be read, or is not near enough. Pick one from the calendar.
refused-two-things = The circle is asked after two things done together, on two days.
refused-not-before = The first two weeks come first, for everybody: not before { $day }.
refused-not-asked = The circle has not been asked yet.
refused-more-yes = Not enough of the circle have said yes yet. Saying nothing is not a yes.
refused-talk-first = Somebody in the circle says not yet. Talk first; whoever said so can change it.
refused-home-circle-only = Only members of their home circle say something here.
refused-coordinating-only = Only the stewards of Coordinating change what stands in public.
refused-agreement-words = An agreement needs its title and its words in both languages, short enough to read aloud.

# What we keep.
keep-left-word = A name and a way to reach somebody who wants to join
keep-left-word-until = Until they come in or don't want to; a month at most
keep-welcomers = Those who call newcomers
keep-path = Somebody's first weeks: their buddy, a first thing, days done together, what the circle said
keep-path-until = What was said goes when they are one of us; the rest with the six weeks, a year at most
keep-path-who = They, their buddy, their circle, those who call newcomers
keep-read = Which agreements you have read
