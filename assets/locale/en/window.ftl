# The window.

back = Back
quoted = “{ $words }”

home-name = kikitori
home-other-name = 聞き取り
home-promise = Practise hearing someone out, when they are angry and you are the one who answers.
home-practise = Practise
home-settings = Settings
home-quit = Quit

library-title = Choose a call
library-open = Prepare
library-open-label = { $action }: { $title }
library-minutes = { $minutes } minutes
library-difficulty = Difficulty { $difficulty } of 5
library-unplayable = { $path } cannot be played yet; `kikitori check` shows why.

briefing-start-phone = Take the call
briefing-start-visit = Go and see them
briefing-start-counter = Step up to the counter
briefing-start-chat = Open the chat
briefing-start-mail = Open the mail
briefing-start-internal = Go in

gauge-anger-1 = calm
gauge-anger-2 = holding it in
gauge-anger-3 = annoyed
gauge-anger-4 = angry
gauge-anger-5 = at the limit
gauge-trust-1 = closed
gauge-trust-2 = wary
gauge-trust-3 = listening
gauge-trust-4 = opening up
gauge-trust-5 = trusting

talk-face = The face of the person you are talking to
talk-log = The talk so far
talk-choices = What you can say
talk-nobody = Just you, for now
talk-close = Close
talk-leave = Leave
talk-leave-question = Leave this talk?
talk-leave-comfort = Leaving is always fine. Nothing is scored, and you can begin again whenever you like.
talk-stay = Stay
talk-go-on = Go on
talk-over = The talk is over.
talk-look-back = Look back on it
talk-wait = { $left ->
    [one] 1 second left
   *[other] { $left } seconds left
}
talk-wait-still = { $left ->
    [one] 1 second left, standing still
   *[other] { $left } seconds left, standing still
}
talk-wait-ahead = { $left ->
    [one] 1 second, counted once the last reply is in sight
   *[other] { $left } seconds, counted once the last reply is in sight
}

talk-on-line = { $time } on the line
mail-from = From
mail-subject = Subject
mail-answer = Re: { $subject }

voice-first = What comes to your mind first
voice-ask = What is pulling at you here?
voice-how = A feeling that has a name has less hold on you. No name is right or wrong; nothing is recorded or scored.
voice-pass = Go on without naming it
voice-named-blame = To look for whose fault it is comes naturally. You have noticed it, and that is enough.
voice-named-fear = To want to be safe comes naturally. You have noticed it, and that is enough.
voice-named-pity = To want to take it all off their shoulders comes naturally. You have noticed it, and that is enough.
voice-named-hurry = To want it to be over comes naturally. You have noticed it, and that is enough.
voice-named-pride = To feel that you know better comes naturally. You have noticed it, and that is enough.

calm-title = That was a hard one.
calm-practice = What happened just now was a practice. Nobody was hurt by it, and here you can always try again.
calm-stopped-title = You stopped, and that is all right.
calm-stopped = To notice when it is enough is part of staying calm. Nothing is scored, and you can begin again whenever you like.
calm-helps = What helps: let your shoulders drop, put both feet on the floor, and look at something far away.
calm-someone = If it brought back something that really happened, tell someone you trust about it.
calm-in = Breathe in…
calm-out = …and slowly out
calm-rest = Stay as long as you like
calm-breathe = Breathe in, and more slowly out. Three times.
calm-to-look-back = When you are ready, look back on it
calm-to-library = When you are ready, go on

debrief-again = Once more
debrief-fits = This is the reply that fits here.
debrief-fold = Put the other replies away
debrief-other = Another reply
debrief-other-key = The reply that fits here
debrief-best-when = Best when: { $when }
debrief-curve = Anger and trust over the talk
debrief-curve-turning = turning point
debrief-curve-mended = slip mended
debrief-curve-how = Point at a turn, or move to it with the arrow keys, to read what it did. Press it, or Enter, to go there.
debrief-curve-turn = { $number }. { $title }. Anger { $before } → { $after }, trust { $was } → { $became }.
debrief-curve-mends = It mended turn { $turn }.
talk-take-back = Take it back and say something else
debrief-again-here = Try again from here
debrief-mode-alone = Mode: { $mode }.
debrief-mode = Mode: { $mode }. { $count ->
    [0] You took nothing back.
    [one] You took back one line, so this run is for learning and says nothing about what you tend to do.
   *[other] You took back { $count } lines, so this run is for learning and says nothing about what you tend to do.
}
debrief-beside = Side by side
debrief-beside-from = From turn { $turn } on you went another way. The talk you came from is as it was.
debrief-beside-first = Before
debrief-beside-second = This time
debrief-examples = Two talks to read aloud
debrief-examples-how = One that answers what was said, and one that sounds as kind and does not hear it.
debrief-examples-open = Show both talks
debrief-examples-fold = Put them away
debrief-examples-good = One that goes well
debrief-examples-nearly = One that sounds kind and misses
debrief-would-fit = The reply that fits here:

settings-title = Settings
settings-language = Language
    .about = For the program and the scenarios.
settings-text-size = Text size
    .about = Everything stays on the page; longer texts scroll.
settings-theme = Colours
    .about = Light paper for bright rooms, dark for dim ones.
settings-theme-light = Light
settings-theme-dark = Dark
settings-movement = Movement
    .about = Off keeps faces still between expressions.
settings-movement-on = On
settings-movement-off = Off
settings-answer-time = Time to answer
    .about = In some talks the other side waits only so long. Off lets you take all the time you need.
settings-answer-time-off = Off
settings-answer-time-as-written = As written
settings-answer-time-twice = Twice
settings-answer-time-three-times = Three times

sheet-hand-over = Hand it over
sheet-written = { $written ->
    [0] Nothing written yet
   *[other] { $written } of { $of } written
}
sheet-read = { $belonged ->
    [one] 1 line belonged on it; you wrote { $right }.
   *[other] { $belonged } lines belonged on it; you wrote { $right } of them.
} { $wrong ->
    [0] Nothing stood there that did not belong.
    [one] 1 stood there that did not belong.
   *[other] { $wrong } stood there that did not belong.
} None of this is scored.
tick-on = written
tick-off = not written

author-desk = Author's desk
author-stale = The file cannot be played; this is how it was before.
author-marks = Remembered (press to change)
author-findings = { $findings ->
    [0] The check finds nothing
    [one] The check finds 1 thing
   *[other] The check finds { $findings } things
}
author-place = line { $line }, { $code }
author-beats = Start from
author-checking = The check is reading it…
author-phase = Phase: { $phase }
phase-open = being received
phase-work = getting to what can be done
phase-close = agreeing and parting
phase-after = afterwards, among colleagues
author-seconds = { $count ->
    [one] Waits 1 second; at this desk it is not counted.
   *[other] Waits { $count } seconds; at this desk they are not counted.
}
author-pull = What pulls here: { $of }
pull-blame = Blame
pull-fear = Fear
pull-pity = Pity
pull-hurry = Hurry
pull-pride = Pride
author-key = key
author-silence = silence
author-best-when = Best when { $words }
author-notes = For the facilitator ({ $minutes } min)
author-question = Ask the room
author-listen-for = Listen for
author-reason = If somebody says
author-ask-back = Ask back
author-if-silent = If nobody speaks
author-move-on = Time to go on when
author-principle = The principle behind it
author-clock = Clock { $time }
author-act-now = now
author-act-been = behind
author-act-ahead = ahead
author-act-opens = from { $time }
author-promises = Promises
author-unmade = Not made: { $ids }

mode-learn = Learn
    .about = After each reply, one sentence on what your line did; you can take it back and try another.
mode-practice = Practise
    .about = You hear the replies only. What they mean comes at the end.
mode-check = Check
    .about = Like the real thing: nothing is explained or taken back. Only these runs count towards your picture over time.

settings-theme-contrast = High contrast
settings-aloud = Say it aloud first
    .about = In “Practise”, the replies come once you have said your own. Nothing is recorded.
settings-aloud-on = On
settings-aloud-off = Off
settings-voice = Inner voice
    .about = In “Learn” and “Practise”, at moments that pull at you, you may name the pull before you reply. Never scored.
settings-voice-on = On
settings-voice-off = Off
settings-gauges = Anger and trust
    .about = Off leaves you the face and the words, as in life.
settings-gauges-on = Shown
settings-gauges-off = Hidden
settings-furigana = Furigana
    .about = Readings above names and rare words in Japanese, where a scenario gives them.
settings-furigana-on = Shown
settings-furigana-off = Hidden
settings-captions = Captions
    .about = Says in words what is heard: a ring, a bell, a message.
settings-captions-on = Shown
settings-captions-off = Hidden
settings-volume = Sounds
    .about = A ring, a bell, a soft tick when you choose. Nobody speaks.
settings-volume-off = Off
settings-volume-soft = Soft
settings-volume-full = Full
caption-ring = [The phone rings]
caption-pick-up = [It is picked up]
caption-hang-up = [The call ends]
caption-message = [A message comes in]
caption-doorbell = [A doorbell]
caption-counter-bell = [The bell on the counter]
caption-time-up = [A soft bell: time is up]
aloud-ask = What would you say? Say it aloud, in your own words.
aloud-said = I have said it
aloud-ask-deed = What would you do? Say it aloud, in your own words.
aloud-closest-deed = Which is closest to that?
aloud-closest = Which is closest to what you said?

library-guide = Show me around
hint-name = Hint
hint-no-more = No more hints (S)
hint-brief = Here is who you are, what has happened and what you may do. Read it in your own time. Enter answers.
hint-choose = Hear it to the end first. Then choose a reply: press its number, or go there with the arrow keys and press Enter.
hint-go-on = Read what came back, and below it how your words landed. Enter goes on, U takes it back.
hint-card = Not sure what you may do? R opens the rule card, and R closes it again.
hint-gauges = Anger and trust show how things are between the two of you just now. They are not your score.
hint-aloud = Answer in your own words first, aloud or under your breath. Nobody listens in. Then Enter, and the replies come.
hint-leave = You can stop at any time, with Esc. Leaving is never a failure.
hint-over = That was a whole call. Enter looks back on it.
hint-look-back = Scroll down with Page Down: in each turn, the words that decided it are marked. Esc leads to all the calls.
home-left = You stopped in the middle of “{ $title }”, after { $choices ->
    [one] 1 reply
   *[other] { $choices } replies
}.
home-go-on = Go on where I stopped
home-unkept = You can practise all the same. Nothing of it will be kept.
not-kept = This reply has not been kept
not-kept-comfort = Your reply has not been taken yet; everything before it is safe.
not-kept-again = Try again
not-kept-go-on = Go on without keeping

first-title = Welcome
first-preview = This is how large a caller's words will be.
first-begin = Take a first call, { $minutes } minutes
first-skip = Straight to all the calls
first-later = All of this can be changed later, in the settings.
settings-name = What to call you
    .about = Your own name or any other, or none at all. It stands beside your own records, on this machine.
settings-unkept = What you set holds until you close the program. It could not be kept.
practice-title = What I have practised
practice-title-of = What { $name } has practised
practice-unkept = Nothing is kept here, so there is nothing to look back on.
practice-ended = { $ending } · perspective-taking { $perspective }, ownership { $ownership }, calm { $calm }
practice-go-on = Go on
practice-put-away = End it here
practice-report = Report to print
practice-report-is = The report opens in your browser, where it can be printed. It is kept here: { $path }
practice-report-unopened = No browser could be opened. The report is a page that any browser shows: { $path }
practice-action = { $action }: { $title }, { $when }
practice-hand-on = Hand on
practice-handed-on = The talk is in one file, without your name. Give it to your trainer; when it comes back with notes, drop it on this window. It is kept here: { $path }
practice-yours = All of this is yours
practice-yours-lies = It is kept on this computer alone, and sent nowhere. It lies here: { $path }
practice-yours-drop = Drop a talk that someone handed you, or handed back with notes, on this window to open it.
practice-all = Put all of it in a file
practice-all-is = All that is kept of you is in one file: { $path }
practice-erase = Erase all of it
erase-question = Erase all of it?
erase-about = All talks of { $name }, the notes, the sentences for the week and the reports will be gone. They cannot be brought back.
erase-about-unnamed = All talks in which nobody gave a name, with the notes, the sentences for the week and the reports, will be gone. They cannot be brought back.
erase-now = Erase for good
erase-keep = Keep it
note-write = Write a note
note-label = Note to turn { $turn }
note-keep = Keep the note
debrief-noted = { $count ->
    [one] There is a note beside one turn.
   *[other] There are notes beside { $count } turns.
}
week-title = What I will say this week
week-ask = One sentence of your own, for a real call. You will see it before your next practice.
week-keep = Keep it
week-kept = Kept. You will see it before your next practice.
week-reminder = This week you wanted to say: “{ $text }”


map-title = Map
map-label = The beats and endings of this talk
map-how = Choose a beat to see what was said there. The arrow keys go from one to the next.
map-yours = your route, turn by turn
map-reference = reference route: the reply that fits, each time
map-anywhere = from anywhere
map-place = { $title }. { $standing }
map-second = { $title }, { $second }. { $standing }
map-turn = Turn { $turn }
map-beat-both = On your route, turn { $turns }, and on the reference route.
map-beat-yours = On your route, turn { $turns }. The reference route does not come here.
map-beat-reference = On the reference route. Your talk did not come here.
map-beat-neither = On neither route.
map-beat-unread = What is said here you will hear when a talk of yours leads here.
map-ending-both = Your talk ended here, and so does the reference route.
map-ending-yours = Your talk ended here.
map-ending-reference = The reference route ends here.
map-ending-neither = An ending that neither route came to.
map-ending-unread = How it goes you will read when a talk of yours ends here.
map-reference-said = Said on the reference route:
