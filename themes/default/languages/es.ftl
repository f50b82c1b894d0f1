### Todas las palabras que muestra el tema, en español. Trata de «tú» a quien lee, como suelen hacer los centros de
### orientación profesional de las universidades.

## Frame of every page

skip = Saltar al contenido
home = Inicio
navigation-main = Principal
navigation-sections = Todas las secciones
navigation-breadcrumbs = Ruta de navegación
privacy-note = Nada de lo que hagas aquí sale de tu navegador.
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
home-along = Para llevar
home-along-kits = Unas pocas preguntas elegidas para una ocasión, para imprimir o practicar.
home-along-checklists = Qué hacer antes, durante y después de la conversación.
home-along-messages = Mensajes para el primer contacto, para hacer seguimiento y para dar las gracias.
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
