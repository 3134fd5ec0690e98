nav-commitments = Compromisos
commitments-title = Compromisos
commitments-lede = Lo que hacemos unas personas por otras, y por cuánto tiempo. Nadie controla. En su día se mira de nuevo.
commitments-waiting = Espera su sí
commitments-mine = Lo que usted sostiene
commitments-mine-none = Nada, y está bien. Algo pequeño que podría cumplir en su mes más difícil es un buen comienzo.
commitments-new = Ofrecer algo
commitments-offered = Ofrecido, a la espera de un sí
commitments-rotas = Lo que sus círculos sostienen en común
commitments-received = Prometido a usted y a los suyos
commitments-others = Lo que otras personas quisieron mostrar
commit-between = De { $from } para { $to }
commit-about = Sobre:
commit-somebody = alguien
commit-somebody-left = alguien que se fue
commit-me = yo
commit-and = { $first } y { $last }
commit-weekly = { $n ->
    [one] cada { $days }
   *[other] cada { $n } semanas, { $days }
 }
commit-daily = cada día
commit-nth-1 = el primer { $day } de cada mes
commit-nth-2 = el segundo { $day } de cada mes
commit-nth-3 = el tercer { $day } de cada mes
commit-nth-4 = el cuarto { $day } de cada mes
commit-nth-last = el último { $day } de cada mes
commit-at-clock = { $when }, { $clock }
commit-today = hoy
commit-tomorrow = mañana
commit-clocks-moved = { $when } (esa noche cambia el reloj y se salta la hora de siempre)
commit-kind-material = cosas
commit-kind-money = dinero
commit-kind-space = un cuarto, una furgoneta, un jardín
commit-kind-skill = algo que sé hacer
commit-kind-show-up = estar ahí
commit-kind-care = cuidado
commit-kind-risk = asumir un riesgo
commit-stage-offered = Ofrecido. No es nada hasta que digan que sí.
commit-stage-active = En pie. Se mira de nuevo el { $day }.
commit-stage-awaiting = A la espera de una palabra.
commit-stage-aside = Apartado: por favor, no cuenten con esto.
commit-stage-resting = Descansa.
commit-stage-handing = Se está entregando.
commit-stage-released = Devuelto.
commit-stage-completed = Hecho, con gratitud.
commit-stage-closed = No llegó a ser.
audience-commitment = Solo lo ven las dos partes.
audience-commitment-money = Solo lo ven las dos partes y la tesorería.
audience-commitment-network = Lo ven los miembros de esta red. En qué punto está, solo las dos partes.
commitment-new-title = Ofrecer algo
commitment-change-title = Decirlo de nuevo
commitment-new-lede = Una sola cosa concreta. Es un compromiso cuando la otra parte ha dicho que sí.
commit-words = ¿Qué va a hacer?
commit-words-hint = En una frase: «dos compras por semana, con la furgoneta».
commit-to = ¿Para quién?
commit-to-person = Para una persona
commit-to-person-label = Cómo se llama aquí
commit-much = ¿Cuánto?
commit-much-hint = Si ayuda: dos bolsas, una hora, hasta 50 al mes.
commit-often = ¿Cada cuánto?
commit-every = Se repite
commit-every-none = una vez, o cuando haga falta
commit-every-1 = cada semana
commit-every-2 = cada dos semanas
commit-every-3 = cada tres semanas
commit-every-4 = cada cuatro semanas
commit-every-m1 = cada mes, el primer
commit-every-m2 = cada mes, el segundo
commit-every-m3 = cada mes, el tercer
commit-every-m4 = cada mes, el cuarto
commit-every-last = cada mes, el último
commit-days = Qué días
commit-clock = ¿A qué hora?
commit-rule = Otro ritmo
commit-rule-label = Como lo escribe un calendario
commit-rule-hint = Una regla de repetición de RFC 5545, como FREQ=MONTHLY;BYMONTHDAY=1. Vale más que lo elegido arriba.
commit-review = ¿Cuándo se mira de nuevo?
commit-review-hint = Al principio pronto: una temporada. Un año como mucho.
commit-more = Más sobre esto
commit-from = ¿Quién lo da?
commit-kind = ¿De qué se trata?
commit-fits = ¿Quién podría suplir?
commit-fits-hint = Si un día no puede, se pregunta a quienes ofrecieron esto.
commit-fits-circle = el círculo mismo
commit-area = ¿En qué zona?
commit-start = ¿Desde cuándo?
commit-network = Los miembros de la red pueden leerlo, si la otra parte quiere
commit-wakes = Despierta con una condición
commit-wakes-words = Por ejemplo: si llega un aviso de desalojo, diez personas en 12 horas, hasta cuatro veces al año.
commit-wakes-when = ¿Si pasa qué?
commit-wakes-people = ¿Cuántas personas?
commit-wakes-hours = ¿En cuántas horas?
commit-wakes-uses = ¿Cuántas veces al año, como mucho?
commit-hardest = ¿Podría cumplirlo en su mes más difícil? Lo pequeño aguanta más.
commit-offer = Ofrecerlo
said-commit-offered = Ofrecido. Ahora les toca decir que sí.
commit-accept = Sí, por favor
commit-decline = Ahora no
commit-decline-words = No se pregunta por qué, ni en un sentido ni en otro.
commit-withdraw = Retirarlo
said-commit-accepted = Acordado. Gracias a las dos partes.
said-commit-declined = No sigue adelante. No se preguntó por qué.
said-commit-withdrawn = Retirado.
commit-times = Próximas veces
commit-times-later = Más adelante
commit-cant = Esta vez no puedo
commit-can = Al final sí puedo
commit-works = Así va bien
commit-other = Podría en otro momento
commit-other-day = ¿Qué día?
commit-other-button = Ofrecerlo
commit-time-open = Busca a alguien, por esta vez.
commit-time-other = Busca a alguien. ¿O en su lugar { $other }?
commit-time-moved = Por esta vez en otro momento: { $other }.
commit-time-stand-in = Por esta vez suple { $name }.
commit-again-would = { $name } suplió, y volvería a hacerlo.
commit-again-both = { $name } suple otra vez cuando usted no pueda, si le va bien.
commit-again-yes = Sí, con gusto
said-commit-cant = Dicho. Busca a alguien por esta vez; lo demás sigue igual.
said-commit-can = Bien. Vuelve a ser suyo.
said-commit-other = Ofrecido. Será así cuando digan que va bien.
said-commit-works = Acordado, por esta vez.
commit-look = Hora de mirarlo de nuevo
commit-keep = Dejarlo como está
commit-lighter = Hacerlo más ligero
commit-lighter-words = En cualquier momento, al instante, sin dar razones.
commit-ease = Aligerarlo
commit-ease-words = ¿Qué hará desde ahora?
commit-ease-days = Estos días
commit-rest = Dejarlo descansar
commit-go-on = Seguir con ello
commit-done = Está hecho
commit-release = Devolverlo
commit-hand-over = Entregarlo a otra persona
commit-hand-over-to = ¿A quién?
commit-hand-over-hint = Se le pregunta, y dice que sí por su cuenta. Vacío: se pregunta a quien pueda.
commit-hand-over-button = Empezar la entrega
commit-change = Decirlo de nuevo, con otras palabras u horas
commit-offer-again = Ofrecerlo otra vez
said-commit-kept = Se queda como está. Gracias.
said-commit-eased = Es así desde ahora.
said-commit-rests = Descansa. Mientras tanto se pregunta a quien pueda.
said-commit-goes-on = Sigue, con tantos días como tenía.
said-commit-handing = Bien. En dos semanas, como mucho, queda libre de ello.
said-commit-released = Devuelto. Gracias por lo que hizo.
said-commit-completed = Hecho. Gracias a las dos partes.
said-commit-in-touch = Gracias por mirar.
commit-see-wide = Que los miembros de la red puedan leerlo
commit-see-agree = Sí, los miembros pueden leerlo
commit-see-narrow = De nuevo solo las dos partes
commit-clause = Si { $when }: { $people ->
    [one] una persona
   *[other] { $people } personas
 } en { $hours ->
    [one] una hora
   *[other] { $hours } horas
 }.
commit-clause-left = Quedan { $left } de { $uses } veces al año.
commit-wake = Ha pasado: llamarles
said-commit-woke = Se les llamó. Quien puede lo dice.
commit-calendar = { $circle }: algo que usted sostiene
commit-calendar-plain = Algo que usted sostiene
ceiling-title = Lo que se le puede pedir
ceiling-lede = Cuántas cosas a la vez se le pueden pedir. Lo que ya sostiene cuenta. A nadie se le pide mientras descansa, y como mucho tres veces al día.
ceiling-most = Como mucho
ceiling-hint = De 0 a 12. Con 0 no se le pide nada.
ceiling-save = Guardar
ceiling-offers = Lo que usted ofrece
audience-ceiling = Solo usted lo ve.
audience-place = Lo ve el círculo, y a quien se pregunta.
place-as-it-comes = según venga
place-standing = Algo que se mantiene. Si lo toma, es suyo por una temporada; luego se mira de nuevo.
place-once = Por esta vez.
place-again = Para esto pueden volver a preguntarme
place-take = Yo puedo
place-not-me = Esta vez yo no
place-nothing = No decir nada también está bien.
said-place-taken = Es suyo. Gracias.
said-place-not-me = De acuerdo. Para esto no se le pregunta más.
why-offered = Se le pregunta porque ofreció algo que encaja, y cabe en lo que dijo que podía.
why-circle = Se le pregunta porque es de su círculo, y cabe en lo que dijo que podía.
why-again = Se le pregunta porque ya suplió, y les gustó a las dos partes.
why-named = Quien lo sostiene ahora querría entregárselo.
why-woke = Ha pasado aquello por lo que dio su palabra.
rota-title = Lo que { $circle } sostiene en común
audience-rota = Solo este círculo ve esta página.
rota-waiting = Espera un sí
rota-offered = { $from } ofrece: { $words }
rota-look = Mirar
rota-open = Necesita a alguien
rota-duties = Quién hace qué
rota-none = Todavía no hay nada prometido a este círculo. Alguien podría empezar con algo pequeño.
rota-awaiting = a la espera de una palabra
rota-rests = descansa
rota-handing = se está entregando
rota-could = { $n ->
    [0] Ahora no podría nadie más.
    [one] Una persona más podría.
   *[other] { $n } personas más podrían.
 }
rota-circle = La página del círculo
load-title = La carga, en común
load-ready = { $ready } de { $duties } cosas tienen un segundo par de manos.
load-as-if = { $n ->
    [one] Es como si una persona lo llevara todo.
   *[other] Es como si { $n } personas lo llevaran por igual.
 }
load-on-one = { $n ->
    [one] Una cosa depende de una sola persona.
   *[other] { $n } cosas dependen de una sola persona cada una.
 }
load-open = { $n ->
    [one] Una cosa necesita a alguien.
   *[other] { $n } cosas necesitan a alguien.
 }
load-resting = Descansan:
today-commitment = Con { $to }. Lo próximo: { $when }.
today-look = Dijo que lo miraría de nuevo el { $day }.
today-look-kindly = Su día era el { $day }. Dejarlo como está, aligerarlo, dejarlo descansar o devolverlo: vale cualquier palabra, y ninguna está mal.
today-look-button = Mirarlo de nuevo
today-stand-in = Usted suple: { $when }.
today-see-how = ¿Podría ver cómo está { $name }?
today-see-how-words = Nada más. Una llamada o tocar a la puerta, cuando le venga bien.
today-see-how-letter = ¿Podría ver cómo está alguien a quien acompaña?
today-in-touch = Ya nos hablamos
today-offered = { $from } ofrece esto. Es un compromiso cuando usted dice que sí.
today-offered-letter = Alguien ofrece algo, y espera un sí.
today-offered-button = Mirarlo
news-commitment = Ahora lo hace { $name }.
keep-commitment = Lo que prometió, o le prometieron
keep-commitment-until = Un mes tras acabar; apartado, un año
keep-commitment-who = Las dos partes; tesorería, si es dinero; más si ambas quieren
keep-cover = Lugares abiertos, veces cambiadas, a quién se preguntó
keep-cover-until = Su día; 90 días si se mantiene
keep-cover-who = El círculo, a quien se pregunta
keep-ceiling = Lo que se le puede pedir
keep-ceiling-until = Un año desde que lo dijo
keep-heard-back = Cuántas revisiones tuvieron respuesta, en números por mes
keep-heard-back-until = Dos años
keep-heard-back-who = Miembros, a partir de cinco
commit-heard-back = Tuvimos respuesta en { $n } de { $all } compromisos cuyo día llegó en el último año.
commit-alliances = { $all ->
    [one] Con la única organización aliada { $n ->
        [0] lo prometido todavía no va en los dos sentidos.
       *[other] lo prometido va en los dos sentidos.
     }
   *[other] Con { $n } de { $all } organizaciones aliadas lo prometido va en los dos sentidos.
 }
field-much = Cuánto
field-to-person = Para una persona
field-wakes-when = Si pasa qué
field-wakes-people = Cuántas personas
field-wakes-hours = En cuántas horas
field-wakes-uses = Cuántas veces al año
field-rule = Otro ritmo
field-clock = A qué hora
field-most = Como mucho
refused-commit-words = Diga en una frase qué va a hacer.
refused-commit-long = Es más de lo que cabe. Con 280 signos basta; el resto se dice mejor en persona.
refused-commit-review-past = Elija un día que todavía esté por venir para mirarlo de nuevo.
refused-commit-review-far = Mírelo de nuevo antes de un año. Entonces puede dejarlo como está.
refused-commit-day = No podemos leer ese día o esa hora. Elíjalo del calendario.
refused-commit-rhythm = No podemos leer ese ritmo. Elija días de la lista, uno solo si es cada mes.
refused-commit-rhythm-often = Eso viene más de una vez al día. Una vez al día es lo máximo.
refused-commit-rhythm-never = Eso no llega nunca. Elija al menos un día que exista.
refused-commit-receiver = Diga para quién es: alguien de aquí por su nombre, un círculo o la red.
refused-commit-oneself = Un compromiso es entre dos. ¿Para quién más es?
refused-commit-speak = Ahora no habla en su nombre. Puede ofrecerlo por usted.
refused-commit-not-offered = Ya no es una oferta. Mírelo como está ahora.
refused-commit-not-yet = Es pronto. Desde el { $day } puede decir que lo deja como está; aligerarlo, cuando quiera.
refused-commit-not-living = Ahora no está en pie, así que no hay nada que cambiar. Puede ofrecerlo de nuevo.
refused-commit-not-resting = No está descansando.
refused-commit-not-aside = No estaba apartado. Puede decir que lo deja como está.
refused-commit-ended = Ha terminado. Puede ofrecerlo de nuevo.
refused-commit-handing = Ya se está entregando. También puede devolverlo al instante.
refused-commit-giver-only = Solo quien lo da puede decir eso.
refused-commit-receiver-only = Solo puede decirlo la parte para quien es.
refused-commit-place-taken = Alguien acaba de decir «yo puedo» a esto. Gracias: es bueno saber que podían dos.
refused-commit-not-time = Esa no es una de sus próximas veces. Elija una de la lista.
refused-commit-time-passed = Esa vez ya pasó. Las próximas están en la página.
refused-commit-resting = Está en descanso. Si antes quiere volver, es un toque en su propia página.
refused-commit-newcomer = Quien acaba de llegar va primero con alguien. Quien le acompaña le llevará con gusto.
refused-commit-ceiling-typed = Diga un número de 0 a 12.
refused-commit-clause = Diga cuántas personas (hasta 100), en cuántas horas (hasta 168) y cuántas veces al año (hasta 52).
refused-commit-clause-when = Diga qué tiene que pasar para que despierte.
refused-commit-used-up = Este año se usó tantas veces como acordaron. Hablen: quizá digan que sí de todos modos.
refused-commit-no-clause = Este no despierta con una condición.
refused-commit-successor = Nadie de aquí que pueda tomarlo se llama así. Déjelo vacío, y se pregunta a quien pueda.
refused-commit-successor-rests = Está descansando, así que no se le pide nada. Déjelo vacío, y se pregunta a quien pueda.
refused-commit-giver-rests = Está descansando. El ofrecimiento espera hasta que vuelva.
