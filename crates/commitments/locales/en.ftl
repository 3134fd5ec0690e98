nav-commitments = Commitments
commitments-title = Commitments
commitments-lede = What we do for one another, and for how long. Nobody checks. On its day you look at it again.
commitments-waiting = Waits for your yes
commitments-mine = What you hold
commitments-mine-none = Nothing, and that is fine. A small thing you could keep in your hardest month is a good beginning.
commitments-new = Offer something
commitments-offered = Offered, waiting for a yes
commitments-rotas = What your circles hold together
commitments-received = Promised to you and yours
commitments-others = What others chose to show
commit-between = { $from } to { $to }
commit-about = About:
commit-somebody = somebody
commit-somebody-left = somebody who has left
commit-me = me
commit-and = { $first } and { $last }
commit-weekly = { $n ->
    [one] every { $days }
   *[other] every { $n } weeks on { $days }
 }
commit-daily = every day
commit-nth-1 = the first { $day } of each month
commit-nth-2 = the second { $day } of each month
commit-nth-3 = the third { $day } of each month
commit-nth-4 = the fourth { $day } of each month
commit-nth-last = the last { $day } of each month
commit-at-clock = { $when }, { $clock }
commit-today = today
commit-tomorrow = tomorrow
commit-clocks-moved = { $when } (clocks change that night and skip the usual hour)
commit-kind-material = things
commit-kind-money = money
commit-kind-space = a room, a van, a garden
commit-kind-skill = something I know how to do
commit-kind-show-up = being there
commit-kind-care = care
commit-kind-risk = taking a risk
commit-stage-offered = Offered. It is nothing until they say yes.
commit-stage-active = In force. Looked at again on { $day }.
commit-stage-awaiting = Awaiting word.
commit-stage-aside = Set aside: please don't plan on this.
commit-stage-resting = It rests.
commit-stage-handing = Being handed over.
commit-stage-released = Given back.
commit-stage-completed = Done, with thanks.
commit-stage-closed = It did not come to be.
audience-commitment = Only the two sides see this.
audience-commitment-money = Only the two sides and the treasurers see this.
audience-commitment-network = Members of this network see this. Where it stands, only the two sides see.
commitment-new-title = Offer something
commitment-change-title = Say it anew
commitment-new-lede = One concrete thing. It is a commitment when the other side has said yes.
commit-words = What will you do?
commit-words-hint = In a sentence: "two grocery runs a week, with the van".
commit-to = For whom?
commit-to-person = For one person
commit-to-person-label = What they are called here
commit-much = How much?
commit-much-hint = If it helps: two bags, an hour, up to 50 a month.
commit-often = How often?
commit-every = It comes
commit-every-none = once, or when it is needed
commit-every-1 = every week
commit-every-2 = every two weeks
commit-every-3 = every three weeks
commit-every-4 = every four weeks
commit-every-m1 = each month, the first
commit-every-m2 = each month, the second
commit-every-m3 = each month, the third
commit-every-m4 = each month, the fourth
commit-every-last = each month, the last
commit-days = On which days
commit-clock = At what time?
commit-rule = Another rhythm
commit-rule-label = As a calendar writes it
commit-rule-hint = A recurrence rule of RFC 5545, such as FREQ=MONTHLY;BYMONTHDAY=1. It goes before what is chosen above.
commit-review = When do you look at it again?
commit-review-hint = Short at first: a season. A year at most.
commit-more = More about it
commit-from = Who gives it?
commit-kind = What is it about?
commit-fits = Who could step in?
commit-fits-hint = If you can't one day, those who offered this are asked.
commit-fits-circle = the circle itself
commit-area = In which area?
commit-start = From when?
commit-network = Members of the network may read it, if the other side agrees
commit-wakes = It wakes on a condition
commit-wakes-words = Like: if there is an eviction notice, ten of us within 12 hours, up to four times a year.
commit-wakes-when = If what happens?
commit-wakes-people = How many people?
commit-wakes-hours = Within how many hours?
commit-wakes-uses = How often a year, at most?
commit-hardest = Could you keep this in your hardest month? Smaller is stronger.
commit-offer = Offer it
said-commit-offered = Offered. Now it is theirs to say yes.
commit-accept = Yes, please
commit-decline = Not now
commit-decline-words = No reason is asked, either way.
commit-withdraw = Take it back
said-commit-accepted = Agreed. Thank you, both.
said-commit-declined = It goes no further. No reason was asked.
said-commit-withdrawn = Taken back.
commit-times = Coming times
commit-times-later = Later times
commit-cant = I can't this time
commit-can = I can after all
commit-works = That works
commit-other = I could at another time
commit-other-day = On which day?
commit-other-button = Offer that
commit-time-open = Looks for somebody, this once.
commit-time-other = Looks for somebody. Or { $other } instead?
commit-time-moved = This once at another time: { $other }.
commit-time-stand-in = { $name } stands in, this once.
commit-again-would = { $name } stood in, and would again.
commit-again-both = { $name } stands in again when you can't, if they can.
commit-again-yes = Yes, gladly
said-commit-cant = Said. It looks for somebody, this once; the rest stays as it is.
said-commit-can = Good. It is yours again.
said-commit-other = Offered. It is so when they say that it works.
said-commit-works = Agreed, this once.
commit-look = Time to look at it again
commit-keep = Keep it as it is
commit-lighter = Make it lighter
commit-lighter-words = At any time, at once, without a reason.
commit-ease = Ease it
commit-ease-words = What will you do from now on?
commit-ease-days = On these days
commit-rest = Let it rest
commit-go-on = Go on with it
commit-done = It is done
commit-release = Give it back
commit-hand-over = Hand it over
commit-hand-over-to = To whom?
commit-hand-over-hint = They are asked, and say yes themselves. Empty: whoever could is asked.
commit-hand-over-button = Begin handing it over
commit-change = Say it anew, with other words or times
commit-offer-again = Offer it again
said-commit-kept = It stays as it is. Thank you.
said-commit-eased = It is so from now on.
said-commit-rests = It rests. Whoever could is asked meanwhile.
said-commit-goes-on = It goes on, with as many days as it had.
said-commit-handing = Good. You are free of it in two weeks at the latest.
said-commit-released = Given back. Thank you for what you did.
said-commit-completed = Done. Thank you, both.
said-commit-in-touch = Thank you for looking.
commit-see-wide = Let members of the network read it
commit-see-agree = Yes, members may read it
commit-see-narrow = Only the two sides again
commit-clause = If { $when }: { $people ->
    [one] one person
   *[other] { $people } people
 } within { $hours ->
    [one] an hour
   *[other] { $hours } hours
 }.
commit-clause-left = { $left } of { $uses } times a year are left.
commit-wake = It has happened: call them
said-commit-woke = Called. Whoever can says so.
commit-calendar = { $circle }: something you hold
commit-calendar-plain = Something you hold
ceiling-title = What you may be asked for
ceiling-lede = How many things at once you may be asked for. What you hold already counts. Nobody is asked while resting, and at most three times a day.
ceiling-most = At most
ceiling-hint = 0 to 12. With 0 you are asked for nothing.
ceiling-save = Save
ceiling-offers = What you offer
audience-ceiling = Only you see this.
audience-place = The circle sees this, and whoever is asked.
place-as-it-comes = as it comes
place-standing = A standing thing. If you take it, it is yours for a season; then you look at it again.
place-once = This once.
place-again = You may ask me again for this one
place-take = I can
place-not-me = Not me, this time
place-nothing = Saying nothing is fine too.
said-place-taken = It is yours. Thank you.
said-place-not-me = All right. You are not asked for this one again.
why-offered = You are asked because you offered something that fits, and there is room in what you said you could.
why-circle = You are asked because it is your circle's, and there is room in what you said you could.
why-again = You are asked because you stood in before, and you both liked it.
why-named = Whoever holds it now would like to hand it to you.
why-woke = What you gave your word for has happened.
rota-title = What { $circle } holds together
audience-rota = Only this circle sees this page.
rota-waiting = Waits for a yes
rota-offered = { $from } offers: { $words }
rota-look = Look
rota-open = Needs a holder
rota-duties = Who does what
rota-none = Nothing is promised to this circle yet. Somebody could begin with one small thing.
rota-awaiting = awaiting word
rota-rests = resting
rota-handing = handing over
rota-could = { $n ->
    [0] Nobody else could hold this now.
    [one] One more person could hold this.
   *[other] { $n } more people could hold this.
 }
rota-circle = The circle's page
load-title = The load, together
load-ready = { $ready } of { $duties } duties have a second pair of hands.
load-as-if = { $n ->
    [one] It is as if one person carried it all.
   *[other] It is as if { $n } people carried equally.
 }
load-on-one = { $n ->
    [one] One duty rests on one person.
   *[other] { $n } duties rest on one person each.
 }
load-open = { $n ->
    [one] One duty needs a holder.
   *[other] { $n } duties need a holder.
 }
load-resting = Resting:
today-commitment = With { $to }. Next: { $when }.
today-look = You said you would look at this again on { $day }.
today-look-kindly = Its day was { $day }. Keep it, ease it, let it rest or give it back: any word will do, and none is wrong.
today-look-button = Look at it again
today-stand-in = You stand in: { $when }.
today-see-how = Could you see how { $name } is?
today-see-how-words = Nothing more. A call or a knock, when it suits you.
today-see-how-letter = Could you see how somebody you are buddies with is?
today-in-touch = I've been in touch
today-offered = { $from } offers this. It is a commitment when you say yes.
today-offered-letter = Somebody offers something, and waits for a yes.
today-offered-button = Look at it
news-commitment = { $name } does this now.
keep-commitment = What you promised, or were promised
keep-commitment-until = A month after it ends; set aside, a year
keep-commitment-who = The two sides; treasurers, of money; more if both agree
keep-cover = Open places, changed times, who was asked
keep-cover-until = Its day; 90 days for a standing one
keep-cover-who = The circle, whoever is asked
keep-ceiling = What you may be asked for
keep-ceiling-until = A year after you last said it
keep-heard-back = How often a review got a word, as numbers by month
keep-heard-back-until = Two years
keep-heard-back-who = Members, from five on
commit-heard-back = We heard back on { $n } of { $all } commitments whose day had come in the last year.
commit-alliances = { $all ->
    [one] With our one partner { $n ->
        [0] what is promised does not go both ways yet.
       *[other] what is promised goes both ways.
     }
   *[other] With { $n } of { $all } partners what is promised goes both ways.
 }
field-much = How much
field-to-person = For one person
field-wakes-when = If what happens
field-wakes-people = How many people
field-wakes-hours = Within how many hours
field-wakes-uses = How often a year
field-rule = Another rhythm
field-clock = At what time
field-most = At most
refused-commit-words = Say in a sentence what you will do.
refused-commit-long = That is more than fits. 280 signs say it; the rest is better said aloud.
refused-commit-review-past = Choose a day to look at it again that is still to come.
refused-commit-review-far = Look at it again within a year. You can keep it then.
refused-commit-day = That is no day or hour we can read. Choose it from the calendar.
refused-commit-rhythm = That rhythm can't be read. Choose days from the list, one day only for a monthly one.
refused-commit-rhythm-often = That comes more often than once a day. Once a day is the most.
refused-commit-rhythm-never = That never comes. Choose at least one day that exists.
refused-commit-receiver = Say for whom it is: somebody here by their name, a circle, or the network.
refused-commit-oneself = A commitment is between two. For whom else is it?
refused-commit-speak = You don't speak for them now. You can offer it for yourself.
refused-commit-not-offered = It is not an offer any more. Look at it again as it stands now.
refused-commit-not-yet = It is early. From { $day } on you can say that you keep it; make it lighter whenever you like.
refused-commit-not-living = It is not in force now, so there is nothing to change. You can offer it anew.
refused-commit-not-resting = It does not rest.
refused-commit-not-aside = It was not set aside. You can say that you keep it.
refused-commit-ended = It has ended. You can offer it anew.
refused-commit-handing = It is being handed over already. You can also give it back at once.
refused-commit-giver-only = Only whoever gives it can say that.
refused-commit-receiver-only = Only whoever it is for can say that.
refused-commit-place-taken = Somebody has just said "I can" to this one. Thank you: it is good to know that two of you would.
refused-commit-not-time = That is not one of its coming times. Choose one from the list.
refused-commit-time-passed = That time is over. The next ones stand on the page.
refused-commit-resting = You are resting. If you would like to come back first, that is one tap on your own page.
refused-commit-newcomer = Newcomers go along with somebody first. Your buddy would be glad to take you.
refused-commit-ceiling-typed = Say a number from 0 to 12.
refused-commit-clause = Say how many people (up to 100), within how many hours (up to 168), and how often a year (up to 52).
refused-commit-clause-when = Say what has to happen for it to wake.
refused-commit-used-up = It was used as often this year as you agreed. Talk with them: they may say yes all the same.
refused-commit-no-clause = This one does not wake on a condition.
refused-commit-successor = Nobody here who could take it goes by that name. Leave it empty, and whoever could is asked.
refused-commit-successor-rests = They are resting, so they are asked for nothing. Leave it empty, and whoever could is asked.
refused-commit-giver-rests = They are resting. The offer waits until they are back.
