# Papeles que terminan.
roles-of-circle = { $circle }: papeles
roles-role-of = { $circle }: { $role }
roles-lede = Todo papel termina, y desde el primer día alguien lo va aprendiendo al lado. El círculo elige quién sigue.
roles-treasurer = cuida el dinero
roles-for-steward = Cuida el círculo: invita, tiene presentes los papeles y está cuando hay que decidir algo.
roles-for-intake = Contesta la línea, toma un turno y escribe lo que piden las vecinas y los vecinos.
roles-for-host = Mantiene el servidor en marcha, junto con otra persona.
roles-for-welcomer = Llama a quienes dejaron su nombre y está cerca en sus primeras semanas.
roles-for-treasurer = Cuida el dinero común a la vista de todas las personas, junto con otra.
roles-how = Cómo se eligió
roles-how-selected = en una ronda de selección
roles-how-consent = el círculo consintió
roles-how-lot = por sorteo
roles-how-emergency = en una emergencia, treinta días como mucho
roles-how-given = desde la fundación, o por una invitación
roles-held = { $name }, hasta el { $last } ({ $how })
roles-handing-over = { $name }, hasta el { $last } ({ $how }). Se está entregando.
roles-coming = { $name }, desde el { $first } hasta el { $last } ({ $how })
roles-vacant = Ahora no lo sostiene nadie.
roles-rests-on-one = Esto descansa en una sola persona. ¿Quién podría aprenderlo al lado?
roles-two-could = Dos personas o más podrían hacerlo mañana.
roles-no-shadow = Todavía sin sombra: a más tardar el día treinta, alguien lo aprende al lado.
roles-last-two = { $name } ha sostenido los dos últimos periodos. ¿Quién más podría?
roles-choosing-goes-on = El círculo está eligiendo
roles-keys = Llaves que descansan en un solo papel
roles-key-rests-on-one = «{ $key }» está en un solo papel. ¿Qué segundo papel podría abrirlo?
roles-steward = Para quien cuida el círculo
roles-write-new = Escribir un papel nuevo
roles-write-down = Escribir lo que se decidió de viva voz
roles-write-down-words = El círculo habló y decidió, en una mesa o por teléfono. Valen las mismas reglas que aquí.
roles-until-hint = Vacío: un periodo entero.
roles-give = Escribirlo
roles-domain = Lo que decide por sí mismo
roles-domain-hint = Lo que hace sin preguntar quien lo sostiene, y dónde termina.
roles-opens = Lo que abre
roles-opens-hint = Uno por línea, con palabras: «el teléfono de la línea», «el cobertizo». Nunca un código ni una contraseña.
roles-opens-none = Todavía no hay nada escrito.
roles-rule-months = { $n ->
    [one] Un periodo dura un mes como mucho.
   *[other] Un periodo dura { $n } meses como mucho.
 }
roles-rule-running = { $n ->
    [one] Un periodo, y después otra persona.
   *[other] Como mucho { $n } periodos seguidos, y después otra persona.
 }
roles-rule-apart = Quien lo sostiene no sostiene a la vez: { $roles }.
roles-shadow-is = { $name } lo va aprendiendo al lado.
roles-shadow-asked = Se le pidió a { $name } que lo aprenda al lado.
roles-step-in = Me gustaría aprenderlo al lado
roles-step-out = Dejar de aprenderlo
roles-no-shadow-any-more = Seguir sin sombra
roles-ask-shadow = Pedirle a alguien que lo aprenda al lado
roles-ask = Pedir
roles-yes = Sí
roles-no-thanks = No, gracias
roles-extend = Pedir al círculo treinta días más
roles-lay-down = Dejarlo ahora
roles-choosing = Elegir
roles-choosing-words = Puede empezar cualquiera del círculo. El silencio nunca es un sí, y un no se dice sin motivo.
roles-selection = Empezar una ronda de selección
roles-selection-words = Lo que el papel necesita, nombres en silencio, sus razones, cambios, una propuesta y la palabra de cada quien.
roles-consent = Proponer a alguien
roles-consent-words = Esa persona dice que sí, y cada quien del círculo dice su palabra.
roles-propose = Proponer
roles-lot = Elegir por sorteo
roles-lot-words = Entre quienes quieran. Sirve para un mes de facilitar, para tomar notas, para hablar en público.
roles-lot-open = Preguntar quién quiere
roles-sheet-link = Una hoja para entregarlo, en papel
roles-change-title = Cambiar lo escrito sobre este papel
roles-new-title = Un papel nuevo
roles-form-lede = Para qué es, qué abre y cuánto dura. Quién lo sostiene lo elige el círculo.
roles-name = Su nombre
roles-name-usual = Vacío: «{ $name }».
roles-purpose = Para qué es
roles-months = Meses de un periodo, { $most } como mucho
roles-most-running = Periodos seguidos, { $most } como mucho
roles-wants-shadow = Alguien lo aprende al lado
roles-power = Lo que permite hacer aquí a quien lo sostiene
roles-power-hint = Empieza y termina con el periodo.
roles-power-none = Nada en particular
roles-apart = No en las mismas manos que
roles-apart-words = Quien sostiene este papel no sostiene:
roles-save = Guardar
roles-back = Volver
roles-set-down = Ya no lo necesitamos
roles-set-down-words = No lo sostiene nadie. Lo escrito sobre él se borra.
roles-sheet = Entrega: { $role }
roles-sheet-from = De
roles-sheet-to = A
roles-sheet-keys = Lo que pasa a otras manos, y qué día. Los códigos y las contraseñas se cambian, y nunca se escriben aquí.
roles-sheet-open = Lo que está abierto ahora
roles-sheet-people = A quién conocer
roles-sheet-learned = Lo que le diría a quien sigue
roles-sheet-together = Lo hicimos juntas o juntos una vez, el
roles-sheet-thanks = Gracias
roles-calendar = Último día: { $role }
# Elegir.
choosing-title = Elegir: { $role }
choosing-criteria = ¿Qué necesita este papel? Escríbanlo entre todas las personas; los nombres vienen después.
choosing-silent = Cada quien escribe un nombre y por qué. Nadie ve ninguno antes de que estén todos, o de que se abran los nombres.
choosing-round = Los nombres están abiertos. Léanlos en voz alta, cada uno con su razón.
choosing-change = Quien escuchó algo puede cambiar su nombre ahora. Después se propone a alguien.
choosing-asked = Hay una propuesta. Cada quien del círculo dice su palabra; el silencio nunca es un sí.
choosing-asked-extension = Se proponen treinta días más, una sola vez. Cada quien del círculo dice su palabra; el silencio nunca es un sí.
choosing-gathering = ¿Quién quiere entrar en el sorteo?
choosing-frozen = La lista está cerrada. Ahora viene la semilla que nadie eligió.
choosing-drawn = Ya se sorteó. Se pregunta a quien salió primero, y puede decir que no.
choosing-chosen = Por sorteo. Cualquiera del círculo puede sortear de nuevo y sale lo mismo.
choosing-needs = Lo que el papel necesita
choosing-needs-hint = Del trabajo, no de nadie: «tardes libres», «calma al teléfono».
choosing-begin-silent = Pasar a los nombres en silencio
choosing-your-name = ¿A quién le gustaría ver ahí?
choosing-why = Por qué
choosing-why-hint = Lo que le ha visto hacer.
choosing-write-name = Escribirlo
choosing-change-name = Escribirlo de nuevo
choosing-names = Nombres
choosing-by = Lo dice { $name }
choosing-by-you = Lo dice usted
choosing-still = { $n ->
    [0] Ya están todos los nombres.
    [one] Falta el nombre de una persona.
   *[other] Faltan los nombres de { $n } personas.
 }
choosing-open-names = Abrir los nombres ahora
choosing-round-words = Cuando se haya escuchado cada nombre con su razón:
choosing-to-change = Pasar a los cambios
choosing-propose = Proponer a alguien
choosing-propose-other = Proponer de nuevo, después de lo que se dijo
choosing-proposed = Propuesta: { $name }
choosing-said-yes = Ya dijo que sí.
choosing-yes-waits = Todavía no ha dicho que sí.
choosing-you = La propuesta es usted. Un no se dice sin motivo, y no queda nada de él.
choosing-word-yes = dice que sí.
choosing-word-objection = tiene una objeción:
choosing-waits-for = Falta la palabra de: { $names }
choosing-ask = ¿Es bastante bueno por ahora, y seguro para probarlo?
choosing-consent = Consiento
choosing-object = Tengo una objeción
choosing-objection = ¿En qué dañaría aquello para lo que estamos aquí?
choosing-objection-hint = El círculo la lee y busca una manera. Más tarde se puede decir que sí.
choosing-say-objection = Decirla
choosing-willing = Quiero entrar
choosing-not-willing = Esta vez mejor no
choosing-pool = Quieren entrar
choosing-freeze-words = Desde entonces nadie entra ni sale, y la huella de la lista es pública.
choosing-freeze = Cerrar la lista
choosing-promise = Si no pueden lanzar dados en persona
choosing-promise-words = Alguien que no esté en la lista piensa una frase de veinte letras o más, no se la dice a nadie y publica aquí su huella antes de que se cierre la lista. Un día después, como pronto, dice la frase, y esa es la semilla. Su huella, en cualquier computadora:
choosing-promise-hash = La huella, 64 letras y cifras
choosing-promise-publish = Publicarla
choosing-promised = La huella de una frase secreta, pública desde el { $when }:
choosing-list = La lista cerrada
choosing-closed = Se cerró el { $when }.
choosing-hash = Su huella (SHA-256):
choosing-text = La frase secreta
choosing-text-hint = Letra por letra, tal como se hizo la huella.
choosing-reveal = Decirla y sortear
choosing-dice-first = Sus dados
choosing-dice-second = Los dados de la segunda persona
choosing-dice-hint = Dos personas, diez tiradas o más cada una, después de cerrar la lista. Escriban lo que salió: 3 1 4 1 5 …
choosing-roll = Escribir los dados
choosing-second-rolls = Sus dados están escritos. Ahora tira una segunda persona.
choosing-seed = La semilla, conocida desde el { $when }:
choosing-drawn-yes = Por sorteo: { $name }
choosing-drawn-asked = Ahora se le pregunta a { $name }.
choosing-you-drawn = Salió su nombre. Puede decir que no: se pregunta a quien sigue, y no queda nada de ello.
choosing-list-gone = Alguien de la lista dejó la red, y la lista se fue con esa persona.
choosing-check = Sortear de nuevo
choosing-lines = Las líneas que se escriben
choosing-check-words = Cada nombre recibe HMAC-SHA256, con la semilla como clave, sobre la huella de la lista, un byte cero y el nombre; el más bajo va primero. Estas líneas lo hacen en cualquier computadora que tenga una terminal: primero escriben la huella, después el orden.
choosing-ends = Termina solo después del { $day }, sin elegir a nadie.
choosing-stop = Terminar esto sin elegir
# Quién lo ve.
audience-roles = Los miembros de la red ven quién sostiene qué y hasta cuándo.
audience-roles-words = Los miembros de la red ven esto.
audience-roles-circle = Los miembros de este círculo ven esto.
audience-roles-silent = Solo usted ve esto hasta que se abran los nombres; tampoco lo ve quien empezó la ronda.
# Hoy.
roles-today-yours-ends = Termina el { $day }. ¿Quién sigue, y qué le hará falta saber?
roles-today-shadow-ends = Para quien lo sostiene termina el { $day }. Usted lo va aprendiendo: háganlo en compañía una vez.
roles-today-ends = Para quien lo sostiene termina el { $day }. El círculo elige quién sigue.
roles-today-no-shadow = Todavía sin sombra: { $roles }. ¿Quién podría aprenderlo al lado?
roles-today-shadow = Se le pide que aprenda esto al lado. Un no se dice sin motivo.
roles-today-proposed = La propuesta es usted: ¿sí o no? Un no se dice sin motivo.
roles-today-drawn = Salió su nombre en el sorteo: ¿sí o no? Las dos respuestas están bien.
roles-today-consent = Hay una propuesta, y se pide su palabra.
roles-today-extension = Se proponen treinta días más, y se pide su palabra.
roles-today-nominate = ¿A quién le gustaría ver en este papel? Los nombres son en silencio.
roles-today-willing = Un sorteo: ¿quiere entrar? Está bien no decir nada.
# Lo que se hizo.
said-roles-set-down = Ya no está escrito.
said-roles-chosen = Elegido. Está la palabra de cada quien, y lo que se dijo por el camino se borró.
said-roles-no = Gracias por decirlo. No queda nada de ello.
said-roles-stopped = Terminado sin elegir. Lo que se dijo se borró.
# Lo que alguien puede arreglar.
refused-roles-not-now = Los papeles son para miembros del círculo que no estén descansando. Pregúntele cuando vuelva, o pregunte a otra persona.
refused-roles-terms = { $n ->
    [one] Ya sostuvo este papel un periodo entero, y aquí uno es lo más. Hay dos caminos: el círculo consiente treinta días más, una sola vez; o lo sostiene otra persona.
   *[other] Ya sostuvo este papel { $n } periodos seguidos, y es lo más, también para quienes fundaron la red. Hay dos caminos: el círculo consiente treinta días más, una sola vez; o lo sostiene otra persona.
 }
refused-roles-apart = Sostiene un papel que queda en otras manos que este, como el dinero y el servidor. Primero deja el otro, o este lo sostiene otra persona.
refused-roles-stewardships = Ya cuida dos círculos, y es lo más. Primero deja uno, o este lo sostiene otra persona.
refused-roles-emergency = Acaba de sostenerlo en una emergencia. Ahora elige el círculo: en una ronda, por consentimiento o por sorteo.
refused-roles-term = { $months ->
    [one] Un periodo de este papel termina dentro de un mes, y no en el pasado. Elija un día hasta el { $last }.
    [6] Un periodo de este papel termina dentro de seis meses, y no en el pasado. Elija un día hasta el { $last }.
   *[other] Un periodo de este papel termina dentro de { $months } meses, y no en el pasado. Elija un día hasta el { $last }.
 }
refused-roles-emergency-term = En una emergencia, un papel se sostiene treinta días como mucho. Elija un día hasta el { $last }.
refused-roles-words = Un papel tiene un nombre y una línea sobre para qué es; y veinte líneas como mucho de lo que abre.
refused-roles-secret = Una línea parece el secreto mismo. Escriba qué abre y deje fuera el código; quien lo sabe lo dice de viva voz.
refused-roles-months = Un periodo dura de 1 a 12 meses, y hay 1 o 2 seguidos. Escríbalos con cifras.
refused-roles-held = Todavía lo sostiene alguien. Se puede quitar cuando no lo sostenga nadie.
refused-roles-choosing = El círculo ya está eligiendo para este papel. Diga ahí su palabra, o termine eso primero.
refused-roles-stage = Esto ya siguió adelante. Mire la página de nuevo.
refused-roles-openers = Lo puede hacer quien lo empezó o quien cuida el círculo. Sus nombres están en la página del círculo.
refused-roles-reason = Un nombre viene con una razón. Escriba por qué, en una línea.
refused-roles-objection = Una objeción son palabras: ¿en qué dañaría aquello para lo que está el círculo? Escriba una línea, o pida a alguien que le ayude a decirlo.
refused-roles-own-shadow = Nadie aprende un papel de sí mismo. Pregunte a otra persona.
refused-roles-shadow-there = Ya hay alguien que lo va aprendiendo al lado.
refused-roles-extended = El círculo da treinta días más una sola vez a quien sostiene un papel. Ahora se puede elegir a otra persona.
refused-roles-not-held = Ahora no sostiene este papel, así que no hay a qué añadir días. Elijan a alguien.
refused-roles-pool = Un sorteo necesita dos personas que quieran. Pregunten un poco más, o propongan a alguien.
refused-roles-promise = Esa no es la huella de una frase: tiene 64 letras y cifras. Hágala como se muestra y cópiela entera.
refused-roles-promise-there = Ya hay una huella publicada. Con una basta.
refused-roles-promiser = Quien conoce la frase secreta no entra en el sorteo. Otra persona puede publicar una huella, o lanzan dados.
refused-roles-dice = Escriba al menos diez tiradas de un dado, de 1 a 6 cada una.
refused-roles-second = Usted ya tiró. Ahora tira una segunda persona, para que nadie tenga que fiarse de una sola.
# Campos.
field-how = Cómo se eligió
field-purpose = Para qué es
field-domain = Lo que decide por sí mismo
field-opens = Lo que abre
field-months = Meses de un periodo
field-most-running = Periodos seguidos
field-why = Por qué
field-criteria = Lo que el papel necesita
field-hash = La huella
field-text = La frase secreta
field-last = Hasta
# Lo que se guarda.
keep-roles = Para qué son y qué abren los papeles
keep-roles-until = Mientras el círculo los tenga
keep-roles-who = La red; las llaves, el círculo
keep-terms = Quién sostuvo qué, hasta cuándo
keep-terms-until = 18 meses después, o hasta que se va
keep-choosings = Nombres y palabras al elegir
keep-choosings-until = Hasta elegir, 60 días como mucho; la lista de un sorteo, 60 más
keep-choosings-who = El círculo; en silencio, nadie
roles-second-hands = { $n } de { $all } papeles tienen un segundo par de manos.
roles-spread = Es como si { $n } personas cargaran por igual.
roles-turnover = { $n ->
    [one] Los papeles cambian de manos más o menos cada mes.
   *[other] Los papeles cambian de manos más o menos cada { $n } meses.
 }
roles-new-hands = De los últimos { $all } periodos, { $n } fueron para alguien nuevo.
roles-for-weaver = Mira la forma del conjunto, sin nombres, y presenta a la gente entre sí.
