### Tous les mots que le thème affiche, en français. Vouvoie la personne qui lit. Devant les signes doubles et entre
### guillemets, l’espace est une espace fine insécable (U+202F).

## Frame of every page

skip = Aller au contenu
home = Accueil
navigation-main = Navigation principale
navigation-more = Plus
navigation-breadcrumbs = Fil d’Ariane
privacy-note = Pas de compte, pas de cookies, pas de traceurs : ce que vous tapez reste dans votre navigateur.
office = Nous contacter
office-website = Site web
appearance = Apparence
appearance-device = Comme sur cet appareil
appearance-light = Claire
appearance-dark = Sombre
separator = { ", " }
page-title-numbered = { $title }, page { $page }
page-title-moved = Page déplacée : { $title }

## Sections

section-questions = Questions
section-guides = Guides
section-roles = Métiers
section-industries = Secteurs
section-kits = Kits
section-checklists = Listes de contrôle
section-messages = Messages

## What a search engine says about a page that has no summary of its own

description-questions = Toutes les questions de ce site, par type, compétence, étape, niveau et thème.
description-guides = Des guides pour les entretiens réseau et les entretiens d’embauche, étape par étape.
description-roles = Questions d’entretien et guides par métier.
description-industries = Questions d’entretien et guides par secteur.
description-kits = Des sélections de questions toutes prêtes à emporter.
description-checklists = Que faire avant, pendant et après un entretien.
description-messages = Des messages à envoyer avant et après un entretien réseau.
description-place = Questions d’entretien : { $place }.

## Numbers, days and lengths of time

count-questions = { $n ->
    [one] { $n } question
   *[other] { $n } questions
}
count-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
count-words = { $n ->
    [one] { $n } mot
   *[other] { $n } mots
}
count-characters = { $n ->
    [one] { $n } caractère
   *[other] { $n } caractères
}
count-tasks = { $n ->
    [one] { $n } chose à faire
   *[other] { $n } choses à faire
}
count-range = Questions { $first } à { $last } sur { $total }
duration-seconds = { $seconds } s
duration-minutes = { $minutes } min
duration-minutes-seconds = { $minutes } min { $seconds } s
reading-time = { $minutes } min de lecture
day = { $day ->
    [1] 1er { $month } { $year }
   *[other] { $day } { $month } { $year }
}
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
reviewed = Vérifié le { $day }
as-of = Au { $day }

## Home page

home-lead = { $n ->
    [0] Des questions d’entretien et ce que chacune cherche à savoir.
    [one] { $n } question d’entretien et ce qu’elle cherche à savoir.
   *[other] { $n } questions d’entretien et ce que chacune cherche à savoir.
}
home-lead-office = { $n ->
    [0] Des questions d’entretien et ce que chacune cherche à savoir, avec { $office }.
    [one] { $n } question d’entretien et ce qu’elle cherche à savoir, avec { $office }.
   *[other] { $n } questions d’entretien et ce que chacune cherche à savoir, avec { $office }.
}
home-roles = Commencez par votre métier
home-you-answer = Préparez vos réponses
home-you-ask = Préparez vos questions
home-guides = Lisez un guide
home-industries = Découvrez le secteur
home-tasks = Préparez-vous
home-browse = Parcourez les questions
home-recent = Vérifiées récemment
questions-empty = Il n’y a pas encore de questions. Elles apparaîtront dans cette liste dès que la première banque sera écrite.
home-empty = Il n’y a pas encore de questions. Elles apparaîtront ici dès que la première banque sera écrite.

## Pages that lead elsewhere

not-found = Page introuvable
not-found-lead = La page a peut-être été déplacée, ou l’adresse contient une faute de frappe.
not-found-ways = Allez à la { $home } ou cherchez dans l’une de ces rubriques :
not-found-home = page d’accueil
moved = Cette page a été déplacée
moved-to = Elle se trouve maintenant ici : { $page }.

## Lists of questions

list-questions = Questions
list-empty = Il n’y a encore rien dans cette liste.
list-browse = Parcourir par
list-banks = Banque
list-value = { $facet } : { $value }
bank-owner = Responsable : { $owner }
bank-empty = Cette banque n’a pas encore de questions. Elles apparaîtront ici dès que la première sera prête.
pages = Pages de cette liste
pages-previous = Précédente
pages-next = Suivante
pages-number = Page { $page }
neighbours-previous = Précédent
neighbours-next = Suivant
you-ask = Vous posez la question
you-answer = Vous répondez
essential = Essentielle
adapted-here = Adaptée ici
facet-kind = Type
facet-competency = Compétence
facet-stage = Étape
facet-level = Niveau
facet-topic = Thème
everyone = Tout le monde
role-in-industry = { $role } – { $industry }
role-and-industry = { $role }, { $industry }

## Search

search = Rechercher
search-site = Rechercher sur ce site
description-search = Cherchez dans les questions, guides, métiers et secteurs de ce site.
search-combine = Rechercher et combiner des filtres
search-without = La recherche demande JavaScript et un serveur web : elle ne marche pas sans scripts ni quand le site est ouvert depuis un disque. Les listes ci-dessous mènent à tout.
search-words = Mots à chercher
search-slash = La touche { $key_name } mène au champ de recherche, sur chaque page
search-filter = Filtrer
facet-direction = Qui pose la question
facet-role = Métier
facet-industry = Secteur
search-count = { $plural ->
    [one] { $n } résultat
   *[other] { $n } résultats
}
search-loading = Recherche…
search-none = Aucun résultat
search-none-lead = Rien ne réunit tous ces mots et filtres. Vous pouvez :
search-none-filter = retirer un filtre,
search-none-words = employer moins de mots, ou un autre mot pour la même chose,
search-none-lists = parcourir les listes ci-dessous.
search-failed = La recherche n’a pas pu être chargée
search-failed-lead = Vous êtes peut-être hors ligne, ou le site est en cours de mise à jour. Les listes ci-dessous mènent aussi à tout.
search-again = Réessayer
search-browse = Ou parcourez les listes
search-remove = Retirer le filtre { $name }
search-more-questions = Plus de questions
search-more-guides = Plus de guides
search-more-roles = Plus de métiers
search-more-industries = Plus de secteurs
search-every-role = Pour tous les métiers
search-every-industry = Pour tous les secteurs
search-in-other = Trouvé dans une autre formulation ou un titre
search-in-rest = Trouvé dans le texte

## A question

question-think = Réfléchissez { $time }
question-answer = Répondez en { $time } environ
question-leave = Prévoyez { $time } environ
draft = Brouillon
question-draft = Cette question n’est pas terminée. Seuls les aperçus la montrent.
question-retired = Retirée
question-retired-note = Cette question ne figure plus dans nos listes.
question-replaced = Utilisez plutôt { $question }.
question-improper = On ne devrait pas vous poser cette question
question-improper-note = Elle touche au sujet « { $category } ». Vous n’avez pas à y répondre et vous pouvez choisir comment réagir.
question-researchable = Cherchez d’abord
question-researchable-note = Une recherche suffit pour répondre à cette question. Renseignez-vous, puis interrogez sur ce que vous n’avez pas trouvé.
question-why-you-ask = Ce que vous voulez apprendre
question-why-you-answer = Ce qu’on veut savoir
question-choices = Choisissez
question-choices-show = Afficher la réponse
question-choice-right = Bonne réponse
question-choice-wrong = Pas celle-ci
question-respond = Façons légitimes de répondre
question-cover = Ce que contient une bonne réponse
question-cover-note = Dites votre réponse à voix haute, puis cochez ce qu’elle couvrait.
question-listen-for = À écouter dans la réponse
question-prompts = Racontez une histoire
question-avoid = Signaux d’alarme
question-watch-for = Signes à surveiller
question-hints = Indices
question-hint = { $of ->
    [1] Indice { $n }
   *[other] Indice { $n } sur { $of }
}
question-samples = { $n ->
    [one] Un exemple de réponse
   *[other] Exemples de réponses
}
question-samples-note = Observez-en la structure, puis mettez-le de côté. Votre propre histoire sonnera plus juste.
question-sample = Exemple { $n }
question-follow-ups-you-ask = Vous pouvez ensuite demander
question-follow-ups-you-answer = On peut ensuite vous demander
question-wordings-you-ask = Autres façons de le demander
question-wordings-you-answer = Autres formulations
question-adapted = Selon les métiers et les secteurs
question-adapted-cover = À aborder aussi
question-adapted-avoid = Autre signal d’alarme
question-adapted-listen-for = À écouter aussi
question-adapted-watch-for = Autre signe à surveiller
question-adapted-follow-ups = Questions qui peuvent suivre
question-related = À lire ensuite
question-glance = En bref
question-bank = Banque
question-for = Pour
question-kind = Type
question-topic = Thème
question-stages = Posée à l’étape
question-levels = Niveau
question-difficulty = Difficulté
question-competencies = Révèle
question-tags = Mots-clés
question-owner = Responsable
question-neighbours = Autres questions de cette banque
difficulty-warm-up = Échauffement
difficulty-core = Fondamentale
difficulty-stretch = Exigeante
step-situation = Situation
step-task = Tâche
step-action = Action
step-result = Résultat
step-learning = Enseignement

## Roles and industries

roles-lead = Le travail, le recrutement, à qui parler et les questions posées.
industries-lead = Le fonctionnement du secteur, les mots que vous entendrez et les questions posées.
role = Métier
industry = Secteur
role-in-an-industry = Métier dans un secteur
place-questions = Questions
place-steps = Commencez par celles-ci
place-ask = Ayez ces questions en tête
place-glance = En bref
place-questions-empty = Il n’y a pas encore de questions ici. Celles qui concernent tout le monde sont dans la liste de toutes les questions.
place-guides = Guides
role-also-called = Autres noms
role-family = Famille
role-competencies = Compétences attendues
role-majors = Formations
role-stages = Étapes habituelles
role-talk-to = À qui parler
role-crossings = Dans un secteur
industry-parent = Fait partie de
industry-employers = Employeurs
industry-associations = Associations
industry-trends = Ce qui change
industry-jargon = Les mots que vous entendrez
industry-crossings = Métiers de ce secteur

## Guides

guides-lead = Étape par étape, du premier message à la lettre de remerciement.
guide-audience = Pour { $audience }
guide-draft = Ce guide n’est pas terminé. Seuls les aperçus le montrent.
guide-about = À propos : { $places }
guide-neighbours = Autres guides
phase-none = Plus
phase-understand = Comprendre l’entretien réseau
phase-find = Trouver à qui parler
phase-reach-out = Prendre contact
phase-prepare = Se préparer
phase-meet = La rencontre
phase-follow-up = Donner suite
phase-reflect = Faire le point
phase-types = Types d’entretiens
phase-stories = Vos histoires
phase-practise = S’entraîner
phase-day-of = Le jour de l’entretien
phase-after = Après l’entretien

## Messages, checklists and kits

message = Message
message-text = Le message
message-subject = Objet
message-send = Envoi : { $when }
message-fields = À compléter
message-field-optional = facultatif
message-field-options = Au choix : { $options }
message-field-example = Par exemple : { $example }
channel-email = E-mail
channel-linkedin-note = Note LinkedIn
channel-linkedin-message = Message LinkedIn
channel-phone = Appel téléphonique
channel-text = SMS
purpose-request = Demande
purpose-nudge = Relance
purpose-confirm = Confirmation
purpose-thank-you = Remerciement
purpose-keep-in-touch = Garder le contact
purpose-reschedule = Changement de date
relationship-cold = À une personne inconnue
relationship-alum = À une personne diplômée de votre établissement
relationship-referral = À une personne qu’on vous a recommandée
relationship-warm = À une personne que vous connaissez
checklist = Liste de contrôle
moment-before = Avant
moment-during = Pendant
moment-after = Après
kit = Kit
kit-listen-for = À écouter dans la réponse
kit-cover = Ce que contient une bonne réponse
kit-with = Avec
kit-date = Date

## Pages that no author writes

section-places = Métiers et secteurs
section-practice = Entraînement
section-my-prep = Ma préparation
section-kit = Choisir ses questions
section-outreach = Prendre contact
section-contacts = Contacts
section-privacy = Vie privée
section-accessibility = Accessibilité
description-places = Questions d’entretien et guides par métier et par secteur.
description-practice = Comment s’entraîner à voix haute aux questions d’entretien, et où les prendre.
description-my-prep = Que prendre avec soi pour un échange, qu’envoyer avant et après, et que noter.
description-kit = Comment choisir des questions pour un échange, et des sélections toutes prêtes à imprimer.
description-outreach = Des messages pour demander un échange, relancer, remercier et garder le contact.
description-contacts = Une feuille à imprimer pour suivre les personnes à qui vous parlez, et quoi faire à quel moment.
description-privacy = Ce que ce site garde dans votre navigateur, ce que son hébergeur peut voir, et comment l’effacer.
description-accessibility = Où en est l’accessibilité de ce site, ce qui ne fonctionne pas, et comment signaler un obstacle.
places-lead = Le travail, le domaine, comment on recrute, à qui parler et ce qu’on vous demandera.
all-roles = Tous les métiers
all-kits = Tous les kits
all-checklists = Toutes les listes de contrôle
all-messages = Tous les messages

## Practice

practice-lead = Une réponse à laquelle vous avez seulement pensé n’est pas encore prête. Dites-la à voix haute : vous entendrez ce qui manque.
practice-answering = Les questions auxquelles vous répondrez
practice-answer-one = Choisissez une question et lisez-la à voix haute.
practice-answer-cover = Couvrez le reste de sa page avec une feuille de papier, ou détournez les yeux.
practice-answer-timer = Réglez un minuteur sur votre téléphone : deux minutes, ou le temps qu’indique la page de la question.
practice-answer-aloud = Respirez, puis répondez à voix haute jusqu’au bout. Si vous trébuchez, continuez : en entretien, il le faudra bien.
practice-answer-compare = Découvrez la page et comparez. Nommez une chose réussie et une chose qui manquait.
practice-answer-again = Redites-la avec ce qui manquait. Passez ensuite à la question suivante.
practice-answer-stop = Arrêtez-vous après cinq questions environ, et revenez un autre jour.
practice-together = C’est encore mieux à deux : l’autre lit les questions dans n’importe quel ordre, chronomètre, et vous dit une chose qui était claire et une qui ne l’était pas.
practice-asking = Les questions que vous poserez
practice-ask-breath = Dites chaque question à voix haute, d’un seul souffle. S’il en faut deux, ce sont deux questions : gardez la meilleure.
practice-ask-wait = Puis taisez-vous et comptez jusqu’à trois. Le silence appartient à la personne qui répond.
practice-ask-next = Pour les deux qui comptent le plus pour vous, décidez ce que vous demanderez ensuite.
practice-take = Où prendre des questions
practice-print = Pour vous entraîner sur papier, ouvrez un kit ou un métier et imprimez sa page. Les exemples de réponse n’y figurent pas.
practice-kinds = Listes par type

## My prep

my-prep-lead = Ce qu’il faut envoyer, prendre avec soi et noter. Tout fonctionne sur papier.
my-prep-practice = Et avant le jour venu, dites vos réponses à voix haute : { $page }.

## Choosing questions for one conversation

kit-builder-lead = Quelques questions, dans l’ordre qui compte pour vous, sur une seule feuille.
kit-builder-choose = Pour un échange de 20 à 30 minutes
kit-builder-look-up = Cherchez d’abord ce que l’on trouve en ligne, et laissez ces questions de côté.
kit-builder-number = Choisissez cinq à dix questions. Vous ne les poserez pas toutes.
kit-builder-order = Mettez en premier celles qui comptent le plus, et marquez les trois qu’il faut poser.
kit-builder-open = Demandez une chose à la fois, avec une question ouverte : que, comment, lequel.
kit-builder-no-job = Laissez de côté les postes à pourvoir. Vous demandez un conseil, pas un emploi.
kit-builder-last = Gardez-en une pour la fin : à qui d’autre devriez-vous parler ?
kit-builder-time = Notez l’heure de la fin. Ne la dépassez que si l’on vous y invite.
kit-builder-kits = Kits tout prêts
kit-builder-kits-lead = Chacun est fait pour une occasion. Ouvrez-le et imprimez la page depuis votre navigateur.
kit-builder-roles = Toutes les questions d’un métier
kit-builder-roles-lead = Imprimez la page d’un métier et marquez celles que vous voulez.

## Messages in the order one needs them

outreach-lead = Des messages à copier, dans l’ordre où vous en avez besoin. Remplacez tout ce qui est entre crochets.
outreach-check = Demandez un conseil, pas un emploi
outreach-check-lead = Avant d’envoyer le premier :
outreach-check-connection = Il dit d’abord qui vous êtes et ce qui vous relie, ou comment vous avez trouvé la personne
outreach-check-reason = La raison ne peut concerner que cette personne
outreach-check-ask = Il demande un conseil, et 15 à 30 minutes au téléphone, en vidéo ou sur place
outreach-check-no-job = Il ne parle ni d’emploi ni de poste, et aucun CV n’est joint
outreach-check-you = Il parle plus de la personne que de vous
outreach-check-out = Il remercie, et laisse une façon aimable de refuser
outreach-check-short = Il compte moins de 100 mots et tient sur l’écran d’un téléphone
outreach-check-brackets = Il ne reste aucun crochet, et le nom est écrit comme la personne l’écrit
outreach-track = Notez à qui vous avez écrit, et quand : { $page }.

## A sheet for contacts

contacts-lead = Imprimez cette page, ou recopiez les colonnes dans un carnet ou une feuille de calcul à vous.
contacts-table = Les personnes à qui je parle
contacts-who = Qui
contacts-how = Notre rencontre
contacts-asked = Demandé
contacts-met = Échange
contacts-thanked = Merci
contacts-next = À faire
contacts-example-who = Exemple : M. Rivera, infirmière
contacts-example-how = Annuaire des anciens
contacts-example-asked = 3 oct.
contacts-example-met = 14 oct.
contacts-example-thanked = 15 oct.
contacts-example-next = Écrire en janvier
contacts-steps = Que faire à quel moment
contacts-when-ask = Au début
contacts-do-ask = Écrivez à plusieurs personnes. Certaines ne répondront pas : c’est normal, et rarement à cause de vous.
contacts-when-nudge = Après une semaine
contacts-do-nudge = Pas de réponse ? Envoyez une seule relance, plus courte que le message. Écrivez ensuite à quelqu’un d’autre.
contacts-when-confirm = La veille
contacts-do-confirm = Confirmez le jour, l’heure, le fuseau horaire et qui appelle qui.
contacts-when-thank = Sous 24 heures
contacts-do-thank = Remerciez, et nommez une chose que vous avez apprise.
contacts-when-touch = Plus tard
contacts-do-touch = Racontez ce que le conseil a donné : deux ou trois fois par an, pas plus.
contacts-privacy = Ce que vous écrivez sur les autres
contacts-privacy-note = Notez seulement le nécessaire, et rien que la personne ne devrait lire. Détruisez la feuille quand vous n’en avez plus besoin.
contacts-outreach = Les messages pour chaque étape : { $page }.

## Privacy

privacy-lead = Il n’y a pas de comptes ici. Les pages de ce site ne posent pas de cookies, ne chargent rien d’ailleurs, et rien n’y observe ce que vous faites.
privacy-kept = Ce qui est gardé dans ce navigateur
privacy-kept-lead = Tout navigateur garde un historique et, pendant un temps, des copies des pages. Ce site ne garde lui-même que ce qui suit, et seulement dans le navigateur que vous utilisez :
privacy-kept-slash = Que vous avez désactivé la touche { $key_name }, si vous l’avez fait sur la page de recherche. En la réactivant, vous effacez ce choix.
privacy-kept-theme = L’apparence claire ou sombre, si vous l’avez choisie au bas d’une page. En y choisissant « { $device } », vous effacez ce choix.
privacy-kept-list = La liste d’où vous avez ouvert une question, avec les mots et les filtres si c’était une liste de résultats de recherche, pour que la question puisse mener plus loin dans cette liste et y ramener. Seuls cet onglet et ses copies la gardent. Elle disparaît quand vous les fermez ; un navigateur qui rouvre un onglet fermé peut la retrouver.
privacy-kept-no-script = Sans JavaScript, ce site ne garde rien du tout.
privacy-sent = Ce qui en sort
privacy-sent-address = L’hébergeur de ce site voit ce que voit tout hébergeur : quelle page ou quel fichier est demandé, quand, et depuis quelle adresse réseau. La durée de conservation dépend de lui.
privacy-sent-search = Ce que vous tapez dans le champ de recherche n’est pas envoyé. Votre navigateur le cherche dans des morceaux d’un index. L’hébergeur peut voir quels morceaux votre navigateur demande, mais pas vos mots. Ceux-ci figurent à la fin de l’adresse, après le signe # : les navigateurs n’envoient pas cette partie, ils la gardent seulement dans leur historique.
privacy-sent-filters = Les filtres que vous choisissez entrent aussi dans l’adresse, avant le signe #. L’hébergeur les voit donc quand cette adresse est ouverte de nouveau.
privacy-sent-nothing = Rien de ce que vous tapez n’est envoyé. Un lien vers un autre site ne lui dit pas de quelle page vous venez.
privacy-shared = Sur un ordinateur partagé
privacy-shared-browser = La personne qui utilise ce navigateur après vous peut voir quelles pages vous avez visitées. Utilisez une fenêtre privée, et fermez-la quand vous avez terminé.
privacy-shared-host = Les navigateurs gardent les données par hébergeur. Un autre site à la même adresse d’hôte pourrait lire ce qui est gardé ici, et cette page en donne la liste complète.
privacy-erase = Comment l’effacer
privacy-erase-settings = Ouvrez les paramètres de votre navigateur, puis la partie sur la vie privée.
privacy-erase-site = Cherchez les données des sites, choisissez ce site et supprimez ses données.
privacy-erase-history = L’historique des pages visitées est une liste à part : supprimez-le là aussi.
privacy-ask = À qui demander
privacy-ask-office = Au sujet de ce site et de son hébergeur, demandez aux personnes qui s’en occupent :
privacy-ask-nobody = Ce site ne nomme personne à qui demander. La personne qui vous en a donné l’adresse en sait peut-être plus.

## Accessibility statement

accessibility-lead = Ce site est pour tout le monde, sur tout appareil et avec toute aide technique.
accessibility-conformance = Où il en est
accessibility-conformance-full = Ces pages sont pleinement conformes à { $standard }.
accessibility-conformance-partial = Ces pages sont partiellement conformes à { $standard } : certaines parties n’y répondent pas encore.
accessibility-conformance-none = Ces pages ne sont pas encore conformes à { $standard }.
accessibility-conformance-unknown = La conception de ces pages vise { $standard }. Les personnes qui s’occupent de ce site ne l’ont pas encore évalué : elles n’affirment donc pas qu’il y est conforme.
accessibility-limits = Obstacles connus
accessibility-report = Signaler un obstacle
accessibility-report-what = Dites ce que vous vouliez faire, sur quelle page, et quel navigateur et quelle aide technique vous utilisez. Vous pouvez aussi demander ce dont vous avez besoin sous une autre forme.
accessibility-report-nobody = Ce site ne donne pas encore d’adresse pour cela. La personne qui vous a donné la sienne sait peut-être à qui le dire.
accessibility-tested = Comment il a été testé
accessibility-tested-day = Dernier test : { $day }.
accessibility-aims = Ce que vise la conception
accessibility-aim-keyboard = On peut tout atteindre et tout utiliser au clavier, et l’on voit où l’on est.
accessibility-aim-size = Le texte peut être agrandi à 400 pour cent et espacé davantage sans que rien ne soit coupé.
accessibility-aim-colour = Le texte se détache en clair et en sombre, et dans les couleurs que vous choisissez. Rien n’est dit par la couleur seule.
accessibility-aim-motion = Rien ne bouge ni ne clignote tout seul, et rien n’est limité dans le temps.
accessibility-aim-script = Chaque page peut se lire sans JavaScript.
accessibility-aim-print = Chaque page peut être imprimée.
accessibility-relies = Les pages sont faites de HTML et de CSS. La recherche a aussi besoin de JavaScript ; les listes qui mènent à tout, non.

## At the foot and beside a text

contents = Sur cette page
sources = Sources
edit = Modifier cette page
alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
text-table = Tableau
text-task = Tâche
text-footnote = Note
text-footnotes = Notes
text-back-to-reference = Retour à l’appel de note

## Pages that work together

search-found = Résultats de la recherche
neighbours-of = Dans la liste « { $list } »
neighbours-back = Retour : { $list }
neighbours-page-before = Page précédente de la liste
neighbours-page-behind = Page suivante de la liste
report = Signaler un problème
report-title = Problème sur la page « { $title } »
print = Imprimer
print-questions = Imprimer les questions
print-answers = Imprimer avec les réponses
copy-subject = Copier l’objet
copy-message = Copier le message
copy-done = Copié
copy-selected = La copie a échoué, mais le texte est sélectionné : appuyez sur Ctrl+C, ou ⌘C sur un Mac.
text-footnotes-of = Notes : { $text }
question-improper-country = Ce sont les règles { $country ->
    [BE] de la Belgique
    [CA] du Canada
    [CH] de la Suisse
    [ES] de l’Espagne
    [FR] de la France
    [GB] du Royaume-Uni
    [IE] de l’Irlande
    [LU] du Luxembourg
    [US] des États-Unis
   *[other] du pays de ce site ({ $country })
} qui s’appliquent ici ; ailleurs, elles peuvent être différentes.

## The built-in vocabulary: of use where a site has no list of its own in `content/vocabulary.toml`

competency-career-development = Développement professionnel et personnel
competency-communication = Communication
competency-critical-thinking = Esprit critique
competency-equity-inclusion = Équité et inclusion
competency-leadership = Leadership
competency-professionalism = Professionnalisme
competency-teamwork = Travail en équipe
competency-technology = Technologie
competency-problem-solving = Résolution de problèmes
competency-adaptability = Adaptabilité
competency-customer-focus = Sens du client
competency-integrity = Intégrité
topic-career-path = Parcours professionnel
topic-day-to-day = Le quotidien
topic-skills = Compétences
topic-getting-in = Accès au métier
topic-education = Formation
topic-culture = Culture
topic-challenges = Difficultés
topic-rewards = Satisfactions
topic-trends = Tendances
topic-lifestyle-pay = Mode de vie et rémunération
topic-advice = Conseils
topic-referral = À qui d’autre parler
kind-behavioral = Comportementale
kind-situational = Mise en situation
kind-motivation = Motivation
kind-background = Parcours
kind-technical = Technique
kind-case = Étude de cas
kind-choice = Choix multiple
kind-improper = Question déplacée
kind-open = Question ouverte
kind-rapport = Prise de contact
kind-closing = Conclusion
level-internship = Stage
level-entry = Premier emploi
level-experienced = Avec expérience
stage-informational = Entretien réseau
stage-screen = Préqualification téléphonique
stage-first-round = Premier entretien
stage-technical-round = Entretien technique
stage-final-round = Entretien final
persona-recent-alum = Jeune diplômé
persona-person-in-role = Personne en poste
persona-veteran = Personne très expérimentée du secteur
persona-career-changer = Personne en reconversion
persona-former-employee = Ancien membre du personnel
persona-recruiter = Personne chargée du recrutement
