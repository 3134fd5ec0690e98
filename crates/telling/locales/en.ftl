# What I am told
telling-title = What you are told, and when
telling-lede = Nothing is sent until you choose it here. One letter a day at most, at your own hour, and only if something is yours.
telling-resting = You are resting: nothing is sent until you come back. What you choose here begins then.
telling-digest-words = The letter says what stands on your page: what is yours, what needs a voice, and at most three asks that fit what you offer. No names, numbers or addresses. It can be read on its way, like a postcard.
telling-never = No letter
telling-no-mail = Mail is not set up in this network yet. Its hosts can tell you when it will be.
telling-at-once = What does not wait for the letter
telling-at-once-words = You are told that there is something, not what. It stands on your page.
telling-claimed-ask = Something about an ask I said "I can" to: its day has come, it was taken back, or it went back to the board
telling-check-in = A safety check-in that I hold
telling-rapid-lane = The rapid lane that I joined
telling-save = Save
telling-wake-title = This phone or computer
telling-wake-words = Your browser can show what does not wait, even while it is closed. The company that makes it then learns that this network has something for you; not what, and not who you are here.
telling-wake = Let this browser tell me
telling-wake-noscript = This needs a browser with scripts. Without, you get a letter instead.
telling-wake-no = This browser would not, or cannot. Allow notices for this page in its settings and try again; without, you get a letter instead.
telling-wake-end = No longer
telling-browser = A browser, since { $day }
field-address = Your mail address
field-hour = When your letter comes
field-at-once = What does not wait
field-begin-with = The word texts begin with
field-whole = Whole texts
audience-telling = Only you see this. The running program reads the address to write to you.
audience-wake-place = Only you see this.
audience-texts-word = Everyone who gets a text sees this word.
said-telling-saved = Saved. This is what you will be told.
said-telling-when-back = Saved. It begins when you come back from rest.
said-telling-wakes = This browser will tell you.
said-telling-wakes-no-more = That browser will not tell you any more.
said-texts-word = Saved.

# A letter
letter-lede = This is yours today in { $network }.
letter-yours = Yours
letter-ours = Ours
letter-could-you = Could you?
letter-something = Something waits on your page.
letter-why = You get this because you chose a letter a day. It only comes if something is yours.
letter-why-at-once = You get this because you chose to hear of it at once.
letter-change = Change what you are told:
letter-stop = Stop these letters:
letter-at-once = Something of yours in { $network }
letter-at-once-words = It does not wait for your letter. It stands on your page.

# A letter's link to stop
stop-title = Stop these letters
stop-digest = One press, and the letter of the day does not come any more. Nothing else changes.
stop-digest-done = Done. The letter of the day does not come any more. You can choose it again on your page.
stop-at-once = One press, and nothing is told at once any more. Nothing else changes.
stop-at-once-done = Done. Nothing is told at once any more. You can choose it again on your page.
stop-button = Stop them

# The word texts begin with
texts-word-title = The word texts begin with
texts-word-lede = Neighbours know by it that a text is from you. A neutral word is kindest on a shared phone: a plant, a bird; not the network's name.
texts-word-save = Save
texts-whole = A gateway may also send what was agreed, in the words it was written in
texts-whole-words = Otherwise it only sends the code and that there is word. Texts that a person sends by hand always hold the whole.
texts-gateway-title = The gateway
texts-gateway-came = A gateway last came on { $when }.
texts-gateway-never = No gateway has come yet. A person sends texts by hand.
texts-waiting-since = { $n ->
    [one] One text waits, since { $when }.
   *[other] { $n } texts wait, the oldest since { $when }.
  }

# Refusals
refused-mail-address = That does not look like a mail address. It should look like name@example.org.
refused-mail-address-needed = A letter needs somewhere to go: write your mail address, or choose no letter.
refused-hour = Choose an hour from the list.
refused-guests-are-told-nothing = The letter is for those who take part in the network. Whoever works with you here can tell you what is new.
refused-wake-place = We do not know the service of this browser's maker, so it cannot be woken. A letter works everywhere.
refused-wake-places-full = Eight browsers are enough. Let one go first.
refused-letter-link = This link has had its time. Sign in and choose on your page what you are told.

# What is kept
keep-telling = What you chose to be told: an address if you gave one, an hour
keep-telling-until = Until you empty it or leave
keep-letter = A letter on its way to you
keep-letter-until = Until it has left; three days at most
keep-wake-place = Where your browser can be woken
keep-wake-place-until = Until you let it go, or 180 days

# Whose an address is
telling-confirmed = You confirmed this address.
telling-not-confirmed = Nothing is sent there yet: we wrote to ask whether it is yours. Open the link in that letter within a week.
telling-ask-again = Send that letter again
telling-address-prove = To change the address, show that it is you
said-telling-asked-again = The letter is on its way again.
confirm-title = Is this mail address yours?
confirm-lede = Press, and letters you choose can come here, and a link to come in when you ask for one.
confirm-button = It is mine
confirm-done = Thank you. The address is yours.
refused-enough-letters = We have written there often enough today. Look among the unwanted letters, or try again tomorrow.
letter-confirm = { $network }: is this address yours?
letter-confirm-words = Open this, within a week, to say that the address is yours.
letter-why-confirm = Somebody wrote down this address. If it was not you, do nothing: nothing else comes.
letter-come-in = { $network }: the link you asked for
letter-come-in-words = This opens the door once, within fifteen minutes.
letter-why-come-in = Somebody asked for this link. If it was not you, do nothing: nobody comes in without it.

# Answers
answer-done = done
answer-cant = can't
answer-keep = keep
answer-i-can = I can
answer-rest = rest
answer-back = back
answer-unclear = We could not read your answer, so nothing was changed. Answer the letter of the day again, above its own words, with one word, or with a number and a word on a line of their own. The words are: done, can't, keep, I can, rest, back.
letter-answer-with = Answer: { $words }
letter-answer-one = You can answer this letter with one word: { $words }.
letter-answer-several = You can answer this letter: write a number and a word, each on a line of its own. "Rest" alone means rest, from this minute.
letter-answered = { $network }: your answer
letter-why-answered = You get this because you answered a letter, and something of it was not done.
refused-answer-too-late = What you answered about is not there any more. Your page shows how it stands.
refused-on-your-page = That can only be done on your page, because you show there that it is you.

# A word that came by text
by-text-title = A word that came by text
by-text-lede = For a member who texts or rings instead of answering a letter. They read on their page and in their next letter that it came through the shift.
field-who = Who says so: the name they go by here
field-said-words = Their words
audience-by-text = You and they. What it is about is not shown here.
by-text-words = One word, or the number in their last letter and a word: rest, back, 1 can't, 2 done. In Spanish too: descanso, vuelvo, 1 no puedo.
by-text-button = It came by text
by-text-shift = Back to the shift
said-by-text = It is done, and they will read that it came.
by-text-came = By text, through the shift: { $word }
by-text-came-words = On { $day }. If it was not you, open this and set it right, and tell the shift.
refused-text-nobody = Nobody who takes part goes by that name. Ask how they are called here.
refused-text-unclear = That is none of the words. They are: done, can't, keep, I can, rest, back; with a number before it, where it is about something of their letter.
refused-text-not-done = That could not be done for them, and nothing was changed. Their page says how things stand; ask them to look, or to ring whoever it is about.
refused-text-shift-first = What came by text is typed by whoever is on shift. Take the shift first.
keep-answers = What your letter can be answered about; a word that came by text
keep-answers-until = 14 days
