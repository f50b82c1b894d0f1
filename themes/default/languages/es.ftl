### Todas las palabras que muestra el tema, en español. Trata de «tú» a quien lee, como suelen hacer los centros de
### orientación profesional de las universidades.

## Frame of every page

skip = Saltar al contenido
home = Inicio
navigation-main = Principal
navigation-more = Más
navigation-breadcrumbs = Ruta de navegación
privacy-note = Sin cuentas, sin cookies, sin rastreadores: lo que escribes se queda en tu navegador.
office = Habla con nosotros
office-website = Sitio web
appearance = Aspecto
appearance-device = Como en este dispositivo
appearance-light = Claro
appearance-dark = Oscuro
separator = { ", " }
page-title-numbered = { $title }, página { $page }
page-title-moved = Nueva dirección: { $title }

## Sections

section-questions = Preguntas
section-guides = Guías
section-roles = Puestos
section-industries = Sectores
section-kits = Kits
section-checklists = Listas de verificación
section-messages = Mensajes

## What a search engine says about a page that has no summary of its own

description-questions = Todas las preguntas de este sitio, por tipo, competencia, etapa, nivel y tema.
description-guides = Guías para entrevistas informativas y entrevistas de trabajo, paso a paso.
description-roles = Preguntas de entrevista y guías por puesto.
description-industries = Preguntas de entrevista y guías por sector.
description-kits = Selecciones de preguntas ya preparadas para llevar contigo.
description-checklists = Qué hacer antes, durante y después de una entrevista.
description-messages = Mensajes para enviar antes y después de una entrevista informativa.
description-place = Preguntas de entrevista: { $place }.

## Numbers, days and lengths of time

count-questions = { $n ->
    [one] { $n } pregunta
   *[other] { $n } preguntas
}
count-minutes = { $n ->
    [one] { $n } minuto
   *[other] { $n } minutos
}
count-words = { $n ->
    [one] { $n } palabra
   *[other] { $n } palabras
}
count-characters = { $n ->
    [one] { $n } carácter
   *[other] { $n } caracteres
}
count-tasks = { $n ->
    [one] { $n } tarea pendiente
   *[other] { $n } tareas pendientes
}
count-range = Preguntas { $first } a { $last } de { $total }
duration-seconds = { $seconds } s
duration-minutes = { $minutes } min
duration-minutes-seconds = { $minutes } min { $seconds } s
reading-time = { $minutes } min de lectura
day = { $day } de { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
reviewed = Revisado el { $day }
as-of = A fecha de { $day }

## Home page

home-lead = { $n ->
    [0] Preguntas de entrevista y lo que busca cada una.
    [one] { $n } pregunta de entrevista y lo que busca.
   *[other] { $n } preguntas de entrevista y lo que busca cada una.
}
home-lead-office = { $n ->
    [0] Preguntas de entrevista y lo que busca cada una, de { $office }.
    [one] { $n } pregunta de entrevista y lo que busca, de { $office }.
   *[other] { $n } preguntas de entrevista y lo que busca cada una, de { $office }.
}
home-roles = Empieza por tu puesto
home-you-answer = Prepárate para responder
home-you-ask = Ten a mano estas preguntas
home-guides = Lee una guía
home-industries = Conoce el sector
home-tasks = Prepárate
home-browse = Explora las preguntas
home-recent = Revisadas hace poco
questions-empty = Todavía no hay preguntas. Aparecerán en esta lista en cuanto se escriba el primer banco.
home-empty = Todavía no hay preguntas. Aparecerán aquí en cuanto se escriba el primer banco.

## Pages that lead elsewhere

not-found = Página no encontrada
not-found-lead = Puede que la página haya cambiado de lugar o que la dirección tenga un error.
not-found-ways = Ve a la { $home } o busca en una de estas secciones:
not-found-home = página de inicio
moved = Esta página ha cambiado de lugar
moved-to = Ahora está en { $page }.

## Lists of questions

list-questions = Preguntas
list-empty = Todavía no hay nada en esta lista.
list-browse = Explora por
list-banks = Banco
list-value = { $facet }: { $value }
bank-owner = A cargo de { $owner }
bank-empty = Este banco todavía no tiene preguntas. Aparecerán aquí en cuanto la primera esté lista.
pages = Páginas de esta lista
pages-previous = Anterior
pages-next = Siguiente
pages-number = Página { $page }
neighbours-previous = Anterior
neighbours-next = Siguiente
you-ask = Preguntas tú
you-answer = Respondes tú
essential = Imprescindible
adapted-here = Adaptada aquí
facet-kind = Tipo
facet-competency = Competencia
facet-stage = Etapa
facet-level = Nivel
facet-topic = Tema
everyone = Para todos
role-in-industry = { $role } en { $industry }
role-and-industry = { $role }, { $industry }

## Search

search = Buscar
search-site = Buscar en este sitio
description-search = Busca en las preguntas, guías, puestos y sectores de este sitio.
search-combine = Buscar y combinar filtros
search-without = Para buscar hacen falta JavaScript y un servidor web: no funciona con los scripts desactivados ni si el sitio se abre desde un disco. Las listas de abajo llevan a todo.
search-words = Palabras que buscar
search-slash = La tecla { $key_name } lleva al buscador, en todas las páginas
search-filter = Filtrar
facet-direction = Quién pregunta
facet-role = Puesto
facet-industry = Sector
search-count = { $plural ->
    [one] { $n } resultado
   *[other] { $n } resultados
}
search-loading = Buscando…
search-none = Sin resultados
search-none-lead = Nada tiene todas estas palabras y filtros. Puedes:
search-none-filter = quitar un filtro,
search-none-words = usar menos palabras u otra palabra para lo mismo,
search-none-lists = mirar las listas de abajo.
search-failed = No se pudo cargar el buscador
search-failed-lead = Puede que no haya conexión o que el sitio se esté actualizando. Las listas de abajo también llevan a todo.
search-again = Reintentar
search-browse = O explora las listas
search-remove = Quitar el filtro { $name }
search-more-questions = Más preguntas
search-more-guides = Más guías
search-more-roles = Más puestos
search-more-industries = Más sectores
search-every-role = Para todos los puestos
search-every-industry = Para todos los sectores
search-in-other = Encontrado en otra formulación o en un título
search-in-rest = Encontrado en el texto

## A question

question-think = Piensa durante { $time }
question-answer = Responde en unos { $time }
question-leave = Reserva unos { $time }
draft = Borrador
question-draft = Esta pregunta no está terminada. Solo se ve en las vistas previas.
question-retired = Retirada
question-retired-note = Esta pregunta ya no está en nuestras listas.
question-replaced = En su lugar, usa { $question }.
question-improper = Quien te entrevista no debería preguntarte esto
question-improper-note = Toca el tema «{ $category }». No tienes que responder, y puedes decidir cómo reaccionar.
question-researchable = Búscalo primero
question-researchable-note = Esta pregunta se responde con una búsqueda. Infórmate y luego pregunta por lo que no hayas encontrado.
question-why-you-ask = Qué quieres averiguar
question-why-you-answer = Qué quieren averiguar
question-choices = Elige
question-choices-show = Mostrar la respuesta
question-choice-right = Correcta
question-choice-wrong = Esta no
question-respond = Formas legítimas de responder
question-cover = Qué incluye una buena respuesta
question-cover-note = Di tu respuesta en voz alta y marca lo que cubrió.
question-listen-for = Presta atención a
question-prompts = Cuéntalo como una historia
question-avoid = Señales de alarma
question-watch-for = Señales de advertencia
question-hints = Pistas
question-hint = { $of ->
    [1] Pista { $n }
   *[other] Pista { $n } de { $of }
}
question-samples = { $n ->
    [one] Una respuesta de ejemplo
   *[other] Respuestas de ejemplo
}
question-samples-note = Fíjate en la estructura y luego déjala a un lado. Tu propia historia sonará mejor.
question-sample = Ejemplo { $n }
question-follow-ups-you-ask = Después puedes preguntar
question-follow-ups-you-answer = Después te pueden preguntar
question-wordings-you-ask = Otras formas de preguntarlo
question-wordings-you-answer = Cómo lo preguntan otros
question-adapted = Por puestos y sectores
question-adapted-cover = También incluye
question-adapted-avoid = También es señal de alarma
question-adapted-listen-for = Presta también atención a
question-adapted-watch-for = También es señal de advertencia
question-adapted-follow-ups = También se pregunta después
question-related = Para seguir leyendo
question-glance = De un vistazo
question-bank = Banco
question-for = Para
question-kind = Tipo
question-topic = Tema
question-stages = Se pregunta en
question-levels = Nivel
question-difficulty = Dificultad
question-competencies = Demuestra
question-tags = Etiquetas
question-owner = A cargo de
question-neighbours = Más preguntas de este banco
difficulty-warm-up = Calentamiento
difficulty-core = Básica
difficulty-stretch = Avanzada
step-situation = Situación
step-task = Tarea
step-action = Acción
step-result = Resultado
step-learning = Aprendizaje

## Roles and industries

roles-lead = En qué consiste el trabajo, cómo se contrata, con quién hablar y qué preguntan.
industries-lead = Cómo funciona el sector, las palabras que oirás y qué preguntan.
role = Puesto
industry = Sector
role-in-an-industry = Puesto en un sector
place-questions = Preguntas
place-steps = Empieza por estas
place-ask = Ten estas preguntas a mano
place-glance = De un vistazo
place-questions-empty = Aquí todavía no hay preguntas. Las que son para todos están en la lista de todas las preguntas.
place-guides = Guías
role-also-called = También se llama
role-family = Familia
role-competencies = Exige
role-majors = Estudios
role-stages = Pasos habituales
role-talk-to = Con quién hablar
role-crossings = En un sector
industry-parent = Forma parte de
industry-employers = Empleadores
industry-associations = Asociaciones
industry-trends = Qué está cambiando
industry-jargon = Palabras que oirás
industry-crossings = Puestos en este sector

## Guides

guides-lead = Paso a paso, desde el primer mensaje hasta la nota de agradecimiento.
guide-audience = Para { $audience }
guide-draft = Esta guía no está terminada. Solo se ve en las vistas previas.
guide-about = Sobre { $places }
guide-neighbours = Más guías
phase-none = Más
phase-understand = Entender las entrevistas informativas
phase-find = Encontrar con quién hablar
phase-reach-out = Tomar contacto
phase-prepare = Prepararse
phase-meet = La conversación
phase-follow-up = Hacer seguimiento
phase-reflect = Reflexionar
phase-types = Tipos de entrevistas
phase-stories = Tus historias
phase-practise = Practicar
phase-day-of = El día de la entrevista
phase-after = Después de la entrevista

## Messages, checklists and kits

message = Mensaje
message-text = El mensaje
message-subject = Asunto
message-send = Envío: { $when }
message-fields = Completa
message-field-optional = opcional
message-field-options = Elige entre: { $options }
message-field-example = Por ejemplo: { $example }
channel-email = Correo electrónico
channel-linkedin-note = Nota de LinkedIn
channel-linkedin-message = Mensaje de LinkedIn
channel-phone = Llamada telefónica
channel-text = Mensaje de texto
purpose-request = Solicitud
purpose-nudge = Recordatorio
purpose-confirm = Confirmación
purpose-thank-you = Agradecimiento
purpose-keep-in-touch = Mantener el contacto
purpose-reschedule = Cambio de fecha
relationship-cold = A alguien que no conoces
relationship-alum = A una persona egresada de tu universidad
relationship-referral = A alguien que te han recomendado
relationship-warm = A alguien que conoces
checklist = Lista de verificación
moment-before = Antes
moment-during = Durante
moment-after = Después
kit = Kit
kit-listen-for = A qué prestar atención
kit-cover = Qué incluye una buena respuesta
kit-with = Con
kit-date = Fecha

## Pages that no author writes

section-places = Puestos y sectores
section-practice = Práctica
section-my-prep = Mi preparación
section-kit = Elige tus preguntas
section-outreach = Ponte en contacto
section-contacts = Contactos
section-privacy = Privacidad
section-accessibility = Accesibilidad
description-places = Preguntas de entrevista y guías por puesto y por sector.
description-practice = Cómo practicar en voz alta las preguntas de entrevista y de dónde tomarlas.
description-my-prep = Qué llevar a una conversación, qué enviar antes y después, y qué anotar.
description-kit = Cómo elegir preguntas para una conversación, y selecciones ya preparadas para imprimir.
description-outreach = Mensajes para pedir una conversación, hacer seguimiento, dar las gracias y mantener el contacto.
description-contacts = Una hoja para imprimir y anotar con quién hablas, con lo que conviene hacer en cada momento.
description-privacy = Qué guarda este sitio en tu navegador, qué puede ver su servidor y cómo borrarlo.
description-accessibility = Qué grado de accesibilidad tiene este sitio, qué no funciona y cómo avisar de una barrera.
places-lead = El trabajo, el sector, cómo se contrata, con quién hablar y qué preguntan.
all-roles = Todos los puestos
all-kits = Todos los kits
all-checklists = Todas las listas de verificación
all-messages = Todos los mensajes

## Practice

practice-lead = Una respuesta que solo has pensado todavía no está lista. Dila en voz alta y oirás lo que falta.
practice-answering = Preguntas que vas a responder
practice-answer-one = Elige una pregunta y léela en voz alta.
practice-answer-cover = Tapa el resto de su página con una hoja de papel o mira hacia otro lado.
practice-answer-timer = Pon un temporizador en el teléfono: dos minutos, o el tiempo que indique la página de la pregunta.
practice-answer-aloud = Respira y responde en voz alta hasta el final. Si te trabas, sigue: en la entrevista también tendrás que hacerlo.
practice-answer-compare = Destapa la página y compara. Nombra algo que estuvo bien y algo que faltó.
practice-answer-again = Dila otra vez, con lo que faltaba. Después pasa a la siguiente pregunta.
practice-answer-stop = Detente después de unas cinco y vuelve otro día.
practice-together = Con otra persona es todavía mejor: lee las preguntas en cualquier orden, mide el tiempo y te dice algo que quedó claro y algo que no.
practice-asking = Preguntas que vas a hacer
practice-ask-breath = Di cada pregunta en voz alta, sin volver a respirar. Si no te alcanza el aire, son dos preguntas: quédate con la mejor.
practice-ask-wait = Después calla y cuenta hasta tres. La pausa es de quien responde.
practice-ask-next = Para las dos que más te importan, decide qué preguntarás a continuación.
practice-take = De dónde tomar preguntas
practice-print = Para practicar en papel, abre un kit o un puesto e imprime su página. Las respuestas de ejemplo no se imprimen.
practice-kinds = Listas por tipo

## My prep

my-prep-lead = Qué enviar, qué llevar contigo y qué anotar. Todo funciona en papel.
my-prep-practice = Y antes del día, di tus respuestas en voz alta: { $page }.

## Choosing questions for one conversation

kit-builder-lead = Unas pocas preguntas, en el orden que te importa, en una sola hoja.
kit-builder-choose = Para una conversación de 20 a 30 minutos
kit-builder-look-up = Busca antes lo que se puede encontrar en internet y deja fuera esas preguntas.
kit-builder-number = Elige de cinco a diez preguntas. No llegarás a todas.
kit-builder-order = Pon primero las que más importan y marca las tres que no pueden faltar.
kit-builder-open = Pregunta una cosa a la vez y de forma abierta: qué, cómo, cuál.
kit-builder-no-job = Deja fuera las vacantes. Pides un consejo, no un empleo.
kit-builder-last = Guarda una para el final: ¿con quién más deberías hablar?
kit-builder-time = Anota a qué hora terminar. Sigue después solo si te invitan a hacerlo.
kit-builder-kits = Kits ya preparados
kit-builder-kits-lead = Cada uno está pensado para una ocasión. Ábrelo e imprime la página desde el navegador.
kit-builder-roles = Todas las preguntas de un puesto
kit-builder-roles-lead = Imprime la página de un puesto y marca las que quieras.

## Messages in the order one needs them

outreach-lead = Mensajes para copiar, en el orden en que los necesitas. Sustituye todo lo que está entre corchetes.
outreach-check = Pide un consejo, no un empleo
outreach-check-lead = Antes de enviar el primero:
outreach-check-connection = Dice primero quién eres y qué los une, o cómo encontraste a la persona
outreach-check-reason = El motivo solo puede referirse a esta persona
outreach-check-ask = Pide un consejo y de 15 a 30 minutos, por teléfono, por video o en persona
outreach-check-no-job = No menciona empleos ni vacantes y no lleva adjunto ningún currículum
outreach-check-you = Habla más de esa persona que de ti
outreach-check-out = Da las gracias y deja una forma amable de decir que no
outreach-check-short = Tiene menos de 100 palabras y cabe en la pantalla de un teléfono
outreach-check-brackets = No queda ningún corchete y el nombre está escrito como esa persona lo escribe
outreach-track = Anota a quién has escrito y cuándo: { $page }.

## A sheet for contacts

contacts-lead = Imprime esta página o copia las columnas en un cuaderno o en una hoja de cálculo tuya.
contacts-table = Personas con las que hablo
contacts-who = Quién
contacts-how = Cómo nos conocimos
contacts-asked = Se lo pedí el
contacts-met = Hablamos el
contacts-thanked = Di las gracias
contacts-next = Siguiente paso
contacts-example-who = Ejemplo: M. Rivera, enfermera
contacts-example-how = Lista de antiguos alumnos
contacts-example-asked = 3 oct.
contacts-example-met = 14 oct.
contacts-example-thanked = 15 oct.
contacts-example-next = Escribir en enero
contacts-steps = Qué hacer en cada momento
contacts-when-ask = Al principio
contacts-do-ask = Escribe a varias personas. Algunas no responderán: es normal y casi nunca es por ti.
contacts-when-nudge = A la semana
contacts-do-nudge = ¿No hay respuesta? Envía un solo recordatorio, más corto que el mensaje. Después escribe a otra persona.
contacts-when-confirm = El día anterior
contacts-do-confirm = Confirma el día, la hora, la zona horaria y quién llama a quién.
contacts-when-thank = En las 24 horas siguientes
contacts-do-thank = Da las gracias y nombra algo que aprendiste.
contacts-when-touch = Más tarde
contacts-do-touch = Cuenta qué resultó de su consejo: dos o tres veces al año, no más.
contacts-privacy = Lo que escribes sobre otras personas
contacts-privacy-note = Anota solo lo que necesitas y nada que esa persona no deba leer. Destruye la hoja cuando ya no te haga falta.
contacts-outreach = Los mensajes para cada paso: { $page }.

## Privacy

privacy-lead = Aquí no hay cuentas. Las páginas de este sitio no ponen cookies, no cargan nada de otros lugares y nada en ellas observa lo que haces.
privacy-kept = Qué se guarda en este navegador
privacy-kept-lead = Todo navegador guarda un historial y, durante un tiempo, copias de las páginas. Este sitio, por su parte, guarda solo lo siguiente y solo en el navegador que usas:
privacy-kept-slash = Que desactivaste la tecla { $key_name }, si lo hiciste en la página de búsqueda. Al activarla otra vez, esto se borra.
privacy-kept-theme = Claro u oscuro, si elegiste uno de los dos al pie de una página. Al elegir allí «{ $device }», esto se borra.
privacy-kept-list = La lista desde la que abriste una pregunta, con las palabras y los filtros si era una lista de resultados de búsqueda, para que la pregunta pueda llevarte por esa lista y de vuelta a ella. Solo la tienen esa pestaña y sus copias. Desaparece al cerrarlas; un navegador que reabre una pestaña cerrada puede recuperarla.
privacy-kept-no-script = Sin JavaScript, este sitio no guarda nada en absoluto.
privacy-sent = Qué sale de él
privacy-sent-address = El servidor de este sitio ve lo que ve cualquier servidor web: qué página o archivo se pide, cuándo y desde qué dirección de red. Cuánto tiempo lo conserva depende de él.
privacy-sent-search = Lo que escribes en el cuadro de búsqueda no se envía. Tu navegador lo busca en partes de un índice. El servidor puede ver qué partes pide tu navegador, pero no tus palabras. Estas quedan al final de la dirección, después del signo #: los navegadores no envían esa parte, solo la guardan en su historial.
privacy-sent-filters = Los filtros que eliges también pasan a formar parte de la dirección, antes del signo #. Por eso el servidor los ve cuando se vuelve a abrir esa dirección.
privacy-sent-nothing = Nada de lo que escribes se envía a ninguna parte. Un enlace a otro sitio no le dice a ese sitio de qué página vienes.
privacy-shared = En una computadora compartida
privacy-shared-browser = Quien use este navegador después de ti puede ver qué páginas visitaste. Usa una ventana privada y ciérrala al terminar.
privacy-shared-host = Los navegadores guardan los datos por servidor. Otro sitio en el mismo servidor podría leer lo que se guarda aquí, y esta página lo nombra todo.
privacy-erase = Cómo borrarlo
privacy-erase-settings = Abre la configuración de tu navegador y, en ella, la privacidad.
privacy-erase-site = Busca los datos de los sitios, elige este y borra sus datos.
privacy-erase-history = El historial de páginas visitadas es una lista aparte: bórralo también allí.
privacy-ask = A quién preguntar
privacy-ask-office = Sobre este sitio y su servidor, pregunta a quienes lo mantienen:
privacy-ask-nobody = Este sitio no nombra a nadie a quien preguntar. Quien te dio su dirección quizá sepa más.

## Accessibility statement

accessibility-lead = Este sitio es para todo el mundo, en cualquier dispositivo y con cualquier producto de apoyo.
accessibility-conformance = Cuál es la situación
accessibility-conformance-full = Estas páginas cumplen plenamente { $standard }.
accessibility-conformance-partial = Estas páginas cumplen { $standard } en parte: algo en ellas todavía no lo cumple.
accessibility-conformance-none = Estas páginas todavía no cumplen { $standard }.
accessibility-conformance-unknown = El diseño de estas páginas apunta a { $standard }. Quienes mantienen este sitio todavía no lo han evaluado, así que no afirman que lo cumpla.
accessibility-limits = Barreras conocidas
accessibility-report = Avisa de una barrera
accessibility-report-what = Di qué querías hacer, en qué página y qué navegador y producto de apoyo usas. También puedes pedir lo que necesitas en otro formato.
accessibility-report-nobody = Este sitio todavía no da ninguna dirección para eso. Quien te dio la suya quizá sepa a quién avisar.
accessibility-tested = Cómo se probó
accessibility-tested-day = Última prueba: { $day }.
accessibility-aims = A qué apunta el diseño
accessibility-aim-keyboard = Se puede llegar a todo y usarlo todo con el teclado, y se ve dónde estás.
accessibility-aim-size = El texto se puede ampliar al 400 por ciento y espaciar más sin que nada quede cortado.
accessibility-aim-colour = El texto destaca en claro y en oscuro, y con los colores que elijas tú. Nada se dice solo con el color.
accessibility-aim-motion = Nada se mueve ni parpadea por sí solo, y nada tiene un límite de tiempo.
accessibility-aim-script = Todas las páginas se pueden leer sin JavaScript.
accessibility-aim-print = Todas las páginas se pueden imprimir.
accessibility-relies = Las páginas están hechas de HTML y CSS. La búsqueda necesita además JavaScript; las listas que llevan a todo, no.

## At the foot and beside a text

contents = En esta página
sources = Fuentes
edit = Editar esta página
alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución
text-table = Tabla
text-task = Tarea
text-footnote = Nota al pie
text-footnotes = Notas al pie
text-back-to-reference = Volver a la referencia

## Pages that work together

search-found = Resultados de la búsqueda
neighbours-of = En la lista «{ $list }»
neighbours-back = Volver a: { $list }
neighbours-page-before = Página anterior de la lista
neighbours-page-behind = Página siguiente de la lista
report = Avisar de un problema
report-title = Problema en la página «{ $title }»
print = Imprimir
print-questions = Imprimir las preguntas
print-answers = Imprimir con respuestas
copy-subject = Copiar el asunto
copy-message = Copiar el mensaje
copy-done = Copiado
copy-selected = No se pudo copiar, pero el texto está seleccionado: pulsa Ctrl+C, o ⌘C en un Mac.
text-footnotes-of = Notas al pie: { $text }
question-improper-country = Se aplican las normas { $country ->
    [AR] de Argentina
    [CA] de Canadá
    [CL] de Chile
    [CO] de Colombia
    [ES] de España
    [FR] de Francia
    [GB] del Reino Unido
    [IE] de Irlanda
    [MX] de México
    [PE] de Perú
    [US] de Estados Unidos
   *[other] del país de este sitio ({ $country })
}; en otros lugares pueden ser distintas.

## The built-in vocabulary: of use where a site has no list of its own in `content/vocabulary.toml`

competency-career-development = Desarrollo profesional y personal
competency-communication = Comunicación
competency-critical-thinking = Pensamiento crítico
competency-equity-inclusion = Equidad e inclusión
competency-leadership = Liderazgo
competency-professionalism = Profesionalidad
competency-teamwork = Trabajo en equipo
competency-technology = Tecnología
competency-problem-solving = Resolución de problemas
competency-adaptability = Adaptabilidad
competency-customer-focus = Orientación al cliente
competency-integrity = Integridad
topic-career-path = Trayectoria profesional
topic-day-to-day = El día a día
topic-skills = Habilidades
topic-getting-in = Cómo entrar
topic-education = Formación
topic-culture = Cultura
topic-challenges = Dificultades
topic-rewards = Satisfacciones
topic-trends = Tendencias
topic-lifestyle-pay = Estilo de vida y salario
topic-advice = Consejos
topic-referral = Con quién más hablar
kind-behavioral = De comportamiento
kind-situational = Situacional
kind-motivation = De motivación
kind-background = De trayectoria
kind-technical = Técnica
kind-case = Caso práctico
kind-choice = De opción múltiple
kind-improper = Pregunta indebida
kind-open = Pregunta abierta
kind-rapport = Para romper el hielo
kind-closing = De cierre
level-internship = Prácticas
level-entry = Primer empleo
level-experienced = Con experiencia
stage-informational = Entrevista informativa
stage-screen = Llamada de preselección
stage-first-round = Primera ronda
stage-technical-round = Ronda técnica
stage-final-round = Ronda final
persona-recent-alum = Persona recién egresada
persona-person-in-role = Alguien en ese puesto
persona-veteran = Alguien con larga experiencia en el sector
persona-career-changer = Alguien que cambió de carrera
persona-former-employee = Alguien que trabajó en la empresa
persona-recruiter = Persona que selecciona personal
