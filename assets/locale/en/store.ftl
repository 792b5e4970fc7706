# What is kept: attempts, people, and what can be wrong with the data folder.

store-newer = { $path } was written by a newer kikitori (format { $what }) and was left as it is. Please use the newer program, or name another folder with --data.
store-not-a-store = { $path } is not a file of kikitori and was left as it is. Move it away, or name another folder with --data.
store-damaged = { $path } is damaged ({ $what }). Please keep a copy of the folder for whoever looks after this machine, and name another folder with --data until then.
store-unreadable = { $path } cannot be read: { $what }. Check who may read it, or name another folder with --data.
store-unwritable = { $path } cannot be written: { $what }. Check who may write there, name another folder with --data, or practise with --no-save.
store-full = There is no room left on the disk of { $path }. Everything kept until now is safe; make room and go on.
store-busy = { $path } is in use by another program. Close other kikitori windows and try again.
store-disk = The disk did not keep what was written to { $path } ({ $what }). Everything kept until now is safe; check the disk, then go on.
store-elsewhere = This talk has gone on in another window, so it was not changed here ({ $path }). Go on there, or begin it again.
store-no-attempt = No attempt in { $path } has an id that begins with "{ $what }". kikitori history lists them.
store-many-attempts = Several attempts in { $path } have ids that begin with "{ $what }". Please type more of the id.
store-no-person = Nobody named "{ $what }" is kept in { $path }. kikitori person list shows who is.
store-no-unnamed = Nothing in { $path } belongs to someone who gave no name.
store-no-name = That is not a name that can be kept. Please use letters that can be seen.
store-no-folder = This system names no folder for data. Please name one with --data or { $path }.

store-lost-scenario = The attempt { $id } was made with a scenario that this version cannot read. What it came to is still in kikitori history.
store-lost-deeds = The attempt { $id } cannot be played again: { $why }. What it came to is still in kikitori history.

history-none = Nothing is kept yet. Finished and unfinished talks appear here.
history-nobody = (no name)
history-ended = ending { $ending } · perspective-taking { $perspective }, ownership { $ownership }, calm { $calm }
history-open = not over ({ $choices ->
    [one] 1 choice
   *[other] { $choices } choices
} kept)
history-put-away = ended in the middle
history-changed = The scenario has changed since. This attempt keeps it as it was.

person-none = Nobody is kept here by name.
person-attempts = { $count ->
    [one] 1 attempt
   *[other] { $count } attempts
}
person-unnamed = { $count ->
    [one] 1 attempt was made
   *[other] { $count } attempts were made
} without a name. kikitori person delete --unnamed erases all of that.
person-erased = Erased, with all attempts, notes and sentences, and with the copies of earlier versions.

note-kept = Kept. The report shows it beside its turn.
note-no-turn = The attempt { $id } has { $turns ->
    [one] 1 turn
   *[other] { $turns } turns
}, counted from 1.

import-taken = { $new ->
    [0] No attempt was new here
    [one] 1 attempt was new here
   *[other] { $new } attempts were new here
}{ $known ->
    [0] .
    [one] ; of 1 that was known, the notes were taken.
   *[other] ; of { $known } that were known, the notes were taken.
}
import-newer = it was written by a newer kikitori. Please use the newer program to read it.
import-no-id = "{ $id }" is no attempt's id, so nothing was taken.
import-other = The attempt { $id } is here already, and went another way; it was left as it is.
