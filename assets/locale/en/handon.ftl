# What is said of a file that was handed on and cannot be taken.

handon-too-large = The file is larger than { $most } MB, which no attempt is.
handon-not-text = The file is not text in UTF-8, from line { $line } on.
handon-breaks-off = The file breaks off at line { $line }, column { $column }; please have it sent again.
handon-not-json = The file cannot be read at line { $line }, column { $column }: it is not the JSON that kikitori writes.
handon-misshapen = Something in the file is missing or not of its kind, at line { $line }, column { $column } ({ $what }).
handon-other-format = This is not an attempt that kikitori has handed on.
handon-newer = The file was written by a newer kikitori (format { $version }); this one reads format 1.
handon-other-text = The scenario in the file is not the one that the talk was held in: its text has been changed.
handon-no-scenario = The scenario in the file cannot be played: { $why }
handon-no-mode = The file names a mode that does not exist: “{ $mode }”.
handon-too-many-steps = The file has { $count } steps; a talk has { $most } at most.
handon-too-many-notes = The file has { $count } notes; { $most } at most are read.
handon-no-step = Step { $step } in the file is not a step of a talk.
handon-misfit = Step { $step } in the file cannot be taken in its scenario, so the talk cannot be had again.
handon-no-turn = Note { $note } in the file stands beside turn { $turn }, and the talk has { $turns ->
    [one] 1 turn
   *[other] { $turns } turns
}.
handon-no-parent-turn = The turn at which the file leaves another attempt is counted from 1.
