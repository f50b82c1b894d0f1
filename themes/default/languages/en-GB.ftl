### What British English writes differently; all else is that of `en.ftl`.

day = { $day } { $month } { $year }
phase-practise = Practise
kind-behavioral = Behavioural
description-practice = How to practise interview questions aloud, and where to take them from.
practice-print = To practise on paper, open a kit or a role and print its page. Sample answers are left out.
outreach-check-no-job = It does not mention jobs or openings, and no CV is attached
accessibility-aim-colour = Text stands out in light and dark, and in the colours that you choose yourself. Nothing is said by colour alone.
contacts-example-asked = 3 Oct
contacts-example-met = 14 Oct
contacts-example-thanked = 15 Oct
