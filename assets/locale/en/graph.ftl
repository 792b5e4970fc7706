# What stands in the picture of a scenario (`kikitori graph`).

graph-about = { $id } · { $beats ->
    [one] 1 beat
   *[other] { $beats } beats
}, { $chances ->
    [0] no second chance
    [one] 1 second chance
   *[other] { $chances } second chances
}, { $endings ->
    [one] 1 ending
   *[other] { $endings } endings
}
graph-described = A picture of the scenario { $about }. Boxes are beats, arrows are the replies that lead on, and the endings stand at the bottom, the worst at the left.
graph-too-large = A picture of { $beats } beats could not be read; at most { $most } are drawn. `--format dot` has no limit.

graph-opens = start
graph-choices = { $count } replies
graph-mends = mends { $beat }
graph-mends-before = mends the beat before it
graph-anywhere = at any moment, once
graph-endings = Endings
graph-early = the talk breaks off
graph-after = after { $beats }
graph-otherwise = otherwise
graph-unreachable = No way leads here.

graph-outcome-resolved = Resolved
graph-outcome-calmed = Calmed
graph-outcome-escalated = Escalated
graph-outcome-left = Left

graph-when-told = { $fact } told
graph-when-not = not { $what }
graph-when-chose = said { $choice } at { $beat }
graph-when-least = { $gauge } ≥ { $least }
graph-when-most = { $gauge } ≤ { $most }
graph-when-between = { $gauge } { $least }–{ $most }
graph-when-any = { $left } or { $right }
graph-when-all = { $left }, { $right }
graph-when-never = never
graph-gauge-anger = anger
graph-gauge-trust = trust

graph-legend = How to read this
graph-legend-beat = A beat: one decision
graph-legend-chance = A second chance
graph-legend-interrupt = Ends the talk from anywhere
graph-legend-key = A best reply (bold) leads here too
graph-legend-way = Only other replies lead here
graph-legend-aside = Into and out of a second chance
graph-legend-attempt = The route taken, step by step
graph-legend-reference = The reference route: the best reply each time
graph-legend-problem = Something is wrong here
graph-when-chance = { $weight } in { $total }
graph-when-sheet = after the hand-over
graph-when-asked = { $count } of { $of } asked
graph-when-from = from { $time }
graph-when-until = until { $time }
