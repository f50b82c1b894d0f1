### What British English writes differently; all else is that of `en.ftl`.

day = { $day } { $month } { $year }
home-along-kits = A few questions chosen for one occasion, to print or practise with.
phase-practise = Practise
kind-behavioral = Behavioural
