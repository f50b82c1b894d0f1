### Every word that the built-in theme shows, in English. Written in Fluent: https://projectfluent.org/fluent/guide/
### To change some of them, write only those into `templates/languages/en.ftl`; another language goes into a file
### named after its tag. A gap such as { $n } may stand anywhere in a phrase, or be left out.

## Frame of every page

skip = Skip to the content
home = Home
navigation-main = Main
navigation-more = More
navigation-breadcrumbs = Breadcrumbs
privacy-note = No account, no cookies, no trackers: what you type stays in your browser.
office = Talk to us
office-website = Website
appearance = Appearance
appearance-device = As on this device
appearance-light = Light
appearance-dark = Dark
# Stands between the words of a list.
separator = { ", " }
# $title: what the page is called; $page: which page of the list it is.
page-title-numbered = { $title }, page { $page }
page-title-moved = Moved: { $title }

## Sections

section-questions = Questions
section-guides = Guides
section-roles = Roles
section-industries = Industries
section-kits = Kits
section-checklists = Checklists
section-messages = Messages

## What a search engine says about a page that has no summary of its own

description-questions = Every question of this site, by kind, competency, stage, level and topic.
description-guides = Guides to informational interviews and job interviews, step by step.
description-roles = Interview questions and guides by role.
description-industries = Interview questions and guides by industry.
description-kits = Ready-made selections of questions to take along.
description-checklists = What to do before, during and after an interview.
description-messages = Messages to send before and after an informational interview.
# $place: a role, an industry or a role in an industry.
description-place = Interview questions for { $place }.

## Numbers, days and lengths of time

count-questions = { $n ->
    [one] { $n } question
   *[other] { $n } questions
}
count-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
count-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
count-characters = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}
count-tasks = { $n ->
    [one] { $n } thing to do
   *[other] { $n } things to do
}
count-range = Questions { $first } to { $last } of { $total }
duration-seconds = { $seconds } s
duration-minutes = { $minutes } min
duration-minutes-seconds = { $minutes } min { $seconds } s
reading-time = { $minutes } min read
# $month: one of the names below; $day: a number; $year: as it is written.
day = { $month } { $day }, { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
# $day: a day as written above.
reviewed = Reviewed { $day }
as-of = As of { $day }

## Home page

home-lead = { $n ->
    [0] Interview questions with what each one is after.
    [one] { $n } interview question with what each one is after.
   *[other] { $n } interview questions with what each one is after.
}
# $office: the name of the office behind the site.
home-lead-office = { $n ->
    [0] Interview questions with what each one is after, from { $office }.
    [one] { $n } interview question with what each one is after, from { $office }.
   *[other] { $n } interview questions with what each one is after, from { $office }.
}
home-roles = Start with your role
home-you-answer = Be ready to answer
home-you-ask = Have these to ask
home-guides = Read a guide
home-industries = Know the industry
home-tasks = Get ready
home-browse = Browse the questions
home-recent = Recently reviewed
questions-empty = There are no questions yet. They will be listed here as soon as the first bank is written.
home-empty = There are no questions yet. They will appear here as soon as the first bank is written.

## Pages that lead elsewhere

not-found = Page not found
not-found-lead = The page may have moved, or the address may have a typing error.
# $home: a link.
not-found-ways = Go to the { $home }, or look in one of these:
not-found-home = home page
moved = This page has moved
# $page: a link.
moved-to = It is now at { $page }.

## Lists of questions

list-questions = Questions
list-empty = There is nothing in this list yet.
list-browse = Browse by
list-banks = Bank
# The title of a list. $facet: "Kind"; $value: "Behavioral".
list-value = { $facet }: { $value }
bank-owner = Kept by { $owner }
bank-empty = This bank has no questions yet. They will be listed here as soon as the first is ready.
pages = Pages of this list
pages-previous = Previous
pages-next = Next
pages-number = Page { $page }
neighbours-previous = Previous
neighbours-next = Next
you-ask = You ask
you-answer = You answer
essential = Essential
adapted-here = Adapted here
facet-kind = Kind
facet-competency = Competency
facet-stage = Stage
facet-level = Level
facet-topic = Topic
everyone = Everyone
# The name of a page. $role: "Registered nurse"; $industry: "Hospitals".
role-in-industry = { $role } in { $industry }
# Where a question comes from.
role-and-industry = { $role }, { $industry }

## Search

search = Search
search-site = Search this site
description-search = Search the questions, guides, roles and industries of this site.
search-combine = Search and combine filters
search-without = Searching takes JavaScript and a web server: it does not work where scripts are off or where the site is opened from a disk. The lists below lead to everything.
search-words = Words to look for
# $key_name: the key with a slash.
search-slash = The key { $key_name } goes to the search box, on every page
search-filter = Filter
facet-direction = Who asks
facet-role = Role
facet-industry = Industry
# $plural: the name that Unicode gives the plural of the number (https://cldr.unicode.org/index/cldr-spec/plural-rules);
# $n: the number, already written.
search-count = { $plural ->
    [one] { $n } result
   *[other] { $n } results
}
search-loading = Searching…
search-none = No results
search-none-lead = Nothing has all of these words and filters. You can:
search-none-filter = take a filter away,
search-none-words = use fewer words, or another word for the same thing,
search-none-lists = look through the lists below.
search-failed = The search could not be loaded
search-failed-lead = You may be offline, or the site is being updated. The lists below lead to everything too.
search-again = Try again
search-browse = Browse instead
# $name: a filter: "Kind: Behavioral".
search-remove = Remove the filter { $name }
search-more-questions = More questions
search-more-guides = More guides
search-more-roles = More roles
search-more-industries = More industries
search-every-role = For every role
search-every-industry = For every industry
search-in-other = Found in another wording or a heading
search-in-rest = Found in the text

## A question

question-think = Think for { $time }
question-answer = Answer in about { $time }
question-leave = Leave about { $time }
draft = Draft
question-draft = This question is not finished. Only previews show it.
question-retired = Retired
question-retired-note = This question is no longer in our lists.
# $question: a link.
question-replaced = Use { $question } instead.
question-improper = An interviewer should not ask this
# $category: a word of the author: "age".
question-improper-note = It touches on { $category }. You do not have to answer it. You can still decide how to respond.
question-researchable = Look it up first
question-researchable-note = A search answers this question. Read up on it, then ask about what you did not find.
question-why-you-ask = What you want to learn
question-why-you-answer = What they want to learn
question-choices = Choose
question-choices-show = Show the answer
question-choice-right = Right
question-choice-wrong = Not this one
question-respond = Lawful ways to respond
question-cover = What a good answer covers
question-cover-note = Say your answer aloud, then tick what it covered.
question-listen-for = Listen for
question-prompts = Tell it as a story
question-avoid = Red flags
question-watch-for = Warning signs
question-hints = Hints
question-hint = { $of ->
    [1] Hint { $n }
   *[other] Hint { $n } of { $of }
}
question-samples = { $n ->
    [one] A sample answer
   *[other] Sample answers
}
question-samples-note = Read for the shape, then put it away. Your own story will sound better.
question-sample = Sample { $n }
question-follow-ups-you-ask = You can ask next
question-follow-ups-you-answer = They may ask next
question-wordings-you-ask = Other ways to ask it
question-wordings-you-answer = How others ask it
question-adapted = For roles and industries
question-adapted-cover = Also covers
question-adapted-avoid = Also a red flag
question-adapted-listen-for = Also listen for
question-adapted-watch-for = Also a warning sign
question-adapted-follow-ups = Also asked next
question-related = Read next
question-glance = At a glance
question-bank = Bank
question-for = For
question-kind = Kind
question-topic = Topic
question-stages = Asked in
question-levels = Level
question-difficulty = Difficulty
question-competencies = Shows
question-tags = Tags
question-owner = Kept by
question-neighbours = More questions of this bank
difficulty-warm-up = Warm-up
difficulty-core = Core
difficulty-stretch = Stretch
step-situation = Situation
step-task = Task
step-action = Action
step-result = Result
step-learning = Learning

## Roles and industries

roles-lead = The work, how hiring goes, whom to talk to, and what they ask.
industries-lead = How the field works, the words you will hear, and what they ask.
role = Role
industry = Industry
role-in-an-industry = Role in an industry
place-questions = Questions
place-steps = Start with these
place-ask = Have these to ask
place-glance = At a glance
place-questions-empty = There are no questions here yet. Those for everyone are in the list of all questions.
place-guides = Guides
role-also-called = Also called
role-family = Family
role-competencies = Asks for
role-majors = Fields of study
role-stages = Usual steps
role-talk-to = Whom to talk to
role-crossings = In an industry
industry-parent = Part of
industry-employers = Employers
industry-associations = Associations
industry-trends = What is changing
industry-jargon = Words you will hear
industry-crossings = Roles here

## Guides

guides-lead = Step by step, from the first message to the thank-you note.
guide-audience = For { $audience }
guide-draft = This guide is not finished. Only previews show it.
# $places: links to roles and industries.
guide-about = About { $places }
guide-neighbours = More guides
phase-none = More
phase-understand = Understand informational interviews
phase-find = Find people to talk to
phase-reach-out = Reach out
phase-prepare = Prepare
phase-meet = Meet
phase-follow-up = Follow up
phase-reflect = Reflect
phase-types = Types of interviews
phase-stories = Your stories
phase-practise = Practice
phase-day-of = The day of the interview
phase-after = After the interview

## Messages, checklists and kits

message = Message
message-text = The message
message-subject = Subject
message-send = Send: { $when }
message-fields = Fill in
message-field-optional = if you like
message-field-options = One of: { $options }
message-field-example = For example: { $example }
channel-email = E-mail
channel-linkedin-note = LinkedIn note
channel-linkedin-message = LinkedIn message
channel-phone = Phone call
channel-text = Text message
purpose-request = Request
purpose-nudge = Reminder
purpose-confirm = Confirmation
purpose-thank-you = Thank-you
purpose-keep-in-touch = Keeping in touch
purpose-reschedule = New time
relationship-cold = To a stranger
relationship-alum = To a graduate of your school
relationship-referral = To someone you were referred to
relationship-warm = To someone you know
checklist = Checklist
moment-before = Before
moment-during = During
moment-after = After
kit = Kit
kit-listen-for = What to listen for
kit-cover = What a good answer covers
# Above lines to write on, on paper.
kit-with = With
kit-date = Date

## Pages that no author writes

section-places = Roles & industries
section-practice = Practice
section-my-prep = My prep
section-kit = Choose your questions
section-outreach = Reach out
section-contacts = Contacts
section-privacy = Privacy
section-accessibility = Accessibility
description-places = Interview questions and guides by role and by industry.
description-practice = How to practice interview questions aloud, and where to take them from.
description-my-prep = What to take along to a conversation, what to send before and after, and what to keep track of.
description-kit = How to choose questions for one conversation, and ready-made sets to print.
description-outreach = Messages to ask for a conversation, to follow up, to say thank you and to keep in touch.
description-contacts = A sheet to print for keeping track of the people you talk to, and what to do when.
description-privacy = What this site keeps in your browser, what its host can see, and how to erase it.
description-accessibility = How accessible this site is, what is known not to work, and how to report a barrier.
places-lead = The work, the field, how hiring goes, whom to talk to, and what they ask.
all-roles = All roles
all-kits = All kits
all-checklists = All checklists
all-messages = All messages

## Practice

practice-lead = An answer that you have only thought of is not ready yet. Say it aloud, and you hear what is missing.
practice-answering = Questions that you will answer
practice-answer-one = Choose one question and read it aloud.
practice-answer-cover = Cover the rest of its page with a sheet of paper, or look away.
practice-answer-timer = Set a timer on your phone: two minutes, or the time that the question’s page gives.
practice-answer-aloud = Take a breath and answer aloud, to the end. If you stumble, go on: in the interview you will have to.
practice-answer-compare = Uncover the page and compare. Name one thing that was good and one that was missing.
practice-answer-again = Say it once more, with what was missing. Then take the next question.
practice-answer-stop = Stop after about five, and come back on another day.
practice-together = It is even better with someone else: they read the questions in any order, keep the time, and tell you one thing that was clear and one that was not.
practice-asking = Questions that you will ask
practice-ask-breath = Say each question aloud, in one breath. If it takes two, it is two questions: keep the better one.
practice-ask-wait = Then say nothing and count to three. The pause belongs to the person who answers.
practice-ask-next = For the two that matter most to you, decide what you will ask next.
practice-take = Where to take questions from
practice-print = To practice on paper, open a kit or a role and print its page. Sample answers are left out.
practice-kinds = Lists by kind

## My prep

my-prep-lead = What to send, what to take along, and what to keep track of. All of it works on paper.
# $page: a link to the page on practice.
my-prep-practice = And before the day, say your answers aloud: { $page }.

## Choosing questions for one conversation

kit-builder-lead = A few questions, in the order that matters to you, on one sheet.
kit-builder-choose = For a conversation of 20 to 30 minutes
kit-builder-look-up = Look up what a search can tell you, and leave those questions out.
kit-builder-number = Choose five to ten questions. You will not get to all of them.
kit-builder-order = Put those that matter most first, and mark the three that you must ask.
kit-builder-open = Ask for one thing at a time, and openly: with what, how or which.
kit-builder-no-job = Leave open positions out. You ask for advice, not for a job.
kit-builder-last = Keep one for the end: who else should you talk to?
kit-builder-time = Write down when to stop. Go on after that only if you are invited to.
kit-builder-kits = Ready-made kits
kit-builder-kits-lead = Each is chosen for one occasion. Open it and print the page from your browser.
kit-builder-roles = All questions for a role
kit-builder-roles-lead = Print the page of a role and mark the ones you want.

## Messages in the order one needs them

outreach-lead = Messages to copy, in the order in which you need them. Replace everything in square brackets.
outreach-check = Ask for advice, not for a job
outreach-check-lead = Before you send the first one:
outreach-check-connection = It says first who you are and what connects you, or how you found them
outreach-check-reason = The reason could only be about this person
outreach-check-ask = It asks for advice, and for 15 to 30 minutes by phone, by video or in person
outreach-check-no-job = It does not mention jobs or openings, and no resume is attached
outreach-check-you = It is more about them than about you
outreach-check-out = It thanks them, and there is a kind way to say no
outreach-check-short = It has fewer than 100 words and fits on the screen of a phone
outreach-check-brackets = No square bracket is left, and the name is spelled as they spell it
# $page: a link to the sheet for contacts.
outreach-track = Write down whom you asked, and when: { $page }.

## A sheet for contacts

contacts-lead = Print this page, or copy the columns into a notebook or a spreadsheet of your own.
contacts-table = People I talk to
contacts-who = Who
contacts-how = How we met
contacts-asked = Asked on
contacts-met = Met on
contacts-thanked = Thanked
contacts-next = Next step
contacts-example-who = Example: M. Rivera, nurse
contacts-example-how = List of graduates
contacts-example-asked = Oct 3
contacts-example-met = Oct 14
contacts-example-thanked = Oct 15
contacts-example-next = Write in January
contacts-steps = What to do when
contacts-when-ask = At first
contacts-do-ask = Ask several people. Some will not answer; that is normal and seldom about you.
contacts-when-nudge = After a week
contacts-do-nudge = No answer yet? Send one reminder, shorter than the message. Then write to someone else.
contacts-when-confirm = The day before
contacts-do-confirm = Confirm day, hour, time zone, and who calls whom.
contacts-when-thank = Within a day
contacts-do-thank = Say thank you, and name one thing that you learned.
contacts-when-touch = Later
contacts-do-touch = Tell them what came of their advice: two or three times a year, not more.
contacts-privacy = What you write about others
contacts-privacy-note = Write down only what you need, and nothing that the person should not read. Destroy the sheet when you no longer need it.
# $page: a link to the messages.
contacts-outreach = The messages for each step: { $page }.

## Privacy

privacy-lead = There are no accounts here. The pages of this site set no cookies, load nothing from other places, and nothing on them watches what you do.
privacy-kept = What is kept in this browser
privacy-kept-lead = Every browser keeps a history, and copies of pages for a while. This site itself keeps only the following, and only in the browser that you use:
# $key_name: the key with a slash.
privacy-kept-slash = That you switched off the key { $key_name }, if you did so on the search page. Switch it on again, and this is erased.
# $device: the choice that leaves it to the device, as it is called at the foot of the page.
privacy-kept-theme = Light or dark, if you chose one of them at the foot of a page. Choose “{ $device }” there, and this is erased.
privacy-kept-list = The list from which you opened a question, with the words and filters if it was a list of search results, so that the question can lead on in that list and back to it. Only that tab has it, and a copy of the tab. It goes when you close them; a browser that reopens a closed tab can bring it back.
privacy-kept-no-script = Where scripts are off, this site keeps nothing at all.
privacy-sent = What leaves it
privacy-sent-address = The host of this site sees what every web host sees: which page or file is asked for, when, and from which network address. How long it stores that is up to the host.
privacy-sent-search = What you type into the search box is not sent. Your browser looks for it in pieces of an index. The host can see which pieces your browser asks for, but not your words. These stand at the end of the address, after the sign #: browsers keep that part to themselves, and in their history.
privacy-sent-filters = Filters that you choose become part of the address too, before the sign #. So the host sees them when that address is opened again.
privacy-sent-nothing = Nothing that you type is sent anywhere. A link to another site does not tell that site which page you came from.
privacy-shared = On a shared computer
privacy-shared-browser = Whoever uses this browser after you can see which pages you visited. Use a private window, and close it when you are done.
privacy-shared-host = Browsers keep data by host. Another site on the same host could read what is kept here, and this page names all of that.
privacy-erase = How to erase it
privacy-erase-settings = Open the settings of your browser, and in them privacy.
privacy-erase-site = Look for the data of sites, choose this site, and delete its data.
privacy-erase-history = The history of visited pages is a list of its own: delete it there too.
privacy-ask = Whom to ask
privacy-ask-office = About this site and its host, ask those who run it:
privacy-ask-nobody = This site names no one to ask. Whoever gave you its address may know more.

## Accessibility statement

accessibility-lead = This site is meant for everyone, on any device and with any assistive technology.
accessibility-conformance = Where it stands
# $standard: "WCAG 2.2 AA".
accessibility-conformance-full = These pages fully conform to { $standard }.
accessibility-conformance-partial = These pages partially conform to { $standard }: some parts do not meet it yet.
accessibility-conformance-none = These pages do not conform to { $standard } yet.
accessibility-conformance-unknown = The design of these pages aims at { $standard }. Those who run this site have not assessed it yet, so they do not say that it conforms.
accessibility-limits = Known barriers
accessibility-report = Report a barrier
accessibility-report-what = Say what you wanted to do, on which page, and which browser and assistive technology you use. You can also ask for what you need in another form.
accessibility-report-nobody = This site names no address for that yet. Whoever gave you its address may know whom to tell.
accessibility-tested = How it was tested
# $day: a day, written out.
accessibility-tested-day = Last tested on { $day }.
accessibility-aims = What the design aims at
accessibility-aim-keyboard = Everything can be reached and used with a keyboard, and it can be seen where you are.
accessibility-aim-size = Text can be enlarged to 400 percent and spaced more widely, and nothing is cut off.
accessibility-aim-colour = Text stands out in light and dark, and in the colors that you choose yourself. Nothing is said by color alone.
accessibility-aim-motion = Nothing moves or flashes by itself, and nothing runs out of time.
accessibility-aim-script = Every page can be read without scripts.
accessibility-aim-print = Every page can be printed.
accessibility-relies = The pages are made of HTML and CSS. The search needs JavaScript too; the lists that lead everywhere do not.

## At the foot and beside a text

contents = On this page
sources = Sources
edit = Edit this page
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
text-table = Table
text-task = Task
text-footnote = Footnote
text-footnotes = Footnotes
text-back-to-reference = Back to reference

## Pages that work together

# The title of the search's list. It stands in `neighbours-of` and `neighbours-back`.
search-found = Search results
# Names the links to the previous and the next question. $list: the title of a list.
neighbours-of = In the list “{ $list }”
neighbours-back = Back to: { $list }
neighbours-page-before = Previous page of the list
neighbours-page-behind = Next page of the list
report = Report a problem
# The title of an issue, or the subject of a message. $title: the title of a page.
report-title = Problem on the page “{ $title }”
print = Print
print-questions = Print the questions
print-answers = Print with answers
copy-subject = Copy the subject
copy-message = Copy the message
copy-done = Copied
copy-selected = Not copied, but selected: press Ctrl+C, or ⌘C on a Mac.
# The name of a second list of footnotes on a page. $text: what the text is called that it belongs to.
text-footnotes-of = Footnotes: { $text }
# Stands behind `question-improper-note`. $country: the ISO 3166 code of the site's country.
question-improper-country = This goes by the rules of { $country ->
    [AU] Australia
    [CA] Canada
    [ES] Spain
    [FR] France
    [GB] the United Kingdom
    [IE] Ireland
    [MX] Mexico
    [NZ] New Zealand
    [US] the United States
   *[other] this site’s country ({ $country })
}; elsewhere they may differ.

## The built-in vocabulary: of use where a site has no list of its own in `content/vocabulary.toml`

competency-career-development = Career and self-development
competency-communication = Communication
competency-critical-thinking = Critical thinking
competency-equity-inclusion = Equity and inclusion
competency-leadership = Leadership
competency-professionalism = Professionalism
competency-teamwork = Teamwork
competency-technology = Technology
competency-problem-solving = Problem solving
competency-adaptability = Adaptability
competency-customer-focus = Customer focus
competency-integrity = Integrity
topic-career-path = Career path
topic-day-to-day = Day to day
topic-skills = Skills
topic-getting-in = Getting in
topic-education = Education
topic-culture = Culture
topic-challenges = Challenges
topic-rewards = Rewards
topic-trends = Trends
topic-lifestyle-pay = Lifestyle and pay
topic-advice = Advice
topic-referral = Who else to talk to
kind-behavioral = Behavioral
kind-situational = Situational
kind-motivation = Motivation
kind-background = Background
kind-technical = Technical
kind-case = Case
kind-choice = Multiple choice
kind-improper = Improper question
kind-open = Open question
kind-rapport = Rapport
kind-closing = Closing
level-internship = Internship
level-entry = Entry level
level-experienced = Experienced
stage-informational = Informational interview
stage-screen = Screening call
stage-first-round = First round
stage-technical-round = Technical round
stage-final-round = Final round
persona-recent-alum = Recent alum
persona-person-in-role = Person in the role
persona-veteran = Veteran of the field
persona-career-changer = Career changer
persona-former-employee = Former employee
persona-recruiter = Recruiter
