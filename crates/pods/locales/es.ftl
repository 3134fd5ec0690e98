# Grupos de cuidado y compañeros.
pods-title = Grupos de cuidado y compañía
pods-lede = Gente que sabe cómo está usted. Las dos partes dicen que sí, y todo termina solo si no siguen.
pods-today-buddy = Alguien que acompaña
pods-today-pod = Un grupo de cuidado
pods-today-match = Ya hay bastante gente para un grupo de cuidado. ¿Podría probar una combinación?
pods-today-name = Alguien quisiera un grupo de cuidado y nadie los arma. ¿Podría nombrar a alguien?
pods-not-now = Ahora no

# Acompañarse.
buddies-title = Acompañarse
buddies-none = Acompañarse es preguntarle a alguien cómo está, y que le pregunte a usted. Cuando usted calla mucho tiempo, se le pide a esa persona que vea cómo está.
buddy-ask-title = Preguntarle a alguien
buddy-handle = ¿A quién?
buddy-handle-hint = Con el nombre que usa aquí.
buddy-ask = Preguntarle
buddy-yes = Sí
buddy-go-on = Seguir medio año más
buddy-end = Terminar
buddy-take-back = Retirar la pregunta
buddy-noted = Está bien
buddy-you-asked = Usted le preguntó a { $handle }. La respuesta puede tardar hasta el { $day }.
buddy-asks-you = { $handle } pregunta si quieren acompañarse durante medio año. No hace falta una razón para ninguna de las dos respuestas.
buddy-not-now = { $handle }: ahora no.
buddy-until = { $handle } y usted se acompañan hasta el { $day }.
buddy-goes-on-if = { $handle } y usted se acompañan hasta el { $day }. Usted dijo: seguir. Siguen cuando lo hayan dicho las dos partes.
buddy-again = { $handle } y usted se acompañan hasta el { $day }. ¿Siguen?
audience-buddies = Esto lo ven solo ustedes dos.
said-buddy-asked = Preguntado.
said-buddy-yes = Ahora se acompañan.
said-buddy-not-now = Está bien. Solo se entera de que «ahora no».
said-buddy-ended = Terminado.

# Grupos de cuidado.
pod-title = Su grupo de cuidado
pod-open-page = Ir a su grupo
pods-what = Un grupo de cuidado son de tres a seis personas que se cuidan durante una temporada. Alguien los arma con quienes quieren uno; se abre cuando todas han dicho que sí.
pods-wish = Quisiera un grupo
pods-wish-keep = Dejarlo así
pods-wish-back = Ya no
pods-wished = Usted quisiera un grupo de cuidado. Eso vale hasta el { $day }.
pods-not-with = Por favor, no con
pods-not-with-hint = Si hay alguien. Un nombre por línea, como se llama aquí; cinco a lo más. Sin razones.
audience-pod-wish = Estos nombres los lee solo usted. Cada combinación se compara con ellos sin que nadie los vea, y se borran cuando su grupo se abre; a más tardar en 30 días.
pods-no-matcher = Por ahora nadie arma grupos de cuidado.
pods-matcher-there = Hay alguien que arma los grupos.
pods-matcher-is = { $handle } arma los grupos hasta el { $day }.
pods-many = { $n ->
    [one] Aquí hay un grupo de cuidado.
   *[other] Aquí hay { $n } grupos de cuidado.
 }
pod-forming = Se forma un grupo. Se abre cuando todas estas personas hayan dicho que sí, a más tardar el { $day }.
pod-forming-anew = Su grupo toma otra forma. Se abre otra vez cuando todas estas personas hayan dicho que sí, a más tardar el { $day }.
pod-meeting = Su grupo se reúne. La temporada termina el { $day }.
pod-choosing = La temporada termina. Hasta el { $day } deciden en común.
pod-choosing-few = Ahora son dos. Hasta el { $day } deciden: invitar a alguien, o dejar que termine.
pod-accept = Sí, con estas personas
pod-not-now-words = No hace falta una razón, y a nadie se le dice quién lo dijo.
pod-said-yes = Usted dijo que sí. Todavía faltan respuestas.
pod-said-renew = Usted dijo: otra temporada.
pod-said-reshape = Usted dijo: seguir con otra forma.
pod-said-close = Usted dijo: dejar que termine.
pod-choose-title = ¿Y ahora qué?
pod-renew = Otra temporada
pod-reshape = Otra forma
pod-close = Que termine
pod-choose-words = Para otra temporada hace falta la palabra de todas; callar no es un sí. Quien descansa conserva su lugar. Puede cambiar lo que dijo hasta que todas hayan hablado.
pod-invite-title = Invitar a alguien
pod-invite-hint = Primero hablen; después escriba el nombre que usa aquí. Todas dicen que sí a la nueva forma.
pod-invite = Invitar
pod-agreed-title = Lo que acordamos
pod-agreed-none = Todavía nada. Es para la primera vez que se reúnan.
pod-agree-title = Anotarlo
pod-agree = Esto acordamos
pod-cadence = Cuándo nos reunimos
pod-cadence-hint = Por ejemplo: el primer domingo del mes, por turno en casa de cada quien.
pod-agreements = Nuestros acuerdos
pod-agreements-hint = Por ejemplo: qué se queda aquí, cómo pedimos, qué hacemos cuando cuesta.
pod-no-notes = Lo que se cuentan no va aquí. Nadie lo anota, y un grupo no le rinde cuentas a nadie.
pod-leave-title = Dejar el grupo
pod-leave-words = En el acto y sin razones. Las demás personas ven que su nombre ya no está.
pod-leave = Dejarlo
audience-pod = Esta página la ven solo las personas que aparecen en ella. Ni quienes coordinan ni quienes cuidan el servidor la ven.
said-pods-wished = Queda así. Cuando haya una combinación, se le pregunta.
said-pods-wish-back = Borrado, con todo lo que dijo.
said-pod-yes = Usted dijo que sí. Se abre cuando todas lo digan.
said-pod-open = El grupo está abierto.
said-pod-not-now = Está bien. A nadie se le dice quién lo dijo, y lo que usted quiere sigue en pie.
said-pod-chosen = Dicho.
said-pod-invited = Preguntado. Todas dicen que sí a la nueva forma.
said-pod-left = Ya no está en el grupo.
said-pod-over = Eso terminó.

# Armar grupos.
pods-matching-title = Armar grupos
pods-matching-held = Armar grupos de cuidado
pods-matching-lede = De tres a seis de quienes quieren uno. A cada persona se le pregunta, y se abre cuando todas han dicho que sí.
pods-matching-none = Nadie espera un grupo.
pods-matching-who = ¿Qué personas?
pods-matching-propose = Proponer este grupo
pods-matching-left = { $n ->
    [0] Hoy ya no se pueden probar más combinaciones.
    [one] Hoy se puede probar una combinación más.
   *[other] Hoy se pueden probar { $n } combinaciones más.
 }
pods-cannot-form = Esta combinación no puede formarse; pruebe otra.
pods-matching-stop-title = Ya no los armo
pods-matching-stop-words = En el acto. Se puede nombrar a alguien más.
pods-matching-stop = Dejarlo
audience-pods-matching = Quién quisiera un grupo lo ve solo usted. No lo comente con nadie.
said-pods-proposed = Ahora se le pregunta a cada persona.
said-pods-matching-ended = Ya terminó.
pods-matcher-title = Quién arma los grupos
pods-matcher-lede = Una persona a la vez, a quien la gente le confía quién quisiera un grupo. Nadie lee con quién preferirían no estar.
pods-matcher-handle = ¿Quién los arma?
pods-matcher-hint = Un miembro, con el nombre que usa aquí; no usted. Pregúntele antes.
pods-matcher-until = Hasta
pods-matcher-name = Nombrar
pods-matcher-end = Terminar ahora
audience-pods-matcher = Todos los miembros ven quién arma los grupos.

# El mapa.
pod-map-title = Mapa de mi gente
pod-map-words = ¿A quién llamaría si pasara algo malo? Una hoja para llenar a mano. Aquí no se guarda nada de ella, y a nadie que esté en ella se le dice nada.
pod-map-go = La hoja
pod-map-lede = Imprímala, o cópiela en papel. Escriba nombres, no grupos. Esta página no envía ni guarda nada; quien usted nombre se entera por usted, o no se entera.
pod-map-for = ¿Para qué es este mapa? (Violencia en casa, una detención, una crisis, una enfermedad: cada cosa puede tener el suyo.)
pod-map-core = Mi gente
pod-map-core-words = A quienes llamaría. Ya les pregunté, o lo haré.
pod-map-movable = Gente que podría acercarse
pod-map-movable-words = Podrían ser, si nos tuviéramos más confianza. ¿Qué haría falta?
pod-map-groups = Más lejos
pod-map-groups-words = Grupos, organizaciones, lugares a los que podría ir.
pod-map-ask = Preguntar
pod-map-ask-1 = Elija un nombre. ¿Cuándo y dónde le preguntaré?
pod-map-ask-2 = ¿Qué le pido, y qué no?
pod-map-ask-3 = Puede decir que no. ¿Qué haré entonces?

# Negativas.
refused-buddy-self = Acompañarse es con otra persona. Escriba otro nombre.
refused-pods-nobody = Nadie con ese nombre es un miembro a quien se le pueda preguntar. Escriba cada nombre como está en los círculos.
refused-buddy-rests = Está descansando y no se le pide nada. Pregúntele cuando vuelva.
refused-buddy-enough = Ya hay tres que esperan respuesta. Retire una pregunta, o espere.
refused-buddy-already = Ya se acompañan, o usted ya le preguntó.
refused-pods-nothing = Ya nada espera esa respuesta. Vea lo que hay ahora.
refused-buddy-not-yet = «Seguir» se dice en las últimas dos semanas. Puede esperar hasta entonces.
refused-pods-in-one = Un grupo a la vez: usted, o esa persona, ya tiene uno.
refused-pods-matcher-waits = Ahora usted arma los grupos. El suyo lo arma quien venga después.
refused-pods-names = Cinco nombres a lo más. Deje fuera a quienes le costarían menos.
refused-pods-size = Un grupo son de tres a seis personas. Marque esa cantidad.
refused-pods-not-among = Alguien de ahí ya no está entre quienes esperan. Mire otra vez y elija de nuevo.
refused-pods-enough = Hoy ya se probaron diez combinaciones. Mañana hay diez más.
refused-pods-full = En un grupo caben seis.
refused-pods-not-asked-in = Ahora no se le puede invitar. Hablen, o invite a alguien más.
refused-pods-not-forming = Este grupo no se está formando ahora. Vea cómo está.
refused-pods-not-open = El grupo todavía no está abierto. Lo que acuerden se anota cuando lo esté.
refused-pods-not-choosing = El grupo no está decidiendo ahora. Vea cómo está.
refused-pods-too-few = Dos no son un grupo. Elija otra forma e invite a alguien, o deje que termine.
refused-pods-until = Elija un día entre hoy y el { $day }.
refused-pods-name-another = Nombre a otra persona, no a usted.

# Lo que guardamos.
keep-buddies = Quién acompaña a quién
keep-buddies-until = Hasta que una de las dos partes lo termina; medio año, si no siguen ambas
keep-buddies-who = Las dos personas
keep-pods = Quién está en un grupo de cuidado, y qué acordó
keep-pods-until = Hasta que el grupo termina
keep-pods-who = Sus miembros
keep-pod-wishes = Que usted quisiera un grupo, y «por favor, no con»
keep-pod-wishes-until = Hasta que su grupo se abre; 30 días a lo más
keep-pod-wishes-who = Lo primero: quien arma los grupos. Los nombres: solo usted
