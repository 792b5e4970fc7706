# What stands on paper: the report on a talk, and on progress.

report-title = Practice report
report-page-title = { $scenario }: { $person }, { $when }
report-who = Who
report-when = When
report-mode = Mode
report-length = Time taken
report-minutes = { $count ->
    [0] under a minute
    [one] about 1 minute
   *[other] about { $count } minutes
}
report-unfinished = This talk was left before its end. What follows goes as far as the talk did.
report-changed = The scenario has been changed since. What stands here is the talk as it was held.
report-branch = This talk goes on from turn { $turn } of an earlier one ({ $attempt }). Up to there the two are the same.
report-critical = This must not happen, whatever else goes well:
report-critical-cap = In a talk in which it does, its skill stays at level 2 at most.
report-curve-how = The thick line is anger, the thin one trust; the numbers below are the turns.
report-turn = Turn { $turn }
report-note = Note
report-reflection = In your own words
report-map = The way you took
report-map-too-large = This story has more than { $most } places, too many for a map that can be read on paper; “Turn by turn” has the whole way you took.
report-map-how = Your way through the story, turn by turn, beside the way of the replies that fit best. Another way is not a wrong one; what each turn did stands under “Turn by turn”.

report-forward = Ways forward
report-forward-instead = In place of “{ $what }”
report-forward-example = An example. { $moment } { $like }
report-forward-turn = Look at turn { $turn } again: how would you say it there, in your own words?
report-forward-again = Go back to turn { $turn }
report-forward-again-how = Until then “{ $lost }” was still open. The program lets you go on from there in another way; this talk stays as it is.
report-forward-mode = Then once more
report-forward-after-learn = Next time in “Practise”: you hear the replies only, and look back at the end.
report-forward-after-practice = When it feels steady, once in “Check”. Only those runs count towards your picture over time.
report-forward-after-check = Let two days pass before the next one, and take another scene. What stays after a pause is yours.

report-read-observations = “Seen at 8 decisions” says how much a number rests on. With fewer than 6 there is no level at all, and even 36 show a tendency at best.
report-read-levels = The levels begin at 50, 75 and 90. Where one ends and the next begins is provisional.
report-read-gauges = Anger and trust belong to the customer in the story. They are no marks for you.
report-read-never = These numbers are for your own practice. They do not measure ability, and they must not be used to choose, appraise or compare people.
report-foot = kikitori · attempt { $attempt } · scenario { $scenario } · seed { $seed }

report-csv-attempt = Attempt
report-csv-scenario = Scenario
report-csv-turn = Turn
report-csv-seconds = Seconds since the beginning
report-csv-scene = Scene
report-csv-heard = What you heard
report-csv-said = What you said
report-csv-answered = What was answered
report-csv-fits = The reply that fits
report-csv-anger-before = Anger before
report-csv-anger-after = Anger after
report-csv-trust-before = Trust before
report-csv-trust-after = Trust after
report-csv-feedback = What it did
report-csv-yes = yes
report-csv-no = no

progress-title = Progress
progress-page-title = Progress: { $person }, { $when }
progress-none = No talk has come to its end yet. This page fills as you practise.
progress-next = What to practise next
progress-example = Before you begin, read the two talks aloud that stand at the end of your last look back.
progress-reason-first = A good place to begin: it is the gentlest of them.
progress-reason-easier = The last talk was hard going in “{ $skill }”, so here is an easier one.
progress-reason-no-easier = The last talk was hard going in “{ $skill }”. None of the others is easier, so look first at how it can go.
progress-reason-due = { $days ->
    [0] Today
    [one] Yesterday
   *[other] { $days } days ago
} you practised “{ $title }”. Here the same thing pulls at you in another scene.
progress-reason-due-same = { $days ->
    [0] You practised it today, and once more is due.
    [one] You practised it yesterday, and once more is due.
   *[other] You practised it { $days } days ago. Coming back now makes it stay.
}
progress-reason-few = { $count ->
    [0] “{ $indicator }” has not come up yet, and it does here.
    [one] “{ $indicator }” has come up only once so far.
   *[other] “{ $indicator }” has come up only { $count } times so far.
}
progress-reason-harder = Your last two talks went well in “{ $skill }”, so here is a harder one.
progress-reason-weakest = In “{ $skill }” there is most to gain.
progress-reason-within-reach = It trains “{ $skill }”, and for where you stand it is neither too easy nor too hard.
progress-reason-gain = There is still something to gain in “{ $skill }”.
progress-reason-new = You have not met this one yet.
progress-reason-keep-up = Over all your talks, “{ $skill }” is going well; this keeps it so.
progress-checked = What “Check” showed
progress-practised = What practice showed
progress-says-not-enough = Not enough yet
progress-says-practice = Practice so far
progress-says-tendency = Tendency
progress-rests-on = { $count ->
    [0] no decisions yet
    [one] 1 decision
   *[other] { $count } decisions, { $scenarios ->
        [one] 1 scenario
       *[other] { $scenarios } scenarios
    }
}
progress-band = Likely { $low } to { $high } (80 %)
progress-estimate = While there are few decisions, an estimate leans towards the middle. It moves as you practise.
progress-over-time = Talk by talk
progress-counts = a first talk in “Check”, which counts
progress-counts-not = other practice
progress-band-so-far = the 80 % band after it
progress-indicators = What moves, and what does not
progress-indicator = What you do
progress-times = Times
progress-earlier = Earlier
progress-later = Later
progress-way = Movement
progress-way-up = ↑ rising
progress-way-level = → steady
progress-way-down = ↓ falling
progress-way-not-yet = too few talks to say
progress-due = Time to come back
progress-due-today = due today
progress-due-since = { $days ->
    [one] due since yesterday
   *[other] due for { $days } days
}
progress-due-in = { $days ->
    [one] tomorrow
   *[other] in { $days } days
}
progress-talks = Your talks
progress-csv-counts = Counts
progress-csv-observations = { $skill }, decisions
progress-read-band = The mark on a bar is an estimate. The band around it is where the true share lies with a likelihood of 80 %, as far as the talks so far tell.
progress-read-check = Only a first talk of a scenario, in “Check” and in one go, counts towards a tendency. All else is practice, and practice may go wrong.
progress-read-tendency = With fewer than 6 decisions nothing is said. A tendency takes 36, in four scenarios. An indicator moves where the mean of the later half of the talks is half a step away from that of the earlier half, on a scale from −1 to +1.
