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
talk-nobody = Nobody is listening
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

debrief-again = Once more
debrief-fits = This is the reply that fits here.
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
pull-blame = blame
pull-fear = fear
pull-pity = pity
pull-hurry = hurry
pull-pride = pride
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
