# A blind reading, in the window and in the terminal.

blind-not-in = The scenario { $id } is not written in this language.
blind-how = You see only the replies. For each decision, pick the one that its author calls the best.
blind-result-passed = { $keys } of { $items } keys were found without hearing the customer: { $percent } % (luck: { $chance } %; at most { $max } %).
blind-result-failed = { $keys } of { $items } keys were found without hearing the customer: { $percent } % (luck: { $chance } %). That is more than { $max } %: the choices give themselves away.
blind-given-away = Decisions that gave themselves away:
blind-kept = The result is kept here: { $path }
blind-not-whole = { $picked } of { $items } decisions were picked. A reading is kept once it is whole.

blind-title = Read the replies alone
blind-open = Read it blind
blind-replies = For authors: have the replies read alone
blind-replies-how = For authors. Someone who has not seen the talk picks from its replies alone; where that is easy, the replies give themselves away.
blind-count = { $items ->
    [one] 1 decision. Nothing is said about right and wrong before the end.
   *[other] { $items } decisions. Nothing is said about right and wrong before the end.
}
blind-played = This scenario was opened in this window. A blind reading tells something only if the reader has not seen the talk: hand it to a colleague.
blind-keeps = The result will be kept here: { $path }
blind-keeps-nothing = This scenario comes with the program: the result is shown here and kept nowhere.
blind-name = Reader's name, if you like
blind-begin = Begin
blind-go-on = Go on at { $at } of { $items }
blind-begin-anew = Begin anew
blind-progress = { $at } of { $items }
blind-which = Which reply does the author call the best?
blind-take-back = One back
blind-share = Keys found
blind-limit = { $percent } %; at most { $max } % may be found
blind-key = Key: “{ $key }”
blind-unkept = The result could not be kept: { $error }
blind-done = Done
