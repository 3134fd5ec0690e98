# Pods and buddies.
pods-title = Pods and buddies
pods-lede = People who know how you are. Both sides say yes, and everything ends by itself unless you go on.
pods-today-buddy = A buddy
pods-today-pod = A pod
pods-today-match = There are enough people for a pod. Could you try a grouping?
pods-today-name = Somebody would like a pod, and nobody matches. Could you name somebody?
pods-not-now = Not now

# Buddies.
buddies-title = Buddies
buddies-none = A buddy is somebody you ask how they are, and who asks you. When you are quiet for long, they are asked to look in on you.
buddy-ask-title = Ask somebody
buddy-handle = Who?
buddy-handle-hint = By the name they go by here.
buddy-ask = Ask them
buddy-yes = Yes
buddy-go-on = Go on for half a year
buddy-end = End it
buddy-take-back = Take it back
buddy-noted = All right
buddy-you-asked = You asked { $handle }. An answer can take until { $day }.
buddy-asks-you = { $handle } asks whether you would be buddies, for half a year. You need no reason for either answer.
buddy-not-now = { $handle }: not now.
buddy-until = { $handle } is your buddy until { $day }.
buddy-goes-on-if = { $handle } is your buddy until { $day }. You said: go on. It does when both have said so.
buddy-again = { $handle } is your buddy until { $day }. Do you both go on?
audience-buddies = Only the two of you see this.
said-buddy-asked = Asked.
said-buddy-yes = You are buddies.
said-buddy-not-now = That is all right. They learn "not now", and no more.
said-buddy-ended = Ended.

# Pods.
pod-title = Your pod
pod-open-page = To your pod
pods-what = A pod is three to six people who care for each other for a season. Somebody matches those who would like one; it opens when all have said yes.
pods-wish = I would like a pod
pods-wish-keep = Keep it like this
pods-wish-back = Not any more
pods-wished = You would like a pod. That stands until { $day }.
pods-not-with = Please not with
pods-not-with-hint = If there is somebody. One name a line, as they are called here; five at most. No reason.
audience-pod-wish = Only you read these names. A grouping is checked against them, unseen, and they are erased when your pod opens; after 30 days at most.
pods-no-matcher = Nobody matches pods at the moment.
pods-matcher-there = Somebody matches pods.
pods-matcher-is = { $handle } matches pods until { $day }.
pods-many = { $n ->
    [one] There is one pod here.
   *[other] There are { $n } pods here.
 }
pod-forming = A pod forms. It opens when all of these have said yes, by { $day }.
pod-forming-anew = Your pod takes another shape. It opens again when all of these have said yes, by { $day }.
pod-meeting = Your pod meets. The season ends on { $day }.
pod-choosing = The season ends. Until { $day } you choose together.
pod-choosing-few = You are two now. Until { $day } you choose: ask somebody in, or let it end.
pod-accept = Yes, with these
pod-not-now-words = You need no reason, and nobody is told who said so.
pod-said-yes = You said yes. Not everybody has answered yet.
pod-said-renew = You said: another season.
pod-said-reshape = You said: go on in another shape.
pod-said-close = You said: let it end.
pod-choose-title = What comes now?
pod-renew = Another season
pod-reshape = Another shape
pod-close = Let it end
pod-choose-words = Another season needs everybody's word; saying nothing is no yes. Whoever rests keeps their seat. You can change your word until all have spoken.
pod-invite-title = Ask somebody in
pod-invite-hint = Talk first, then write the name they go by here. All of you say yes to the new shape.
pod-invite = Ask them in
pod-agreed-title = What we agreed
pod-agreed-none = Nothing yet. That is for the first time you meet.
pod-agree-title = Write it down
pod-agree = This is what we agreed
pod-cadence = When we meet
pod-cadence-hint = Say, the first Sunday of a month, at each other's in turn.
pod-agreements = Our agreements
pod-agreements-hint = Say, what stays here, how we ask, what we do when it gets hard.
pod-no-notes = What you tell each other belongs nowhere in here. Nobody writes it down, and a pod accounts to nobody.
pod-leave-title = Leave the pod
pod-leave-words = At once and without a reason. The others see that your name is gone.
pod-leave = Leave
audience-pod = Only the people named here see this page. No steward and no host does.
said-pods-wished = It stands. When there is a grouping, you are asked.
said-pods-wish-back = Erased, with everything you said.
said-pod-yes = You said yes. It opens when all have.
said-pod-open = The pod is open.
said-pod-not-now = That is all right. Nobody is told who said so, and your wish stands.
said-pod-chosen = Said.
said-pod-invited = Asked. All of you say yes to the new shape.
said-pod-left = You have left.
said-pod-over = That is over.

# Matching.
pods-matching-title = Match pods
pods-matching-held = Matching pods
pods-matching-lede = Three to six of those who would like one. Each is asked, and it opens when all have said yes.
pods-matching-none = Nobody waits for a pod.
pods-matching-who = Who together?
pods-matching-propose = Propose this pod
pods-matching-left = { $n ->
    [0] No more groupings can be tried today.
    [one] One more grouping can be tried today.
   *[other] { $n } more groupings can be tried today.
 }
pods-cannot-form = This grouping can't form; try another.
pods-matching-stop-title = I don't match any more
pods-matching-stop-words = At once. Somebody else can be named.
pods-matching-stop = Stop
audience-pods-matching = Only you see who would like a pod. Talk of it to nobody.
said-pods-proposed = Each of them is asked now.
said-pods-matching-ended = It has ended.
pods-matcher-title = Who matches pods
pods-matcher-lede = One person at a time, whom people trust with who would like a pod. Nobody reads whom they would rather not be with.
pods-matcher-handle = Who matches?
pods-matcher-hint = A member, by the name they go by here; not yourself. Ask them first.
pods-matcher-until = Until
pods-matcher-name = Name them
pods-matcher-end = End it now
audience-pods-matcher = All members see who matches pods.

# The pod map.
pod-map-title = Pod map
pod-map-words = Whom would you call if something bad happened? A sheet to fill in by hand. Nothing of it is kept here, and nobody on it is told anything.
pod-map-go = The sheet
pod-map-lede = Print it, or copy it onto paper. Write names, not groups. This page sends and keeps nothing; whoever you name learns of it from you, or not at all.
pod-map-for = What is this map for? (Violence at home, arrest, a crisis, being ill: each can have its own.)
pod-map-core = My pod people
pod-map-core-words = Whom I would call. I have asked them, or will.
pod-map-movable = Movable people
pod-map-movable-words = They could be, if we trusted each other more. What would it take?
pod-map-groups = Further out
pod-map-groups-words = Groups, organisations, places I could turn to.
pod-map-ask = Asking
pod-map-ask-1 = Choose one name. When, and where, will I ask?
pod-map-ask-2 = What am I asking for, and what not?
pod-map-ask-3 = They may say no. What will I do then?

# Refusals.
refused-buddy-self = A buddy is somebody else. Write another name.
refused-pods-nobody = Nobody by that name is a member who could be asked. Write each name as it stands among the circles.
refused-buddy-rests = They are resting and are asked for nothing. Ask when they are back.
refused-buddy-enough = Three wait for an answer already. Take one back, or wait.
refused-buddy-already = You two are buddies, or you have asked already.
refused-pods-nothing = Nothing waits for that answer any more. Look at what stands there now.
refused-buddy-not-yet = "Go on" is said in the last two weeks. It waits until then.
refused-pods-in-one = One pod at a time: you, or they, have one already.
refused-pods-matcher-waits = You match pods now. Your own is matched by whoever comes after you.
refused-pods-names = Five names at most. Leave out those it would be least hard with.
refused-pods-size = A pod is three to six people. Tick that many.
refused-pods-not-among = Somebody there is no longer among those who wait. Look again and choose anew.
refused-pods-enough = Ten groupings were tried today. Tomorrow there are ten more.
refused-pods-full = A pod has room for six.
refused-pods-not-asked-in = They can't be asked in now. Talk to them, or ask somebody else.
refused-pods-not-forming = This pod is not forming now. Look at where it stands.
refused-pods-not-open = The pod is not open yet. What you agree is written down when it is.
refused-pods-not-choosing = The pod is not choosing now. Look at where it stands.
refused-pods-too-few = Two are no pod. Choose another shape and ask somebody in, or let it end.
refused-pods-until = Choose a day from today to { $day }.
refused-pods-name-another = Name somebody else than yourself.

# What we keep.
keep-buddies = Who is whose buddy
keep-buddies-until = Until either ends it; half a year, unless both go on
keep-buddies-who = The two
keep-pods = Who is in a pod, and what it agreed
keep-pods-until = Until the pod is over
keep-pods-who = Its members
keep-pod-wishes = That you would like a pod, and "please not with"
keep-pod-wishes-until = Until your pod opens; 30 days at most
keep-pod-wishes-who = The wish: who matches pods. The names: only you
