# The handbook, in the window and in the terminal.

handbook-title = Handbook
handbook-search = Search
handbook-found = { $count ->
    [0] Nothing found
    [one] 1 page
   *[other] { $count } pages
}
handbook-see = See also
handbook-see-page = See also: { $name }
handbook-caps = In that talk, the level of “{ $skill }” is { $level } at most.
handbook-open = { $name } (handbook)
handbook-rated = { $name }: { $rating }

# The words below are also the marks by which `assets/handbook/en.md` is read.
handbook-moment = The moment
handbook-like = Like this
handbook-unlike = Not like this
handbook-what = What it is
handbook-why = Why it weighs so much
handbook-instead = Instead
