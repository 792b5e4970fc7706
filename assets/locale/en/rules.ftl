# What `kikitori check` says. Each rule has a sentence and a hint; `also` labels a second place.

K001 = This is not a text file
    .hint = A scenario is UTF-8 text. At byte { $at } there is something that no text holds; open the file in a text editor and save it as UTF-8.
K002 = This file is { $size } MB; a scenario has { $most } MB at most
    .hint = Check that it is the right file. A long scenario can be split in two.
K003 = The file begins with an invisible byte order mark
    .hint = Save it as "UTF-8", not as "UTF-8 with BOM".
K004 = { $ascii ->
    [space] A full-width space stands where RON wants an ordinary one
   *[other] A full-width `{ $wide }` stands where RON wants `{ $ascii }`
    }
    .hint = { $ascii ->
        [space] Switch the keyboard to half-width and type the space again. Inside quotes, full-width signs are fine.
       *[other] Type `{ $ascii }` with the keyboard switched to half-width, in an editor that does not change what you type. Inside quotes, full-width signs are fine.
    }
K005 = Expected { $expected }, found { $found }
    .hint = { $sign ->
        [hash] A comment begins with `//`.
        [equals] A field is written `name: value`.
        [and] Conditions that must all hold stand in a list, [Is("a"), Trust(min: 5)]; where one is enough, write Any([...]).
        [quote] A quote inside a text is written `\"`, as in "She said \"no\".".
        [end] The bracket just before closes the whole scenario: it is one too many, or of another kind than the one it should close.
       *[none] Look at what stands just before: a comma, a colon or a quote may be missing there.
    }
K006 = This `{ $open }` is never closed
    .hint = Put the matching `{ $close }` where this part ends.
K007 = Brackets are nested more than { $most } deep
    .hint = No scenario needs that. A closing bracket is probably missing further up.
K008 = `{ $written }` cannot be read
    .hint = Write numbers as 1 or -0.5. In texts, a backslash may be followed by n, t, r, 0, ", \ or u{"{"}...{"}"}; for a backslash itself write \\.

K101 = There is no field `{ $field }` in { $part }
    .hint = { $near ->
        [none] Its fields are: { $known }.
       *[other] Did you mean `{ $near }`?
    }
K102 = The field `{ $field }` is missing in { $part }
    .hint = Add `{ $field }: ...` between its brackets.
K103 = Expected { $expected } here
    .hint = Write it that way; the page for authors has an example of every part.
K104 = `{ $field }` is written twice
    .hint = Keep one of them.
    .also = it was written here first
K105 = The id "{ $id }" is used twice
    .hint = Give one of them another id. Beats and endings share their ids, because a move can lead to either.
    .also = it was used here first
K106 = `{ $word }` is not a word that can stand here
    .hint = { $near ->
        [none] Write one of: { $known }.
       *[other] Did you mean `{ $near }`?
    }
K107 = { $written } is outside { $min } to { $max }
    .hint = Write a value from { $min } to { $max }.
K108 = This text has no `{ $lang }`
    .hint = Write it in both languages, (en: "...", ja: "..."), or say which one the scenario is in, as in `languages: [En]`.
K109 = { $field ->
    [text] This text is empty
    [customer] None of the speakers is the customer
    [choices] A decision needs two choices or more
    [topics] There must be two topics or more to ask about
    [chance] Chance needs two outcomes or more to decide between
   *[other] Nothing is written for { $field }
    }
    .hint = { $field ->
        [text] Write what is said, or take the part out.
        [customer] Give one speaker `role: Customer`; everyone else is a `Colleague`.
        [choices] Write one more, or let the beat before lead straight on.
        [topics] Write one more, or lead straight to the beat behind the topic.
        [chance] Write them as in Chance([(weight: 3, to: "N6"), (weight: 1, to: "N7")]).
       *[other] Write at least one.
    }
K110 = "{ $id }" cannot be an id
    .hint = An id has 1 to 64 letters a-z, A-Z, digits, hyphens or underscores.
K111 = There are more than { $most }
    .hint = Leave some out, or split the scenario.

K112 = "{ $written }" is not a time
    .hint = Write "13:05", or "2 10:00" for ten o'clock on the second day.
K113 = { $code } is accepted here, and there is nothing to accept
    .hint = Take it out of `accepts`.
K114 = The reading of "{ $word }" is not written in kana
    .hint = Write how the word is read in hiragana, or in katakana where it is read so: "小野": "おの".

K201 = There is no beat or ending "{ $id }"
    .hint = { $near ->
        [none] Write the beat, or lead to one that is there.
       *[other] Did you mean "{ $near }"?
    }
K202 = This beat has no choice "{ $id }"
    .hint = { $near ->
        [none] Name one of the beat's choices.
       *[other] Did you mean "{ $near }"?
    }
K203 = There is no flag "{ $id }"
    .hint = { $near ->
        [none] Declare it at the top, in `flags: [...]`.
       *[other] Did you mean "{ $near }"?
    }
K204 = There is no fact "{ $id }"
    .hint = { $near ->
        [none] Declare it at the top, in `facts`.
       *[other] Did you mean "{ $near }"?
    }
K205 = There is no speaker "{ $id }"
    .hint = { $near ->
        [none] Declare the person at the top, in `speakers`. "narrator" and "trainee" are always there.
       *[other] Did you mean "{ $near }"?
    }
K206 = The briefing has no line "{ $id }"
    .hint = { $near ->
        [none] Write it in `briefing`, under `rules` or `known`.
       *[other] Did you mean "{ $near }"?
    }
K207 = There is no indicator `{ $indicator }`
    .hint = The indicators are P1 to P5, O1 to O5 and C1 to C5.
K208 = There is no promise "{ $id }"
    .hint = { $near ->
        [none] Declare it at the top, in `promises`.
       *[other] Did you mean "{ $near }"?
    }
K209 = There is no act "{ $id }"
    .hint = { $near ->
        [none] Declare it at the top, in `acts`.
       *[other] Did you mean "{ $near }"?
    }
K210 = There is no gauge "{ $id }"
    .hint = { $near ->
        [none] Declare it at the top, in `gauges`. Anger and Trust are always there.
       *[other] Did you mean "{ $near }"?
    }
K211 = The hand-over sheet has no entry "{ $id }"
    .hint = { $near ->
        [none] Write it in `sheet`, under `entries`.
       *[other] Did you mean "{ $near }"?
    }

K301 = No way leads to the beat "{ $id }"
    .hint = Lead to it from another beat, or take it out.
K302 = No way leads from here to an ending ({ $route })
    .hint = Give the beat or the choice a `next`, and make sure that some way on ends.
K303 = The talk can come back here for ever ({ $route })
    .hint = Lead one of these beats on instead of back.
K304 = When this condition does not hold, nothing is left
    .hint = Add a last entry without `when`, for every other case.
K305 = No way leads to the ending "{ $id }"
    .hint = Lead to it from a beat or an interrupt, or take it out.
K306 = This is never used
    .hint = The entry before it has no `when`, so it always comes first. Put the one without `when` last.
    .also = this always holds
K307 = There is nothing here to mend or to go back to
    .hint = `mends` names a main beat that comes before this second chance; `Back` is for second chances only.
K308 = The key "{ $id }" cannot always be said
    .hint = Take `when` away from it, or make another choice the key: every trainee must have a right answer.
K309 = It is not clear what silence says at "{ $id }"
    .hint = A beat with `seconds` has one choice with `silence: true`, without a condition; other beats have none.
K310 = There is no hand-over sheet to go to from here
    .hint = Write `sheet: (entries: ..., next: ...)` at the top. A sheet is filled once, and an interrupt leads to a beat or an ending.
K311 = The promise "{ $id }" has a time, and the story has no clock
    .hint = Say at the top what the clock shows at the beginning, as in `clock: "13:05"`.
K312 = Chance picks this text, so it has no condition
    .hint = Take `when` away, or write the texts under `say`, where the first that holds is said.
K313 = Nothing makes the promise "{ $id }"
    .hint = Add `Promise("{ $id }")` to the effects of the choice that makes it, or take it out.
K314 = Nothing tells the fact "{ $id }"
    .hint = Add it to the `tells` of a beat or a choice, or take it out. A fact that must not be told is `kind: Confidential`.
K315 = No Japanese text has "{ $word }", whose reading is given
    .hint = Write the word exactly as the texts do, or take the reading out.
K316 = A condition asks for { $what }, and nothing in the talk brings that about
    .hint = Bring it about where it happens, or ask for what does happen; look for the name in the conditions.
K317 = No condition asks for { $what }
    .hint = Ask for it where it makes a difference, or take the flag out.

K401 = Choice "{ $id }" is not rated on { $indicator }
    .hint = Every choice is rated on every indicator of its beat; write 0 where nothing is shown.
    .also = declared here
K402 = The beat does not declare { $indicator }
    .hint = Add it to `rates` and rate every choice on it, or take this rating out.
K403 = { $written } is not a rating
    .hint = A rating is -1, -0.5, 0, 0.5 or 1.
K404 = The key "{ $id }" is not the best reply: "{ $better }" is rated higher
    .hint = Rate them again, or make the better one the key.
    .also = rated higher
K405 = Nothing is at stake here: every choice is rated alike
    .hint = Rate what each reply really does, or choose indicators on which they differ.
K406 = The reference route ends in "{ $id }", not in the best ending "{ $best }"
    .hint = Saying the key at every decision should lead to the last ending of the list. Look at the gauges and flags that this ending asks for, and at the order: the worst ending is written first.
K407 = This passes on the confidential "{ $id }", and no critical error says so
    .hint = Add `critical: X1`, or take it out of `leaks` if it may be told here.
K408 = The key at "{ $id }" leads to the second chance "{ $chance }"
    .hint = The key loses nothing, so there is nothing to mend. Lead only the other choices there.
K409 = No rating in this scenario can speak for the aim "{ $id }"
    .hint = Name in `shows` or `misses` an indicator that some beat rates, or the look back has nothing to hold it against.

K501 = Nothing decides what is right at "{ $id }"
    .hint = Name the deciding cue: words in the line, a line of the rule card or a fact told before, as in `cues: Line(en: "...", ja: "...")`.
K502 = The lines of this beat do not always contain “{ $cue }” ({ $lang })
    .hint = Copy the words exactly from a line that is always said, with the same punctuation.

K601 = { $kind ->
    [choice] This choice is { $count } characters long; at the largest text size, { $most } fit
   *[line] This line is { $count } characters long; at the largest text size, { $most } can be taken in
    }
    .hint = { $kind ->
        [choice] Say it in fewer words. Leave its reasons for the reply, and shorten the other choices as well, so that length gives nothing away.
       *[line] Say it in fewer words, or make two lines of it.
    }
K602 = { $lang ->
    [en] This feedback is { $count } words long; { $most } can be read between two decisions
   *[ja] This feedback is { $count } characters long; { $most } can be read between two decisions
    }
    .hint = One sentence: what it did to the listener, and what instead or why it worked.
K603 = { $usual ->
    [polite] Here { $voice } is plain (だ・である), and polite (です・ます) elsewhere
   *[plain] Here { $voice } is polite (です・ます), and plain (だ・である) elsewhere
    }
    .hint = End the sentence as the others end. If the change is meant, let it show in the words, not in the ending alone.
    .also = as here
K604 = { $scope ->
    [key] “{ $phrase }” in a key: { $reason }
   *[said] “{ $phrase }”: { $reason }
    }
    .hint = { $instead }
K605 = { $lang ->
    [en] The English text is the same as the Japanese one
   *[ja] The Japanese text is the same as the English one
    }
    .hint = Write it in that language, as its speakers would say it.
    .also = the same text
K606 = { $lang ->
    [en] This English text has Japanese letters in it
   *[ja] This Japanese text has no Japanese letters
    }
    .hint = { $lang ->
        [en] Write the words in English; a name in Latin letters.
       *[ja] Write it in Japanese. Perhaps the two languages have changed places.
    }
K607 = “{ $written }” keeps a place for something that was never written
    .hint = Write it. For a silence, write what can be seen or heard: “She says nothing.”
K608 = { $instead ->
    [kana] Half-width katakana stand in a Japanese text
   *[other] A half-width “{ $written }” stands in a Japanese text
    }
    .hint = { $instead ->
        [kana] Type “{ $written }” in full-width katakana.
       *[other] Write “{ $instead }”.
    }
K609 = This “{ $written }” has no partner
    .hint = Add the sign that belongs to it, or take this one out.
K610 = A space stands beside the “{ $written }”, where none belongs
    .hint = Take the space out.
K611 = This ellipsis is written “{ $written }”
    .hint = Write “{ $usual }”, as elsewhere in the scenario.

# Voices that K603 speaks of.

voice-customer = the customer
voice-narrator = the narrator
voice-trainee = the trainee
voice-feedback = the feedback

# Why the phrases of K604 are out of place, and what to say instead. The phrases are in `src/check/text/phrases.rs`.

phrase-piled-permission = twice in one reply, the manners drown what is said
    .instead = Keep it once at most, and say the rest with いたします or します.
phrase-double-humility = two humble forms, one on top of the other
    .instead = One is enough: 伺います, 拝見します, 頂戴します, 承ります.
phrase-double-respect = two respectful forms, one on top of the other
    .instead = One is enough: おっしゃる, いらっしゃる, 召し上がる, ご覧になる, お越しになる, なさる.
phrase-humble-customer = a humble form, said of the customer
    .instead = What the customer does is おっしゃる, おいでになる, いらっしゃる.
phrase-conditional-apology = an apology with an “if” leaves it to the customer whether anything happened
    .instead = Name what happened, and apologise for that; before the facts are known, for the trouble it has caused.
phrase-contradicting = begins by contradicting, whatever comes after
    .instead = Take up what was said first; then say what you have to say.
phrase-calm-down = tells an angry person how to feel, and makes it worse
    .instead = Name the one thing the anger is about, and answer that.
phrase-policy-shield = hides behind the rule
    .instead = Give the answer as your own, in one sentence, with its reason if it helps.

K801 = The reference route scores { $points } on { $skill }; it should score { $bar } at least
    .hint = Look at { $choices }: rate the key there again, or make the best choice the key.
K802 = Picking at random scores { $mean } of 100 at a single decision; it should lie between { $min } and { $max }
    .hint = Rate the distractors apart from the key and from each other. Those that come nearest to it: { $choices }.
K803 = Picking at random scores { $mean } on { $skill } over whole talks; it should lie between { $min } and { $max }
    .hint = Too high, and distractors are rated too well; too low, and they are rated too low or end talks too early. Those that weigh most: { $choices }.
K804 = Never finding the key still scores { $mean } on { $skill }; it should score { $max } at most
    .hint = Rate the best distractors lower, or write them so that they deserve less. Those that weigh most: { $choices }.
K805 = Only { $count } decisions of the reference route can show { $skill }; there should be { $bar } at least
    .hint = Rate more beats on an indicator of this skill, so that choices differ on it.{ $choices ->
        [none] {""}
       *[other] {" "}The decisions of that route nearest to showing it, by their keys: { $choices }.
    }
K806 = Saying "{ $id }" at "{ $beat }" costs { $mean } points on average and { $hit } on the skill it hits most
    .hint = One slip should cost 1 to 15 points on average, and 3 at least on the skill it hits. Rate it further from the key, or nearer.
K807 = Erring first pays: a talk in which "{ $id }" is said at "{ $beat }" scores { $with } on { $skill }, and { $without } with the key there; it should score less
    .hint = Look at the second chances that mend this beat, and at what they offer. What pays most: { $choices }.
K808 = The persona "{ $id }" should come out weakest in { $skill } and comes out { $perspective } / { $ownership } / { $calm }
    .hint = Its skill should be its lowest, or within 2 of it, and 8 at least below its best. Rate what it says again, or choose what shows the weakness.{ $choices ->
        [none] {" "}It says the key everywhere.
       *[other] {" "}What shows it least: { $choices }.
    }
K809 = No talk comes to the ending "{ $id }"
    .hint = { $choices ->
        [none] No choice leads there by itself; see whether what does ever comes to pass.
       *[other] Some condition on the way never holds. Ways are written from { $choices }.
    } See `kikitori analyze`.
K810 = The ending "{ $id }" takes { $slips } slips; { $max } should be enough
    .hint = Let an ending follow from a mistake a good trainee can make, so that it is ever seen. The nearest way there: { $choices }.
K811 = Luck comes to the best ending in { $percent } % of talks; it should be less than { $max } %
    .hint = Let the best ending ask for more of what only a listener does. What helps luck most: { $choices }.
K812 = Luck comes to the worst ending in { $percent } % of talks; it should be less than { $max } %
    .hint = Let anger rise more slowly, or leave a way back before the end. What leads there most: { $choices }.
K813 = A whole talk offers { $skill } between { $least } % and { $most } % of what the reference route offers
    .hint = It should lie between 75 % and 125 %. Let every way through have about as many decisions on this skill. What changes it most, against the key: { $choices }.
K814 = { $why ->
    [fillings] The hand-over sheet can be filled in too many ways to try them all
    [talks] To say what becomes of trainees, more than { $most } talks would have to be told apart
   *[situations] The talk can come to more than { $most } situations
}, so { $rules ->
    [endings] K809 is not judged
    [trainees] K803, K804, K811 and K812 are not judged, nor is K703 in whole talks
    [whole-talks] K703 is not judged in whole talks
    [all-but-endings] of K801 to K813 only K809 is judged
   *[all] K801 to K813 are not judged
}
    .hint = { $why ->
        [fillings] Let fewer entries decide how it goes on.
        [talks] Let second chances mend soon after the beat they mend, and let fewer of them lie ahead: what can still be mended is carried along.
       *[situations] Let fewer flags, gauges and promises be asked for long after they change.
    } `kikitori analyze` estimates the figures by sampling.
K815 = The scenario calls itself difficulty { $named }; by what makes a talk hard it is { $level }
    .hint = Each of these that holds is a level, and none of them is level 1. Two hidden facts or more: { $hidden }. A plain no by a rule (a beat with a `Rule` as its cue that rates C4): { $refusal }. Anger 6 or more at the start: { $anger }. A third person who speaks: { $parties }. An apology in one's role (O1) before all is told: { $apology }.

K901 = Nobody has read these choices blind since they were changed ({ $lang })
    .hint = Let someone who has not seen the scenario run `kikitori blind FILE --lang { $lang }`; the result is kept beside the file.
K902 = Readers who saw only the choices picked { $keys } of { $items } keys ({ $lang }); at most { $max } % should be found
    .hint = Rewrite what gives itself away, so that the customer's words decide. The keys found most: { $choices }.
K903 = Readers who heard the talk picked { $heard_keys } of { $heard_items } keys, those who saw only the choices { $keys } of { $items } ({ $lang }): listening brings { $gap } percentage points, and should bring { $bar }
    .hint = Let the customer's words decide more, and the wording of the choices less. Where listening helps least: { $choices }.
K904 = Readers who saw only the choices picked { $percent } % of the keys, on the mean of { $scenarios } scenarios ({ $lang }); at most { $max } % should be found
    .hint = Begin with the scenarios in which most were found: rewrite what gives itself away, so that the customer's words decide. The keys found most: { $choices }.

# Test-wiseness: what someone gets who has heard nothing of the talk.

K701 = In { $lang ->
        [ja] Japanese
       *[en] English
    }, length alone tells the better replies: { $sign ->
        [minus] the shorter a reply, the better it is rated
       *[plus] the longer a reply, the better it is rated
    } (r = { $r }; less than { $most } either way tells nothing)
    .hint = { $sign ->
        [minus] Shorten some worse replies or lengthen some better ones.
       *[plus] Lengthen some worse replies or shorten some better ones.
    } These weigh most: { $choices }.
K702 = In { $lang ->
        [ja] Japanese
       *[en] English
    }, counting { $feature } tells the better replies: { $sign ->
        [minus] the fewer a reply has, the better it is rated
       *[plus] the more a reply has, the better it is rated
    } (r = { $r }; less than { $most } either way tells nothing)
    .hint = { $sign ->
        [minus] Take some out of worse replies, or give some to better ones.
       *[plus] Give some to worse replies, or take some out of better ones.
    } These weigh most: { $choices }.
K703 = Someone who has heard nothing and always picks { $bot ->
        [most] the reply with the most { $feature }
        [least] the reply with the fewest { $feature }
        [apology-and-question] a reply that apologises and asks
        [recipe] a reply that repeats words, says "I", names a number and asks
        [first] the first reply of the file
        [second] the second reply of the file
        [third] the third reply of the file
       *[last] the last reply of the file
    }{ $lang ->
        [en] {" "}in English
        [ja] {" "}in Japanese
       *[none] {""}
    } gets { $item } points at single decisions and { $path } in whole talks, where chance gets { $item_chance } and { $path_chance }
    .hint = No such reader should come more than { $over } points above chance, or to { $most }. These picks win most: { $choices }. Let the same thing stand in replies that are wrong there.
K704 = In { $lang ->
        [ja] Japanese, { $long } has { $most } characters
       *[en] English, { $long } has { $most } words
    } and { $short } has { $least }: { $ratio } times as many, where { $limit } times is the limit
    .hint = Shorten the one or lengthen the other. Replies of one decision are of about one length, or the odd one stands out.
K705 = In { $lang ->
        [ja] Japanese
       *[en] English
    }, the key is the { $end ->
        [shortest] shortest
       *[longest] longest
    } reply in { $count } of { $beats } beats; it should be so in { $range }
    .hint = { $side ->
        [few] Let a few more keys be so. These come nearest: { $choices }.
       *[many] Change the length of some of these keys, or of the replies beside them: { $choices }.
    }
K706 = In { $lang ->
        [ja] Japanese
       *[en] English
    }, the key { $choice } is the only reply of its beat that { $what ->
        [surface-apologies] apologises
        [surface-questions] asks a question
        [surface-numbers] names a number or a time
        [surface-first-person] says "I"
        [surface-offers] offers help
        [surface-empathy] speaks of feelings
       *[surface-echo] takes up words just heard
    }
    .hint = Let at least one other reply do so too, or take it out of the key.
K707 = In { $lang ->
        [ja] Japanese
       *[en] English
    }, someone apologises in { $beats } beats, and the most apologetic reply is among the worse half in only { $count }
    .hint = It should be so in a quarter of them at least: an apology is not always right. Here it is: { $choices }.

# The same over all scenarios together.

K711 = Over all scenarios in { $lang ->
        [ja] Japanese
       *[en] English
    }, length alone tells the better replies: { $sign ->
        [minus] the shorter a reply, the better it is rated
       *[plus] the longer a reply, the better it is rated
    } (r = { $r }; less than { $most } either way tells nothing)
    .hint = { $sign ->
        [minus] Shorten some worse replies or lengthen some better ones.
       *[plus] Lengthen some worse replies or shorten some better ones.
    } These weigh most: { $choices }.
K712 = Over all scenarios in { $lang ->
        [ja] Japanese
       *[en] English
    }, counting { $feature } tells the better replies: { $sign ->
        [minus] the fewer a reply has, the better it is rated
       *[plus] the more a reply has, the better it is rated
    } (r = { $r }; less than { $most } either way tells nothing)
    .hint = { $sign ->
        [minus] Take some out of worse replies, or give some to better ones.
       *[plus] Give some to worse replies, or take some out of better ones.
    } These weigh most: { $choices }.
K713 = Over all scenarios, someone who has heard nothing and always picks { $bot ->
        [most] the reply with the most { $feature }
        [least] the reply with the fewest { $feature }
        [apology-and-question] a reply that apologises and asks
        [recipe] a reply that repeats words, says "I", names a number and asks
        [first] the first reply of the file
        [second] the second reply of the file
        [third] the third reply of the file
       *[last] the last reply of the file
    }{ $lang ->
        [en] {" "}in English
        [ja] {" "}in Japanese
       *[none] {""}
    } gets { $path } points in whole talks, where chance gets { $path_chance }
    .hint = No such reader should come more than { $over } points above chance. These picks win most: { $choices }. Let the same thing stand in replies that are wrong there.
K714 = In { $lang ->
        [ja] Japanese
       *[en] English
    }, someone who has learned the look of good replies from the other scenarios gets { $path } points in whole talks, where chance gets { $path_chance }, and picks { $keys } % of the keys, where chance picks { $keys_chance } %
    .hint = Up to { $over } points and { $keys_over } % above chance may be an accident (judged from { $scenarios } scenarios on; fewer teach too little). The figures of each scenario show which surfaces together give it away. These picks win most: { $choices }.
K715 = Over all scenarios in { $lang ->
        [ja] Japanese
       *[en] English
    }, the key is the { $end ->
        [shortest] shortest
       *[longest] longest
    } reply in { $count } of { $beats } beats; it should be so in { $range }
    .hint = { $side ->
        [few] Let a few more keys be so. These come nearest: { $choices }.
       *[many] Change the length of some of these keys, or of the replies beside them: { $choices }.
    }
K716 = Of { $beats } beats with four choices, the key is written first in { $first }, second in { $second }, third in { $third } and fourth in { $fourth }; each should be { $range }
    .hint = Change the order of the choices in some files. Most keys stand where these do: { $choices }.
K717 = { $count ->
        [one] A phrase stands in three keys or more and in no other reply
       *[other] { $count } phrases stand in three keys or more and in no other reply
    } ({ $lang ->
        [ja] Japanese
       *[en] English
    }): { $phrases }
    .hint = Use it in a wrong reply too, or say it differently in a key. The first stands in: { $choices }.
K718 = Of { $scenarios } scenarios, { $one } are of difficulty 1, { $two } of 2, { $three } of 3, { $four } of 4 and { $five } of 5; there should be two or more of each from 1 to 4 and one or more of 5
    .hint = Write scenarios of difficulty { $lacking }, or see whether one has another difficulty than it says. Most are of difficulty { $fullest }: { $names }.
K719 = The difficulty that { $scenarios } scenarios name goes too little with what picking at random scores in them (ρ = { $r }; it should be { $least } or more, for the harder a scenario, the less chance gets)
    .hint = Name the difficulty again, or look at what the wrong replies are worth. These are furthest out of order (difficulty named; points by chance): { $names }.

# The parts of a scenario, as they are named in the sentences above.

part-scenario = a scenario
part-speaker = a speaker
part-briefing = the briefing
part-fact = a fact
part-ending = an ending
part-beat = a beat
part-choice = a choice
part-line = a line
part-enter = an entry of `enter`
part-move = a move
part-look = a look
part-gauges = gauges, (anger: 3, trust: 3)
part-gauge-condition = a gauge with its limits, as in Trust(min: 5) or Anger(max: 2)
part-condition = a condition, as in Is("flag"), Trust(min: 5) or a list of conditions
part-effect = an effect, as in Anger(-1), Trust(1), Set("flag") or Clear("flag")
part-cue = a cue, as in Line(en: "...", ja: "..."), Rule("id"), Known("id") or Fact("id")
part-ratings = ratings, as in (P1: 1, O2: -0.5)
part-rating = a rating: -1, -0.5, 0, 0.5 or 1
part-indicator = an indicator, as in P1
part-localized = a text in both languages, (en: "...", ja: "...")
part-one-value = one value between the brackets
part-beat-and-choice = a beat and a choice, as in Chose("N1", "a")
part-field = a field, as in `name: value`
part-text = a text in quotes
part-whole-number = a whole number
part-true-or-false = true or false
part-list = a list in square brackets
part-map = a map in curly brackets, "id": value
part-word = a word without quotes
part-value = a value
part-comma = a comma or the closing bracket
part-colon = a colon
part-end-of-file = the end of the file
part-topic = a topic
part-enough = `enough`
part-aim = an aim
part-content-note = a content note
part-outcome = an outcome of chance
part-id = the id of a beat or an ending
part-act = an act
part-own-gauge = a gauge
part-promise = a promise
part-sheet = the hand-over sheet
part-sheet-entry = an entry of the hand-over sheet
part-pull = a pull, (voice: ..., of: Blame)
part-facilitator = a note for the facilitator
part-reason = a reason, (says: ..., ask: ...)
part-persona = a persona
part-own-gauge-condition = a gauge with its limits, as in Gauge("hope", min: 3)
part-own-gauge-effect = a gauge and how far it moves, as in Gauge("hope", -1)
part-clock-condition = times, as in Clock(from: "13:30", until: "14:00")

# What can be counted in a reply, as it is named in the sentences about test-wiseness. Each is read after "the most" or "the fewest".

surface-length = words
surface-sentences = sentences
surface-commas = commas
surface-apologies = words of apology
surface-politeness = polite forms
surface-questions = questions
surface-first-person = mentions of "I"
surface-numbers = numbers and times
surface-absolutes = absolute words
surface-negations = negations
surface-hedges = hedging words
surface-empathy = words of empathy
surface-firmness = firm words
surface-offers = offers of help
surface-echo = words taken from the customer
surface-explaining = forms in -n desu
surface-morau = forms of morau
surface-ukagaeru = forms of ukagaeru
surface-humble = humble verbs
