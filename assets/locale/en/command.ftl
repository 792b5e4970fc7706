# What the commands say.

command-no-scenario = There is no scenario "{ $id }". There is: { $known }. A file is named by its path.
command-unreadable = { $path } cannot be read: { $error }
command-faulty = { $path } cannot be played: { $first } ({ $count ->
    [one] 1 fault
   *[other] { $count } faults
}; `kikitori check` shows them all)

check-error = error
check-warning = warning
check-hint = hint
check-no-files = There is no scenario file (*.ron) below { $path }
check-summary = { $files ->
    [one] 1 file checked
   *[other] { $files } files checked
}: { $findings ->
    [0] nothing to mend
    [one] 1 finding
   *[other] { $findings } findings
}.
check-together = { $scenarios } scenarios were also judged together.
check-explain = `kikitori explain CODE` says why a finding matters.

list-about = { $channel }, { $minutes } minutes, difficulty { $difficulty } of 5
list-how = Play one with: kikitori play ID

play-seed = seed { $seed }
play-which = Which one? (number, or q to leave)
play-prompt = Your reply? (number; r rule card, h the talk so far, q leave)
play-take-back = u takes that line back, so that you can say something else.
play-nothing-said = Nothing was said yet that could be taken back.
play-not-a-choice = Type a number from 1 to { $count }, or r, h or q.
play-left = You left the talk. That is fine; nothing is scored.
    .go-on = Your choices are kept. kikitori resume { $id } goes on where you stopped.

open-no-display = There is no display here, so the talk takes place in the terminal.
    .no-terminal = There is neither a display nor a terminal here; `kikitori play ID` plays a scenario with input from elsewhere.
open-no-graphics = This machine has no Vulkan driver to draw a window with, so the talk takes place in the terminal.
    .no-terminal = This machine has no Vulkan driver to draw a window with, and there is no terminal; `kikitori play ID` plays a scenario with input from elsewhere.
open-no-window = This build has no window, so the talk takes place in the terminal.
    .no-terminal = This build has no window, and there is no terminal; `kikitori play ID` plays a scenario with input from elsewhere.
play-prompt-sheet = What do you write? (numbers, or 0 for nothing; r rule card, h the talk so far, q leave)
play-not-an-entry = Type the numbers to write, 1 to { $count }, as in 1 3 4, or 0 for none; or r, h or q.

analyze-size = { $states } situations, { $routes } routes. Every figure is exact.
analyze-sampled = { $why ->
    [fillings] The hand-over sheet can be filled in too many ways to try them all
    [talks] More than { $budget } talks would have to be told apart
   *[situations] There are more situations than the budget of { $budget }
}: the figures are estimated from { $talks } talks of each kind of trainee (seed { $seed }), with 95 % intervals. A figure without an interval is exact, for all talks of that trainee are alike.
analyze-endings = Endings, for someone who picks at random
analyze-shortest = shortest route: { $count } steps; fewest slips: { $slips }
analyze-unreachable = cannot be reached
analyze-seen = reached in these talks
analyze-not-seen = not reached in these talks, which proves nothing
analyze-policies = Scores: mean ± standard deviation [lowest–highest]
analyze-policies-sampled = Scores: mean (95 % interval) ± standard deviation
analyze-observations = The reference route can show them at { $perspective } / { $ownership } / { $calm } decisions.
analyze-choices = Choices: best ending within reach afterwards (○ yes, △ sometimes, ✗ no, · was not before), and how far the expected ending moves
analyze-no-return = Points of no return: after these the best ending is out of reach
analyze-dominated = Choices that another one, not the key, is better than in every way
analyze-facts-never = Facts that no talk opens
analyze-promises-never-made = Promises that no talk makes
analyze-promises-never-due = Promises that are made and never kept or broken
# The parts of a rule's page are also the marks by which `assets/rules/en.md` is read.
explain-finds = What it finds
explain-matters = Why it matters
explain-instead = What to do instead
explain-wrong = Wrong
explain-right = Right
explain-no-rule = There is no rule "{ $id }". { $near ->
    [none] `kikitori explain` lists all of them.
   *[other] Did you mean { $near }?
}
explain-how = Read one with: kikitori explain CODE

handbook-how = Read one with: kikitori handbook CODE, or look for words: kikitori handbook WORDS
handbook-no-page = The handbook says nothing about "{ $term }"; `kikitori handbook` lists its pages.

blind-how-sighted = You hear the talk up to each decision. Pick the reply that fits what was said.
blind-prompt = Which one? (letter)
blind-not-a-letter = Type one of the letters above.
blind-bad-line = expected the number of a decision and a letter, as in `3 B`
blind-result-sighted = { $keys } of { $items } keys were found by someone who heard the talk: { $percent } %.

new-bad-id = "{ $id }" cannot be an id: use letters a to z, digits, hyphens and underscores, at most 64.
new-exists = { $path } is there already; it was left as it is.
new-unwritten = { $path } could not be written: { $error }
new-written = Wrote { $path }. Play it with `kikitori play { $path }`, and check it as you change it with `kikitori check { $path }`.

play-kept = Kept as { $id }. kikitori report { $id } prints it.
resume-nothing = There is no talk to go on with.
resume-over = The attempt { $id } is over. kikitori report { $id } shows it.
