# A room that practises together: the room's window, the trainer's, and what is printed.

# What is asked of the room.
room-ask-pairs = Which of these would you rather be told, and why? Tell your neighbour.
room-ask-cue = Before you talk: what did they say just now that decides this?
room-ask-gather-words = Which of the customer's words has stayed with you?
room-ask-gather-eased = Had it been said to you: where would you have felt some ease?
room-ask-hand-over = When you hand over to someone else: to whom, and in what words?
room-ask-shift = Many of you changed your minds here. What did you hear from your neighbour?
room-ask-split = The room was divided here. When, in your own work, is the other reply tempting?
room-ask-same-rules = The rule stayed the same. What changed all the same?
room-ask-good = Two good sentences I heard
room-ask-plus = What shall we keep doing?
room-ask-delta = What shall we change?
room-ask-summarise = What do you take with you from this hour, in one sentence?
room-ask-week = Write one sentence that you will really say this week.
room-ask-judgement = To me it looked as if … I was worried that … What were you thinking?
room-contact-line = To talk it over afterwards: { $line }

# The keys.
room-key-next = The next step; in doubt, press this. After the last: save the record
room-key-back = One step back; votes are kept
room-key-context = Who you are and what you know; once more: the rule card
room-key-say = Everybody answers aloud; once more: in pairs
room-key-options = Show the replies
room-key-vote = Count a vote; after the talk, the second one
room-key-count = One vote more for A, B, C …
room-key-uncount = Take the last count back
room-key-close = Close the vote
room-key-talk = Pairs talk
room-key-reveal = Both votes side by side
room-key-play = Say what most people chose
room-key-another = Both votes shown: say that reply instead. Once said: look at that one, then P says it
room-key-note = What the line did to the listener
room-key-tell = Skip: tell this beat in one line
room-key-swap = The halves of the room swap voices
room-key-people = One person fewer, one more
room-key-look-back = End here and look back
room-key-black = Black projector, and back
room-key-freeze = Hold the projector while you look around
room-key-font = Larger and smaller letters on the projector
room-key-colours = Light or dark projector
room-key-mute = Sounds off, sounds on
room-key-timer = Ten seconds less, ten seconds more
room-key-write = Into the line to write in, Tab to the next; Enter keeps it, Esc leaves
room-key-window = The projector's window: open it again, fill the screen
room-key-handbook = The handbook: what each behaviour is
room-key-sheet = This sheet

# Rules that are said aloud.
room-rules = Good to know
room-rule-tie = A tie goes to the reply with more votes in the first vote, then to the earlier letter.
room-rule-advice = Best reply below 30 % in the first vote: give a cue, then let them talk. Up to 70 %: let them talk. Above: a short word is enough.
room-rule-hidden = How a vote went stays hidden until both are in. Seeing the first one would pull the second after it.

# Printed sheets.
room-sheet-keys = Cheat sheet for the trainer
    .about = Space walks through the whole hour. The other keys are for when you want something else.
room-sheet-letters = Letters to hold up
room-sheet-opening = To read aloud before you begin
    .about = Read it as it stands, or say it in your own words. Three minutes.
room-sheet-opening-1 = We are here to practise one conversation together, and to make the mistakes in here that we would rather not make out there.
room-sheet-opening-2 = There are no scores, and no names are kept. Votes are counted as hands, never as persons.
room-sheet-opening-3 = Whoever wants to may sit out, at any moment and without giving a reason. Looking on is taking part.
room-sheet-opening-4 = What is told in here stays in here. What you have learnt may go home with you.
room-sheet-opening-5 = First everybody thinks alone, then we vote, then you talk with your neighbour, then we vote once more. Changing your mind is the point.
room-sheet-opening-voices = Two voices for today
room-sheet-opening-reads = Reads the customer
room-sheet-opening-answers = Reads our reply
room-sheet-opening-note = First names on this sheet only; it goes into the bin afterwards.
room-sheet-roles = Role cards
room-sheet-observer = For whoever watches
    .about = Tick a box each time you hear it. Write down the words, not what you think of them.
room-sheet-week = This week I will say
    .about = Mine alone. Nobody collects this.
room-role-customer = You are the customer. Do not show this card.
room-role-operator = You answer. Do not show this card.
room-role-begins = You begin with
room-role-freely = You say freely
room-role-held = You keep to yourself
    .about = Tell it only when it is earned, and then in your own words. If it never is, keep it.
room-role-only-if = Only if: { $how }
room-role-how = How you are
room-role-how-1 = A plain answer calms you, also a no.
room-role-how-2 = Being told how you feel, or hearing a rule read out, makes you shorter.
room-role-how-3 = You are not here to win. You want to be heard.
room-observer-words = The words I heard:
room-observer-tell = One thing to tell them afterwards, beginning with “I heard you say”:

# The record.
room-record-title = A session on “{ $title }”
room-record-about = { $minutes } minutes, { $group } people
room-record-nobody = Votes, lines and take-aways. It names nobody, and cannot.
room-record-told = (told in a line)
room-record-best = the reply that fits here
room-record-said = what the room said
room-record-peeked = Also looked at:
room-record-lines = Good lines that were heard
room-record-take-aways = What people will say this week
room-record-left = Voted on and left for another way
room-record-movement = Since the last session
    .about = First votes for the reply that fits, before anybody had talked. Different people may have been in the room.
room-record-before = Then
room-record-after = This time
room-record-of = { $best } of { $all }
room-next-date = We meet again
room-reminder = To send round beforehand
    .text = Two weeks ago, each of us wrote down one sentence to really say. Did the moment come? What happened when you said it? We meet again: { $date }.

# The room's window.
room-opening-title = Today we practise together
room-opening-safe = No scores, no names. Mistakes are what we work with.
room-opening-out = You may sit out at any moment, without giving a reason.
room-opening-minutes = { $minutes } minutes · { $title }
room-context-title = Where we are
room-say = Say it aloud, in your own words.
room-say-in-pairs = Now say it to your neighbour, then swap.
room-swapped = Now the other half reads the customer.
room-voting = We are voting
room-voting-again = We vote once more
room-votes = { $votes ->
    [one] 1 vote
   *[other] { $votes } votes
}
room-closed = The vote is closed.
room-talk = Talk with your neighbour
room-reveal = How you voted
room-first = first
room-second = after the talk
room-no-votes = Nobody has voted here.
room-we-say = We say
room-they-answer = And hear
room-note-about = What this moment is about
room-told = In short
room-peek = Had we said this instead
room-peek-next = and then
room-second-chance = A second chance
room-sheet-title = What do we hand over?
room-ending = This is how it ended
room-untold = What we were never told
room-untold-none = We were told everything.
room-untold-opens = It would have opened with: { $how }
room-pairs = In threes, with the cards
room-pairs-how = One plays the customer, one answers, one watches. After seven minutes, change seats.
room-writing = Write the tempting reply
room-writing-how = Take one beat. Write the reply that sounds kind and misses what was said. Read it to your neighbour.
room-gather = What did you hear?
room-analyse-shift = Here you changed your minds
room-analyse-split = Here you were divided
room-route = The way we took
room-route-ours = our way
room-route-peeked = looked at
room-plus-delta = Looking back, briefly
room-plus = ＋ Keep
room-delta = Δ Change
room-summarise = What we take along
room-closing = One sentence for this week
room-closing-next = Next time: { $date }

# Setting up.
room-open = Run a room
room-setup = A room together
room-setup-about = One computer, no network, no devices. The second window is for the projector.
room-setup-scenario = What to play
room-setup-length = How long
room-setup-group = How many people
room-contact = Where to turn afterwards
    .about = A desk or a number at your workplace. The room sees it at the end.
room-setup-lang-room = The room reads
room-setup-lang-trainer = You read
room-setup-start = Open the room
room-setup-pattern = Test pattern
room-setup-prepare = Prepare the beats
room-setup-cards = Cards to print
room-cards-saved = Written to { $folder }. Open a page and print it.
room-cards-unsaved = The cards could not be written: { $why }
room-setup-minutes = { $minutes } min
room-resume = Go on with “{ $title }”
room-resume-about = { $minutes ->
    [0] It was interrupted in its first minute. Every vote is still there.
    [one] It was interrupted after 1 minute. Every vote is still there.
   *[other] It was interrupted after { $minutes } minutes. Every vote is still there.
}
room-prepare-about = Walk through the beats, read the notes, and choose how the room goes about each.
room-prepare-question = Your own question for pairs (empty: the one above)
room-pace-quick = quick
room-pace-deep = talk it over
room-pace-hidden = only told
room-pattern = Can the last row read this?
room-pattern-small = This is the smallest text that you will see today.
room-pattern-how = Move this window to the projector. F11 makes it fill the screen.
room-pattern-sound = A soft bell has just rung. Could you hear it at the back?

# The trainer's window.
room-window-title = kikitori — the room
room-now = Now: { $stage }
room-next = Next: { $stage }
room-stage-black = Black
room-stage-opening = Welcome
room-stage-context = Context
room-stage-rules = Rule card
room-stage-line = Their line
room-stage-say = Say it aloud
room-stage-say-in-pairs = Say it in pairs
room-stage-options = Replies
room-stage-vote = First vote
room-stage-vote-again = Second vote
room-stage-closed = Vote closed
room-stage-talk = Talk in pairs
room-stage-reveal = Both votes
room-stage-play = What we say
room-stage-reaction = What they answer
room-stage-note = What it did
room-stage-told = Told in a line
room-stage-peek = Another way
room-stage-sheet = Hand-over sheet
room-stage-ending = The ending
room-stage-untold = Never told
room-stage-pairs = Threes with cards
room-stage-writing = Writing
room-stage-gather = Gather
room-stage-analyse = Analyse
room-stage-route = The way we took
room-stage-plus-delta = Keep and change
room-stage-summarise = Summarise
room-stage-closing = One sentence
room-next-nothing = This was the last step. Space saves the record.
room-on-projector = On the projector
room-may-ask = You can also ask
room-plan-card = The plan
room-plan-deep = ★ { $minutes } min
room-plan-quick = { $minutes } min
room-plan-fork = here the talk can take another way
room-voices = Ask for two voices: one reads the customer, one reads what we say.
room-swap-due = Time to swap: the other half reads the customer now. Press X.
room-is-black = The projector is black.
room-is-frozen = The projector is held. The room sees what it saw before.
room-advice-cue = Few found it. Give a cue, then let them talk.
room-advice-talk = The room is divided. Let them talk, then vote again.
room-advice-explain = Most found it. A short word is enough.
room-share = { $best } of { $all } for the reply that fits
room-moved = { $count ->
    [0] The votes are as they were
    [one] At least 1 person changed their mind
   *[other] At least { $count } people changed their minds
}
room-sum-short = { $count ->
    [one] 1 person has not voted
   *[other] { $count } people have not voted
}
room-sum-exact = Everybody has voted
room-sum-over = { $count ->
    [one] 1 vote too many: press U, or correct the number
   *[other] { $count } votes too many: press U, or correct the numbers
}
room-tied = A tie. { $rule }
room-best = fits here
room-tempts = tempts most
room-leads-to = leads to: { $where }
room-best-when = best when { $when }
room-held-back = Held back
room-told-so-far = Told so far
room-tone = For reading aloud
room-tone-sharp = Read it fast and sharp.
room-tone-tense = Read it held back, with small pauses.
room-tone-cool = Read it politely, and cool.
room-tone-even = Read it evenly, as on any day.
room-tone-warm = Read it more slowly, and softer.
room-note-question = Ask
room-note-listen = Listen for
room-note-reason = “{ $says }” → { $ask }
room-note-silent = If nobody speaks: { $how }
room-note-on = Time to go on: { $when }
room-note-minutes = { $minutes } minutes
room-note-principle = { $words }
room-pull = The first thought: “{ $voice }”
room-silent-pairs = Who has not spoken yet? Ask a pair at the back.
room-play-majority = Say what most chose (P)
room-play-this = Say { $letter }
room-peek-this = Look at { $letter }
room-skip = Tell it in a line (K)
room-back = Back (←)
room-strip-left = { $minutes } min planned
room-strip-late = { $minutes ->
    [one] 1 minute behind
   *[other] { $minutes } minutes behind
}
room-strip-early = in time
room-strip-skip = To keep the look back whole, tell these in a line: { $beats }
room-strip-opening = Welcome
room-strip-context = Context
room-strip-ending = Ending
room-strip-pairs = Threes
room-strip-writing = Writing
room-strip-debrief = Look back
room-strip-closing = Close
room-hear-label = A good line you heard (no names)
room-take-away-label = A sentence for the week (no names)
room-date-label = The next date
room-heard-count = { $count ->
    [0] No lines noted yet
    [one] 1 line noted
   *[other] { $count } lines noted
}
room-record-save = Save the record
room-record-saved = Saved in { $folder }
room-record-unsaved = It could not be saved: { $why }
room-leave = Close the room
room-leave-question = Close the room?
room-leave-comfort = Everything so far is kept. You can go on from here later.
room-stay = Stay
room-sheet-open = Keys (?)
room-refused-not-now = That does not follow from here. Space goes on.
room-refused-at-the-start = This is the beginning.
room-refused-no-votes = Nobody has voted yet. Press 1, 2, 3 … for each hand.
room-refused-too-many-votes = More votes than people. Press U to take the last one back.
room-refused-no-such-option = There is no reply with this letter.
room-refused-nothing-counted = There is nothing to take back.
room-refused-no-such-group = A room is for 8 to 60 people.
room-refused-no-words = There is nothing to write down, or too much.
room-not-kept = The journal cannot be written ({ $why }). The room goes on, but a crash would lose it.
room-totals-label = All counts: 7 3 0 2
room-freeze = Hold (F)
room-key-space = Space
room-wall-closed = The room's window is closed; F11 opens it.
room-display-found = A second display: the room's window fills it now.
room-display-lost = The projector is gone; nothing else is. Plug it in again, or press F11 for the room's window on this screen.
room-muted = Sounds off (M)
room-no-sounds = This program was built without sounds; there is nothing to turn off.
room-seconds = { $seconds } s

# The command.
command-room-no-journal = { $path } is no journal of a room, or its scenario is not in the library.
