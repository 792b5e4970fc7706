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
report-note = Note from your trainer
report-reflection = In your own words
report-map = The way you took
report-map-how = Your way through the story, turn by turn, beside the way of the replies that fit best. Another way is not a wrong one; what each turn did stands under “Turn by turn”.

report-forward = Ways forward
report-forward-instead = In place of “{ $what }”
report-forward-example = An example. { $moment } { $like }
report-forward-turn = Look at turn { $turn } again: how would you say it there, in your own words?
report-forward-again = Go back to turn { $turn }
report-forward-again-how = Until then “{ $lost }” was still open. The program lets you go on from there in another way; this talk stays as it is.
report-forward-mode = Then once more
report-forward-after-learn = Next time in “Practise”: you hear the replies only, and look back at the end.
report-forward-after-practice = When it feels steady, once in “Check”. Only those runs count towards your long-run picture.
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
