# The talk and its debrief, in the window and in the terminal.

channel-phone = Phone
channel-visit = Visit
channel-counter = Counter
channel-chat = Chat
channel-mail = Mail
channel-internal = Internal

gauge-anger = Anger
gauge-trust = Trust

talk-you = You
talk-rule-card = Rule card
talk-known = What you know
talk-heard = What you have heard
talk-promised = What you have promised
talk-second-chance = second chance
talk-gauges-of = How { $name } is
talk-narration = ({ $text })

debrief-ending = How it ended
debrief-scores = What this run showed
debrief-slips = { $slips ->
    [0] No slips.
    [one] 1 slip{ $mended ->
        [0] , not mended.
       *[other] , mended.
    }
   *[other] { $slips } slips{ $mended ->
        [0] , none of them mended.
       *[other] , { $mended } of them mended.
    }
}
debrief-critical = Must not happen:
debrief-strengths = What went well
debrief-to-work-on = What to work on
debrief-growth = { $indicator }: { $rating }. “{ $said }”
debrief-untold = What you were never told
debrief-opens = What would have opened it: { $how }
debrief-turns = Turn by turn
debrief-cue-line = What decided it: “{ $words }”
debrief-cue-rule = What decided it, on the rule card: { $words }
debrief-cue-known = What decided it, among what you know: { $words }
debrief-cue-fact = What decided it, told before: { $words }
debrief-how-to-read = How to read the numbers
debrief-caution = One run is practice, not a measurement. A score is the share of this talk's opportunities that you took. The ratings are the authors' judgement. They say nothing about who you are.
debrief-cue-promise = What decided it, promised before: { $words }
debrief-thought = What was thought and not said: “{ $thought }”
debrief-pull = What pulled at you here ({ $of }; never scored): “{ $thought }”
debrief-cues-heard = Words that decided, heard: { $heard } of { $all }.
debrief-turning-point = Turning point: after this line, “{ $lost }” was out of reach. From here, the best within reach was “{ $left }”.
debrief-others = The other replies, and what would have been answered
debrief-guessed = What you guessed aloud before you were told
debrief-aims = What you were there for
debrief-aim-said = You said: “{ $said }”
debrief-aim-shown = { $of ->
    [0] There was no decision in this talk at which it could show.
    [one] There was 1 decision at which it could show, and { $shown ->
        [0] there it did not.
       *[other] there it did.
    }
   *[other] There were { $of } decisions at which it could show. It showed at { $shown ->
        [0] none of them.
       *[other] { $shown }.
    }
}
debrief-aim-for = It showed most in: “{ $line }”
debrief-aim-against = It was hardest to see in: “{ $line }”
debrief-aim-rather = Your choices spoke more for another answer: “{ $said }” ({ $shown } of { $of }).
debrief-aim-rather-for = As in: “{ $line }”
debrief-aim-now = None of this is scored. Asked the same again now, what would you say?
debrief-leaked = What you passed on and must not have
debrief-promises = What was promised

talk-locked = Not yet: { $why }
talk-voice = What comes to your mind first: “{ $voice }”
talk-seconds = You are waited for { $count } seconds. To say nothing is an answer, too.
talk-aim = No answer is better than another here, and none is scored. The look back returns to what you say.
talk-content-note = Before you start: { $note }
talk-content-note-of = Before you start ({ $kind }): { $note }
note-shouting = shouting
note-threat = threats
note-insult = insults
note-harassment = harassment
note-grief = a death
note-injury = an injury
note-illness = illness
note-tears = tears
talk-clock = { $day ->
    [1] { $time }
   *[other] day { $day }, { $time }
}

promise-line = { $act }, { $due }: { $state }
promise-act-by = { $act } ({ $by })
promise-fallback = { $due } (if that fails: { $fallback })
promise-due = by { $time }
promise-no-time = no time named
promise-open = still to be kept
promise-vague = nobody knows by when
promise-kept = kept
promise-broken = not kept

sheet-title = Hand-over sheet
sheet-how = Choose every line that the next person needs, however many. Leave out what you only guessed, what judges a person, and what must not travel.
sheet-happened = What happened
sheet-wants = What the customer wants
sheet-promised = What was promised
sheet-must-know = Who must know
sheet-line = { $verdict }: { $text }
sheet-verdict-right = Right
sheet-verdict-missed = Missing
sheet-verdict-invented = Never said
sheet-verdict-label = Judges a person
sheet-verdict-leak = Must not travel
sheet-verdict-left-out = Rightly left out
