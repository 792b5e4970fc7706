# Skills, indicators, ratings, levels and critical errors, as people read them.

skill-perspective = Perspective-taking
    .about = Hearing what it looks like from their side
skill-ownership = Owning the apology
    .about = Saying as whom, for what, and what you will do
skill-calm = Staying calm
    .about = Steady, warm and plain, without being swept along

score-observations = { $count ->
    [one] seen at 1 decision
   *[other] seen at { $count } decisions
}
score-not-enough = Not enough yet to say

level-1 = Reacting first
level-2 = The form is there
level-3 = Holds up at work
level-4 = A model for others

rating-harmful = harmful
rating-short = falls short
rating-not-shown = not shown
rating-nearly = nearly there
rating-exemplary = exemplary

P1 = Asks before assuming
P2 = Gives back what was heard
P3 = Fits their terms
P4 = Serves the purpose, not the demand
P5 = Protects face and privacy
O1 = Apologises as someone
O2 = Apologises for something, in proportion
O3 = Hides behind nothing
O4 = Says who, what, by when, and what if not
O5 = Records, hands over, prevents
C1 = Does not take it as an attack
C2 = Stays warm without being swept away
C3 = Paces and orders
C4 = Says a plain no
C5 = Shows where the line is

X1 = Gave out someone's private details
X2 = Claimed something that was not so
X3 = Left a promise standing that could not be kept
X4 = Talked down to someone
X5 = Stayed alone under threat, or ended the contact on a fair complaint
X6 = Admitted liability or promised compensation without authority
