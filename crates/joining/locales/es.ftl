# La segunda puerta.
join-us-title = Únase
join-us-lede = Deje un nombre y una manera de comunicarnos. Alguien le llama en un plazo de tres días y conversan, entre los dos.
join-us-1 = Alguien le llama: qué le atrae, qué necesita para participar, qué hacemos.
join-us-2 = Durante seis semanas alguien de aquí le acompaña. Usted viene a algo antes de prometer nada.
join-us-3 = Después de hacer dos cosas juntos, se le pregunta a su círculo si usted ya es parte. Lo dice con palabras.
join-us-name = ¿Cómo quiere que le llamemos?
join-us-name-hint = El nombre que usted prefiera.
join-us-reach = ¿Cómo podemos comunicarnos?
join-us-reach-hint = Un teléfono, un correo, o dónde y cuándo se le encuentra.
join-us-button = Dejar mi nombre
join-us-help = ¿Necesita ayuda usted? Esa es otra puerta, y no le pide nada.
join-us-help-link = Pedir ayuda
audience-left-word = Esto lo ven solo quienes llaman a las personas nuevas. Se borra cuando usted entra, o después de un mes.
left-word-title = Gracias
left-word-by = Alguien se comunica con usted a más tardar el { $day }.
left-word-words = Si para entonces no supo nada, la falta es nuestra y no suya: deje su nombre otra vez, o venga.

# Quienes llaman.
calls-title = Personas por llamar
calls-lede = Dejaron su nombre porque quieren unirse. Prometimos tres días; la promesa es nuestra.
calls-none = Nadie espera una llamada.
calls-today = { $n ->
    [one] Una persona espera una llamada
   *[other] { $n } personas esperan una llamada
 }; a la primera se le prometió para el { $day }.
call-by = Prometida para el { $day }
call-taken-by = Llama { $handle }
call-yours = Llama usted, a más tardar el { $day }
call-invited = Ya conversaron; la invitación vale siete días
call-take = Yo llamo
call-back = Al final no puedo
call-in-spanish = en español
call-talk = Cuando conversen
call-script-1 = ¿Qué le atrae de nosotros? ¿De qué le gustaría ser parte?
call-script-2 = ¿Qué necesita para participar: escaleras, idioma, niños, horas, calma?
call-script-3 = Diga qué hacemos y qué no podemos, y que hoy no hay que prometer nada.
call-script-4 = Nadie pregunta por papeles, ingresos ni pasado. Cada quien dice lo que quiere decir.
call-circle = Su círculo
call-buddy = Quien acompaña durante seis semanas
call-buddy-hint = Un miembro, con el nombre que usa aquí. También puede buscarse después.
call-talked = Ya conversamos
call-link = Léale este enlace, o envíelo usted. Vale siete días, una sola vez.
call-let-go = No quiere, o no se le encuentra
call-let-go-words = Su nombre y la manera de comunicarse se borran en el acto.
call-let-go-button = Borrarlo
said-call-taken = Esta llamada es suya.
said-call-back = Ahora espera a otra persona.
said-call-let-go = Borrado.

# Las primeras semanas de alguien.
paths-title = En sus primeras semanas
path-buddy = Acompaña { $handle } hasta el { $day }
path-no-buddy = Todavía nadie acompaña
path-be-buddy = Yo acompaño
path-first-title = Una primera cosa pequeña
path-first = { $words } · { $day }
path-first-by = Algo pequeño y real con nosotros, a más tardar el { $day }. Encontrarlo nos toca a nosotros.
path-first-words = ¿Qué van a hacer juntos?
path-first-hint = Algo que haga falta, que dure una o dos horas y que hagan juntos.
path-first-change = Otra cosa
path-first-button = Acordado
path-day = Cuándo
path-together-title = Hecho en común
path-together-none = Todavía nada.
path-together-day = Un día en que hizo algo con nosotros
path-together-button = Anotar el día
path-circle-title = El círculo
path-ask = Preguntar al círculo
path-take-in = El círculo dijo que sí: ya es parte
path-is-member = Ya es parte.
circle-asked = Se le pregunta a su círculo si { $handle } ya es parte.
circle-said-yes = { $handle } dice que sí
circle-said-not-yet = { $handle } dice: todavía no, conversemos
circle-say-yes = Sí
circle-say-not-yet = Todavía no, conversemos
circle-say-words = No decir nada no es un sí. Puede cambiar lo que dijo.
audience-path = Esta página la ven esa persona, quien acompaña, su círculo y quienes llaman a las personas nuevas.
audience-circle-says = El círculo ve quién dijo qué. Se borra cuando ya es parte.
said-path-buddy = Usted acompaña durante seis semanas.
said-circle-asked = Ya se le preguntó al círculo.
said-circle-said = Dicho.
said-taken-in = Ya es parte.

# La página de quien llega.
weeks-title = Sus primeras semanas
weeks-today = Quién le acompaña y qué sigue.
weeks-buddy = Le acompaña { $handle } hasta el { $day }. Pregunte lo que quiera.
weeks-no-buddy = Estamos buscando quien le acompañe. Se encargan quienes le llamaron.
weeks-no-first = A más tardar el { $day } habrá algo pequeño y real que hacer con nosotros. Encontrarlo nos toca a nosotros.
weeks-agreements = Seis acuerdos breves
weeks-agreements-words = Léalos en voz alta con alguien. Toma diez minutos.
weeks-agreements-button = Leerlos
weeks-agreements-read = Ya los leyó.
weeks-later-title = Lo que todavía no ve
weeks-open-from = Hasta el { $day } no verá qué pidió la gente ni quién se ocupa de qué. Es así para toda persona nueva.
weeks-later-words = La gente nos ha confiado cosas difíciles y todavía no le conoce. No es por usted. Después de hacer dos cosas juntos se le pregunta a su círculo, y entonces verá lo que vemos todos.
weeks-member = Usted ya es parte.
weeks-me = Lo que sabemos de usted
weeks-pods = Si quisiera de tres a cinco personas que pregunten cómo está, hay grupos de cuidado.
weeks-pods-go = Grupos de cuidado

# Los acuerdos.
agreements-title = Nuestros acuerdos
agreements-lede = Son seis y breves. Los leemos en voz alta con cada persona nueva, y otra vez cuando cambia alguno.
agreements-today = Hay alguno que usted no ha leído como está ahora.
agreement-stands = Versión { $n }, del { $day }
agreement-read-button = Leído, con alguien
agreement-change = Cambiarlo
agreement-change-title = Cambiar un acuerdo
agreement-change-lede = Se pedirá a todas las personas que lo lean otra vez. Cámbielo cuando el círculo lo haya decidido.
agreement-title-en = Título, en inglés
agreement-title-es = Título, en español
agreement-words-en = Palabras, en inglés
agreement-words-es = Palabras, en español
agreement-change-button = Ahora dice así
audience-agreement = Cualquiera puede leer los acuerdos.
said-agreement-read = Leído.
said-agreement-changed = Cambiado. Se pide a todas las personas que lo lean otra vez.
agreement-1-title = Pedimos, y se puede decir que no
agreement-1 = Cualquiera puede pedir lo que sea. Cualquiera puede decir que no, o ahora no, sin dar razones.
agreement-2-title = Lo que oímos se queda aquí
agreement-2 = Los nombres, las direcciones y las historias se quedan con quien recibió la confianza. Nada de fotos de quienes reciben.
agreement-3-title = Miramos lo que se hace, no quién es cada quien
agreement-3 = Nunca preguntamos por papeles, ingresos ni pasado. Si algo se hizo mal, decimos qué se hizo.
agreement-4-title = Descansar es parte
agreement-4 = Paramos cuando nos cansamos. Nadie tiene que explicar y nadie lleva la cuenta.
agreement-5-title = Cuando duele, hablamos
agreement-5 = Lo decimos pronto, con alguien al lado si queremos. Reparamos lo que se puede reparar.
agreement-6-title = Decidimos con quienes lo van a vivir
agreement-6 = Primero se pregunta a quienes lo van a vivir. El silencio no es un sí, y toda decisión se vuelve a mirar.

# Lo que está a la vista.
public-words-title = Lo que dice la página pública
public-words-lede = Es lo primero que cualquiera lee:
words-about-en = Qué hacemos, en inglés
words-about-es = Qué hacemos, en español
words-meets-en = Cuándo y dónde nos encuentran, en inglés
words-meets-es = Cuándo y dónde nos encuentran, en español
words-limits-en = Los límites, en inglés: lo que no podemos
words-limits-es = Los límites, en español
audience-public-words = Cualquiera puede leer estas palabras.

# Lo que no se puede todavía.
refused-name-and-reach = Necesitamos un nombre para llamarle y una manera de comunicarnos; sirve lo que a usted le funcione.
refused-welcomers-only = De esto se ocupan solo quienes llaman a las personas nuevas. Ese papel lo da quien cuida el círculo de Cuidado.
refused-call-taken = Ya llama otra persona.
refused-call-not-taken = Primero tome la llamada; así nadie llama dos veces.
refused-buddy-member = Nadie con ese nombre es ahora un miembro que pueda acompañar. Escriba el nombre que usa aquí, o déjelo vacío.
refused-not-near = Aquí escriben solo quien acompaña, su círculo y quienes llaman a las personas nuevas.
refused-first-thing = Escriba qué van a hacer juntos.
refused-path-day = Ese día no se puede leer, o no está cerca. Elija uno del calendario.
refused-two-things = Al círculo se le pregunta después de dos cosas hechas juntos, en dos días.
refused-not-before = Primero van las dos primeras semanas, para todo el mundo: no antes del { $day }.
refused-not-asked = Todavía no se le ha preguntado al círculo.
refused-more-yes = Todavía no han dicho que sí suficientes personas del círculo. No decir nada no es un sí.
refused-talk-first = Alguien del círculo dice que todavía no. Conversen primero; quien lo dijo puede cambiarlo.
refused-home-circle-only = Aquí hablan solo los miembros de su círculo.
refused-coordinating-only = Lo que está a la vista lo cambia solo quien cuida el círculo de Coordinación.
refused-agreement-words = Un acuerdo necesita título y palabras en los dos idiomas, breves como para leer en voz alta.

# Lo que guardamos.
keep-left-word = Un nombre y una manera de comunicarnos con quien quiere unirse
keep-left-word-until = Hasta que entra o no quiere; un mes como mucho
keep-welcomers = Quienes llaman a las personas nuevas
keep-path = Las primeras semanas de alguien: quién acompaña, una primera cosa, días hechos en común, lo que dijo el círculo
keep-path-until = Lo dicho se va cuando ya es parte; lo demás con las seis semanas, un año como mucho
keep-path-who = Esa persona, quien acompaña, su círculo, quienes llaman a las personas nuevas
keep-read = Qué acuerdos ha leído usted
