# The public page.
nav-today = Today
front-ask-title = If you need something
front-areas = Where we are:
front-ask = Ask for help
front-ask-words = No account, no papers, no story. You get a code; with it you see where your ask stands.
front-join-title = If you want to be part of it
front-join-words = Leave a name. Somebody calls within three days, and stays near you for six weeks.
front-agreements = What we have agreed on
front-code = I have a code already
front-us-title = If you are one of us
front-join = Join us
# Today.
today-lede =
    { $n ->
        [0] Nothing is yours today. Nothing is waiting for you.
        [one] One thing is yours today. Nothing else is waiting for you.
        [2] Two things are yours today. Nothing else is waiting for you.
        [3] Three things are yours today. Nothing else is waiting for you.
        [4] Four things are yours today. Nothing else is waiting for you.
        [5] Five things are yours today. Nothing else is waiting for you.
        [6] Six things are yours today. Perhaps give one back to the circle?
        [7] Seven things are yours today. Perhaps give one back to the circle?
       *[other] { $n } things are yours today. That is a lot; giving some back to the circle is fine.
    }
today-yours = Yours
today-ours = Ours
today-ours-none = What needs more than one voice stands here. Nothing does today.
today-could-you = Could you?
today-could-you-words = At most three, chosen because of what you offered. Saying nothing is fine.
today-could-you-none = Say what you could do now and then: a lift, a meal, an hour. Asks that fit will stand here, at most three.
today-resting = You are resting. Nothing is asked of you.
today-newcomer = Welcome. Until your circle has taken you in as a member, somebody of it will tell you in person what is going on.
# What this server keeps.
keeps-circles = What is kept of what circles do among themselves
keeps-lede = What is written down here, for how long, and who can read it, in this order. Each night, at half past eleven, the server erases what has had its time, by this same list. "Sealed" means that the database alone does not show it.
keeps-sealed = Sealed
keeps-in-clear = In clear
keeps-never-title = What is never written down
keeps-never = No internet address, no device or browser, no time you were last here, no search, no sign that somebody has read something. Not in the log either. A web server that the hosts put before this program could keep a log of its own; it should be switched off.
keeps-root-title = What a host could read
keeps-root = Whoever has the master key of this machine (its "root") can read everything that still lives, sealed or not, because the running program must be able to open it. Sealing helps against stolen disks, lost copies and curious eyes in the database. It does not help against the machine's own master.
keeps-root-two = That is why there are always two hosts, why their role ends on a day, and why so little is kept.
keeps-keyring-title = The keyring and its dying keys
keeps-keyring = What is sealed is opened with keys that lie in a file of their own, apart from the database. Names, ways to reach somebody and the words of an ask are sealed before they are stored, each row under its own key.
keeps-keys-die = Where the last day of something is known, its key is kept in a compartment for that day, and the compartment is destroyed when the day is over. The keys of everything that lives on are renewed each month, and each night on which something was erased. A copy of the database from last month cannot be opened with today's keyring, and not today's database with an old one. Somebody who copied both on the same day can read what lived on that day.
keeps-erased-title = What erased means
keeps-erased = With SQLite, the usual database here, erased rows are overwritten and its journal is emptied each night.
keeps-postgres = With PostgreSQL, erased rows stay in its files until it has tidied up, which we ask of it each night, and in its journal (the write-ahead log) until that is reused. What was sealed in them cannot be read any more once its key has died. What lay in clear could be read there by a host for a while: days, roles, stages and counts, never the words of an ask or what somebody is called.
keeps-copies = A host who keeps copies keeps the database and the keyring in different places, and a copy of the keyring no longer than a day. A copy that keeps both together keeps what should be forgotten.
keeps-hold-title = When a lawyer says stop
keeps-hold = Erasing stops for a few named days as soon as two stewards, on a lawyer's word, say so: destroying what a court may ask for can be a crime. What is not under such a hold goes on time, as always.
# The demo.
demo-lede = Choose anyone and look around as them. Everything is made up, and begins anew at the next start.
demo-later = Let a day go by
demo-neighbour = As a neighbour
demo-neighbour-words = Gus has a basic phone and no account. He would ask like this:
said-a-day-later = A day has gone by.
rivermouth-about = Neighbours of Rivermouth help one another: food, lifts, company, a small bill. We are neighbours, not a service.
rivermouth-limits = This week we can answer about 30 asks, between the river and 40th Street: about a week of food, lifts within town, bills up to 60 dollars.
rivermouth-meets = Wednesdays 17:00 to 19:00, the hall behind St Brigid's. Come in; somebody says hello.
cast-nobody = Somebody of Rivermouth.
cast-amara = Founder. Steward of Aid until 12 July; answers the line.
cast-sam = Shadows Amara; answers the line.
cast-rosa = Answers the line, and is helped now and then herself.
cast-bo = Drives, mostly on the North side.
cast-yuki = Drives, mostly on the East side.
cast-luz = Resting this month.
cast-farid = New here since this winter.
cast-chidi = Facilitates; steward of Coordinating until 12 July.
cast-noor = Weaver: sees where the web is thin.
cast-mateo = Legal support.
cast-ruth = Legal support.
cast-hana = Keeps circles when something is hard; steward of Care until 12 July.
cast-lev = Keeps circles when something is hard.
cast-dalia = Treasurer; steward of Treasury until 12 July.
cast-omar = Treasurer.
cast-ines = Runs the server; steward of Host until 12 July.
cast-tess = Runs the server, as the second person.
cast-esi = Tenant; convenes the Tenants' Caucus; steward until 12 July.
cast-jonah = Tenant. Something is hard between Kezia and him.
cast-kezia = Tenant. Something is hard between Jonah and her.
cast-htu = Speaks for Harbor Tenants Union.
cast-sbk = Speaks for St Brigid's Kitchen.
cast-ec = Speaks for Eastside Clinic.
# Whether the house is well.
health-title = How the server is
health-well = All is well. Nothing needs doing.
health-do = Something needs doing. It stands first.
audience-health = Hosts and stewards see this. Nobody stands in it.
health-backup = The last backup is of { $day }.
health-backup-old = The last backup is of { $day }. Run `holdfast backup`, and see why the night's did not come.
health-no-backup = No backup was ever made. Two stewards make keys; then run `holdfast backup`.
health-drill = On { $day } a backup came back whole.
health-drill-due = Nobody has brought a backup back in the last three months. Try it: `holdfast restore --drill`.
health-drill-failed = On { $day } a backup did not come back whole. Find out why, and drill again.
health-tree = On { $day } the phone tree reached everybody.
health-tree-due = The phone tree has not been rung through for half a year. Choose an evening.
health-tree-failed = On { $day } the phone tree did not reach everybody. Mend it, and ring it again.
health-swept = What had had its time by { $day } is erased.
health-sweep-old = Nothing has been erased on time since { $day }. See that the server runs, and its clock is right.
health-not-swept = Nothing has been erased on time yet. It happens each night while the server runs.
health-two-hosts = Two people can run this server.
health-one-host = One person runs this server. Find a second, before the first is ill.
health-no-host = Nobody holds the host's role. Give it to two people.
health-answers = Answers to letters cannot come in since { $day }: nobody answers where the mail server should hand them over (mail_answers_lmtp). Look whether its socket or port is taken.
health-mail = { $n ->
    [one] One letter waits
   *[other] { $n } letters wait
 }: the mail server has taken none since { $day }. Look at the settings that begin with mail; nothing is lost.
health-texts = { $n ->
    [one] One text waits
   *[other] { $n } texts wait
 } to be sent, the first since { $day }. Somebody on shift sends them by hand, or the gateway should come.
health-keyring = Only the server reads the keyring.
health-keyring-open = Others on this machine can read the keyring. Run `chmod 600` on it.
health-disk = { $gb } GB are free.
health-disk-full = Less than 1 GB is free. Make room before nothing can be written.
health-certificate = The certificate is good until { $day }.
health-certificate-ends = The certificate ends on { $day }, and whatever renews it has not. See why.
health-certificate-unread = The certificate cannot be read. Connections go on with the one from before, until the server starts again.
health-certificate-other = The certificate is not for { $host }. Browsers will warn whoever comes.
health-certificate-elsewhere = A proxy holds the certificate. It should renew it by itself; look there.
health-recipients = Backups are encrypted to two stewards.
health-no-recipients = There are no two stewards' keys to encrypt backups to. `holdfast backup` says how they are made.
health-drill-title = A drill
health-drill-what = What you drilled
health-drill-day = On which day
drill-restore = a backup brought back on another machine
drill-tree = the phone tree, rung through
drill-paper = a day on paper
drill-pass = It held
drill-fail = Not yet
said-drilled = Written down.
health-chain = { $n ->
    [0] Nothing has been done with power yet.
    [one] What was done with power: one entry.
   *[other] What was done with power: { $n } entries, each fits the one before.
 }
health-chain-broken = What was done with power: entry { $n } does not fit the one before. Somebody changed the database by hand. Compare it with a backup, and tell the circle.
# The runbook.
runbook-title = Runbook
runbook-printed = As of { $day }
runbook-lede = Print this, keep it in two places, and print it again each quarter. With it somebody who has never done it can bring the network back.
audience-runbook = Hosts and stewards of Coordinating see this. Keep a printed one as you would keep a house key.
runbook-where = Where it is
runbook-address = Its address
runbook-folder = The data folder on the server
runbook-program = The program
runbook-hosts = Who runs it
runbook-host = { $handle }, until { $day }
runbook-how = How it is
runbook-off = When the server is off
runbook-off-tree = Ring the phone tree. It begins with
runbook-off-rings = who rings
runbook-off-no-tree = nobody yet: the tree is empty. Ring whom you know.
runbook-off-paper = Go on with paper: asks on the slips that were printed, the shift's list by hand. Somebody types it in afterwards.
runbook-off-start = See whether the machine runs and its disk is not full. If it cannot be mended within the hour, bring the network back elsewhere:
runbook-restore = Bringing it back on another machine
runbook-restore-machine = Take a machine with this program: the same version, or a newer one. An hour is enough.
runbook-restore-fetch = Fetch the newest backup from the place outside; it ends in .age.
runbook-restore-key = Ask one of the two stewards who hold a backup key for their key file. One is enough.
runbook-restore-run = Restore into a new folder:
runbook-restore-look = Look how it is:
runbook-restore-serve = Let it serve, and point the domain to it:
runbook-restore-hash = Compare what was done with power with the line below, and tell the network on which day its data stands.
runbook-restore-drill = The same as a drill, which leaves nothing behind:
runbook-hash = What was done with power, the newest entry
runbook-hash-number = Entry { $n }:
runbook-hash-none = There is no entry yet.
runbook-letter = When a letter from a court or the police arrives
runbook-letter-nothing = Erase nothing, change nothing, hand over nothing. Write down when it came, and by whom.
runbook-letter-call = Ring legal support before anything else, by voice.
runbook-letter-quiet = Tell nobody further than they advise.
runbook-letter-hold = On their word two stewards stop erasing for the days it is about, on the page "What takes two people". The rest is erased on time, as always.
runbook-letter-narrow = They ask for it to be narrowed, or contest it. What we do not have nobody can ask for.
runbook-phone = When a phone is lost or taken
runbook-phone-own = Whoever it was signs out everywhere from another one, on their own page.
runbook-phone-two = If they cannot, two stewards sign them out, on the page "What takes two people".
runbook-phone-keys = If they held a key, change it, and write the new day into the list.
runbook-keys = Who holds which key
runbook-keys-none = Nothing is written down yet.
# The closing plan.
closing-title = Closing plan
closing-lede = If we close, nobody's data stays behind with somebody. The circles decide; two people see it through.
closing-open = What is open now
closing-asks-none = No ask is open.
closing-asks-few = A few asks are open.
closing-asks = { $n } asks are open.
closing-tables-none = No table is open.
closing-tables-few = A few tables are open.
closing-tables = { $n } tables are open.
closing-held = Erasing is stopped for a legal matter. Ask the lawyer before anything is erased.
closing-steps = The steps
closing-decide = The circles decide, and name two people and a day. Until that day everything goes on.
closing-announce = Announce it: on the public page, by letter, at the tables, by the phone tree. Say where else one can ask.
closing-finish = Bring what is open to its end, or hand it on with the neighbour's yes. Close the line with a sentence.
closing-own = Everybody takes what is theirs: on their own page, "Take all of it with you". Give them two weeks.
closing-transfer = What belongs to all goes where the circles decided. Two stewards say yes, and then:
closing-keys = End what is held elsewhere, or hand it over: the domain, the number for texts, the mail account, the place of backups.
closing-erase = Erase: the data folder, the database, every backup and every copy, on every machine. Ask the lawyer first if one is with us.
closing-sign = Two people sign here that it is done, and keep this sheet.
closing-signed = Name and day:
closing-dormant = If we only rest for a season
closing-dormant-words = Close the line with a sentence and a day, let two people keep the keys, look at it every quarter, and go on erasing on time: the server stays on, or what it holds is erased.
